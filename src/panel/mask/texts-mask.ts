import type { Exchange, Header } from '../../model/exchange.ts';

/** Puts stand-ins in the place of what is personal or secret in the texts that the panel shows. */
export interface TextsMask {
  /** How many values are known. */
  readonly size: number;
  body(text: string): string;
  url(text: string): string;
  text(text: string): string;
  header(header: Header): string;
  /** What a field of this name holds. */
  field(field: Header): string;
  exchange(exchange: Exchange): Exchange;
}
