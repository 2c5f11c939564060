import { randomUUID } from 'node:crypto';
import { answerJson, refuseToken } from '../answer.ts';
import { type Handler, readText } from '../handler.ts';
import { makeJwt } from '../jwt.ts';
import { TOKEN_LIFETIME } from '../state.ts';

/** Gives a bearer token for any client id and secret that are not empty. */
export const answerToken: Handler = ({ fields }, { clock, tokens }) => {
  const clientId = readText(fields, 'client_id');
  if (clientId === undefined || readText(fields, 'client_secret') === undefined)
    return refuseToken('the client credentials are not known');
  const seconds = TOKEN_LIFETIME / 1000;
  const issuedAt = Math.floor(clock.now() / 1000);
  const token = makeJwt({ sub: clientId, jti: randomUUID(), iat: issuedAt, exp: issuedAt + seconds });
  tokens.set(token, true);
  return answerJson({ access_token: token, token_type: 'Bearer', expires_in: seconds });
};
