import { isDemo } from './demo/is-demo.ts';
import type { Exchange } from './exchange.ts';

/** Whether an exchange was read from a file: the demo is marked as imported, too, and is of none. */
export const isFromFile = ({ id, origin }: Pick<Exchange, 'id' | 'origin'>): boolean =>
  origin === 'imported' && !isDemo(id);
