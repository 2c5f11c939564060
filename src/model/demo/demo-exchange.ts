import type { Operation } from '../../schemas/operation.ts';
import { type Body, type Exchange, type Header, utf8Length } from '../exchange.ts';
import { toBase64 } from '../masking/base64-text.ts';

const HOST = 'https://platform.uat.proveapis.com';
const DEVICE_HOST = 'https://device.uat.proveapis.com';

interface Timing {
  /** ms since the demo began. */
  at: number;
  /** ms. */
  duration: number;
}

/** One call of the demo: of V3, or of the client SDK with the device API. */
export type DemoCall = Timing &
  (
    | {
        operation: Operation;
        request: object;
        status?: number;
        answer: object;
        /** The flow that the answer brings a token for. */
        tokenFor?: string;
      }
    | { sdk: string; tokenFor: string }
  );

/** A call of the demo as an exchange; `began` is when the demo began, in ms since the epoch. */
export function demoExchange(id: string, began: number, call: DemoCall): Exchange {
  const startedAt = began + call.at;
  const token = call.tokenFor === undefined ? {} : { authToken: tokenOf(call.tokenFor, began) };
  const sdk = 'sdk' in call;
  const status = (!sdk && call.status) || 200;
  return {
    id,
    origin: 'imported',
    startedAt,
    duration: call.duration,
    timings: { send: 1, wait: call.duration - 3, receive: 2 },
    request: {
      method: 'POST',
      url: sdk ? `${DEVICE_HOST}/v1/client/${call.sdk}` : `${HOST}${call.operation.path}`,
      headers: [
        ...json,
        { name: 'Authorization', value: `Bearer ${sdk ? token.authToken : tokenOf('demo', began)}` },
      ],
      body: bodyOf(sdk ? {} : call.request),
    },
    response: {
      status,
      statusText: status === 200 ? 'OK' : 'Bad Request',
      headers: json,
      body: bodyOf(sdk ? {} : { ...call.answer, ...token }),
    },
  };
}

const json: readonly Header[] = [{ name: 'Content-Type', value: 'application/json' }];

function bodyOf(value: object): Body {
  const text = JSON.stringify(value, null, 2);
  return { text, bytes: utf8Length(text) };
}

/** A JWT that opens nothing. */
function tokenOf(flow: string, began: number): string {
  const iat = Math.floor(began / 1000);
  const claims = { auth: { endp: DEVICE_HOST, subs: flow }, iat, exp: iat + 900 };
  const part = (value: object | string) =>
    toBase64(typeof value === 'string' ? value : JSON.stringify(value))
      .replaceAll('+', '-')
      .replaceAll('/', '_')
      .replace(/=+$/, '');
  return `${part({ alg: 'none', typ: 'JWT' })}.${part(claims)}.${part('a demo signs nothing')}`;
}
