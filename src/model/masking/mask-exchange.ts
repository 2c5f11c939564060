import { type Body, type Exchange, type Header, utf8Length } from '../exchange.ts';
import type { StandInCount } from './export-stand-ins.ts';
import { finish, type Steps } from './in-steps.ts';
import { TextMask } from './mask-text.ts';
import { sensitivityOf } from './sensitive-names.ts';
import { sensitivityOfValue } from './sensitive-text.ts';

/** Headers of which it is known that they tell nothing of anybody. */
const plain =
  /^(?::?(?:authority|method|scheme|status|protocol)|accept(?:-.*)?|access-control-.*|cache-control|connection|content-(?:length|type|encoding|security-policy)|date|expires|host|last-modified|priority|sec-.*|server|strict-transport-security|user-agent|vary|www-authenticate|proxy-authenticate)$/i;

const CORRELATION_ID = /"correlation_?id"\s*:\s*"([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})"/gi;

/** Masks the exchanges of one export, so that the same value has the same stand-in in all of them. */
export class ExchangeMask {
  readonly #texts = new TextMask();

  /** Masks single texts with the same stand-ins. */
  get texts(): Pick<TextMask, 'body' | 'url' | 'text' | 'value' | 'credentials'> {
    return this.#texts;
  }

  /**
   * Takes note of what an exchange holds. To be called with all exchanges before the first `mask`: a value that one
   * call names as a phone number is then found in all others, wherever it stands.
   */
  learn(exchange: Exchange): void {
    finish(this.learnSteps(exchange));
  }

  /** The same in steps, for long bodies. */
  *learnSteps(exchange: Exchange): Steps<void> {
    // It is shown wherever it has its name; a token that carries it is to tell of the same flow.
    for (const side of [exchange.request, exchange.response])
      for (const [, id = ''] of side?.body?.text.matchAll(CORRELATION_ID) ?? [])
        this.#texts.standIns.keep(id);
    yield* this.maskSteps(exchange);
  }

  /** The exchange with stand-ins for all that is personal or secret. The format of stand-ins: `export-stand-ins.ts`. */
  mask(exchange: Exchange): Exchange {
    return finish(this.maskSteps(exchange));
  }

  /** The same in steps, for long bodies. */
  *maskSteps(exchange: Exchange): Steps<Exchange> {
    const { request, response, failure } = exchange;
    const texts = this.#texts;
    return {
      ...exchange,
      request: {
        ...request,
        url: texts.url(request.url),
        headers: this.#headers(request.headers),
        ...(request.body && { body: yield* this.#body(request.body) }),
      },
      ...(response && {
        response: {
          ...response,
          statusText: texts.text(response.statusText),
          headers: this.#headers(response.headers),
          ...(response.body && { body: yield* this.#body(response.body) }),
        },
      }),
      ...(failure && { failure: { ...failure, detail: texts.text(failure.detail) } }),
    };
  }

  /** What was masked so far, by kind. */
  counts(): StandInCount[] {
    return this.#texts.standIns.counts();
  }

  /** The values found so far, from the one at an index on. */
  values(from = 0): readonly string[] {
    return this.#texts.standIns.values.slice(from);
  }

  /** How many values were found so far. */
  get size(): number {
    return this.#texts.standIns.size;
  }

  /** What a field of this name holds. */
  field({ name, value }: Header): string {
    if (value === '') return value;
    const kind = sensitivityOf(name);
    return kind && kind !== 'harmless' ? this.#texts.credentials(value, kind) : this.#texts.text(value);
  }

  /** One header's value. */
  header({ name, value }: Header): string {
    return this.#header(name.trim().toLowerCase(), value);
  }

  *#body(body: Body): Steps<Body> {
    const text = yield* this.#texts.bodySteps(body.text);
    return { ...body, text, bytes: body.bytes + utf8Length(text) - utf8Length(body.text) };
  }

  #headers(headers: readonly Header[]): Header[] {
    return headers.map(({ name, value }) => ({
      name,
      value: this.#header(name.trim().toLowerCase(), value),
    }));
  }

  #header(name: string, value: string): string {
    const texts = this.#texts;
    if (name === 'cookie')
      return value.replace(/([^=;]+=)([^;]*)/g, (_, start, held) => start + this.#cookie(held));
    if (name === 'set-cookie')
      return value.replace(/^([^=;]+=)([^;]*)/, (_, start, held) => start + this.#cookie(held));
    if (plain.test(name)) return value;
    const kind = sensitivityOf(name.replace(/^x-/, '')) ?? sensitivityOf(name);
    if (kind && kind !== 'harmless') return texts.credentials(value, kind);
    if (name === ':path' || /^[a-z][\w+.-]*:\/\//i.test(value)) return texts.url(value);
    const masked = texts.text(value);
    const byLook = masked === value && kind !== 'harmless' ? sensitivityOfValue(value) : undefined;
    return byLook ? texts.value(value, byLook) : masked;
  }

  #cookie(held: string): string {
    return held.trim() === '' ? held : this.#texts.encodedValue(held, 'token');
  }
}

/** The exchanges of one export, masked. */
export const maskExchanges = (exchanges: readonly Exchange[]): Exchange[] =>
  finish(maskExchangesSteps(exchanges));

/** The same in steps. */
export function* maskExchangesSteps(exchanges: readonly Exchange[]): Steps<Exchange[]> {
  const mask = new ExchangeMask();
  const masked: Exchange[] = [];
  for (const exchange of exchanges) {
    yield* mask.learnSteps(exchange);
    yield;
  }
  for (const exchange of exchanges) {
    masked.push(yield* mask.maskSteps(exchange));
    yield;
  }
  return masked;
}
