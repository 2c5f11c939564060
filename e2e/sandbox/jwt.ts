import { randomUUID } from 'node:crypto';
import { z } from '../../src/schemas/zod.ts';
import type { Clock } from './clock.ts';

const SIGNATURE = Buffer.from('a signature that signs nothing, made by the sandbox').toString('base64url');

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Makes a well-formed JWT with these claims and a dummy signature. */
export const makeJwt = (claims: Readonly<Record<string, unknown>>): string =>
  `${encode({ alg: 'ES256', typ: 'JWT' })}.${encode(claims)}.${SIGNATURE}`;

/** The life of an authToken, in s. */
const AUTH_TOKEN_LIFETIME = 15 * 60;

/** Makes the token that tells the client SDK which flow it works for, and where the device API is. */
export function makeAuthToken(correlationId: string, deviceApi: string, clock: Clock): string {
  const issuedAt = Math.floor(clock.now() / 1000);
  return makeJwt({
    auth: { endp: deviceApi, id: randomUUID(), next: '/v1/client/finish', subs: correlationId },
    iat: issuedAt,
    exp: issuedAt + AUTH_TOKEN_LIFETIME,
  });
}

const authClaims = z.object({ auth: z.object({ subs: z.string() }), exp: z.number() });

/** The claims of an authToken that the sandbox has made; undefined where they cannot be read. */
export function readAuthToken(token: string): z.infer<typeof authClaims> | undefined {
  try {
    const claims: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
    return authClaims.safeParse(claims).data;
  } catch {
    return undefined;
  }
}
