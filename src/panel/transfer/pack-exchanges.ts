import type { Exchange, Header } from '../../model/exchange.ts';

/** Headers by their place in a list that both sides keep; it is begun anew when it has so many. */
const MOST = 4096;

/** Exchanges whose headers are numbers, with the names and values in turn that the other side has yet to learn. */
interface Packed {
  anew: boolean;
  fresh: readonly string[];
  exchanges: readonly PackedExchange[];
}

type PackedExchange = Omit<Exchange, 'request' | 'response'> & {
  request: Numbered<Exchange['request']>;
  response?: Numbered<NonNullable<Exchange['response']>> | undefined;
};
interface WithHeaders {
  headers: readonly Header[];
}
type Numbered<Side> = Omit<Side, 'headers'> & { headers: readonly number[] };

interface Numbering extends Header {
  place: number;
}

/**
 * Makes a text of exchanges that crosses from a worker to the main thread in a fraction of the time that they would take
 * as they are: most of them are headers, and those are nearly the same in all.
 */
export class ExchangePacker {
  readonly #places = new Map<string, Map<string, number>>();
  #count = 0;
  /** What stood where in the exchange before, and mostly stands there again: to compare is cheaper than to look up. */
  #latest: { request: Numbering[]; response: Numbering[] } = { request: [], response: [] };

  pack(exchanges: readonly Exchange[]): string {
    const anew = this.#count >= MOST;
    if (anew) {
      this.#places.clear();
      this.#latest = { request: [], response: [] };
      this.#count = 0;
    }
    const fresh: string[] = [];
    const latest = this.#latest;
    const packed: Packed = {
      anew,
      fresh,
      // To copy all and write over a part is far cheaper than to copy the rest.
      exchanges: exchanges.map((exchange) => ({
        ...exchange,
        request: this.#packSide(exchange.request, latest.request, fresh),
        response: exchange.response && this.#packSide(exchange.response, latest.response, fresh),
      })),
    };
    return JSON.stringify(packed);
  }

  #packSide<Side extends WithHeaders>(side: Side, latest: Numbering[], fresh: string[]): Numbered<Side> {
    return { ...side, headers: this.#number(side.headers, latest, fresh) };
  }

  #number(headers: readonly Header[], latest: Numbering[], fresh: string[]): number[] {
    return headers.map(({ name, value }, at) => {
      const same = latest[at];
      if (same?.name === name && same.value === value) return same.place;
      let places = this.#places.get(name);
      if (!places) {
        places = new Map();
        this.#places.set(name, places);
      }
      let place = places.get(value);
      if (place === undefined) {
        place = this.#count++;
        places.set(value, place);
        fresh.push(name, value);
      }
      latest[at] = { name, value, place };
      return place;
    });
  }
}

/** Never shown: each place is told before it is used. */
const NONE: Header = { name: '', value: '' };

/** Reads such texts, each in its turn. Equal headers become one object, so that they take up the memory of one. */
export class ExchangeUnpacker {
  #headers: Header[] = [];

  unpack(text: string): Exchange[] {
    const { anew, fresh, exchanges }: Packed = JSON.parse(text);
    if (anew) this.#headers = [];
    for (let at = 0; at + 1 < fresh.length; at += 2)
      this.#headers.push({ name: fresh[at] ?? '', value: fresh[at + 1] ?? '' });
    return exchanges.map(({ request, response, ...rest }) => ({
      ...rest,
      request: { ...request, headers: this.#raise(request.headers) },
      ...(response && { response: { ...response, headers: this.#raise(response.headers) } }),
    }));
  }

  #raise(places: readonly number[]): Header[] {
    return places.map((place) => this.#headers[place] ?? NONE);
  }
}
