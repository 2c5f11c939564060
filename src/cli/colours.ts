import type { Paint } from '../model/report/report-text.ts';
import type { Output, Streams } from './streams.ts';

const colour = (code: number, end: number) => (text: string) => `\x1b[${code}m${text}\x1b[${end}m`;

/** The sixteen colours that every terminal has, in whatever shades its owner likes. */
export const colours: Paint = {
  bold: colour(1, 22),
  dim: colour(2, 22),
  good: colour(32, 39),
  error: colour(31, 39),
  warning: colour(33, 39),
  hint: colour(36, 39),
};

/** Colours are for terminals, and for those who want them (https://no-color.org). */
export const wantsColours = ({ isTTY }: Output, env: Streams['env']): boolean =>
  isTTY === true && !env.NO_COLOR && env.TERM !== 'dumb';
