import { copyAsCurl } from '../model/copy/copy-as-curl.ts';
import { copyAsFetch } from '../model/copy/copy-as-fetch.ts';
import { maskExchanges } from '../model/masking/mask-exchange.ts';

// All that `copyRequests` loads when it is wanted.

export const writers = { curl: copyAsCurl, fetch: copyAsFetch };
export { maskExchanges };
