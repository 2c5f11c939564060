/** A navigation of the inspected page, kept as a line between calls. */
export interface NavigationMark {
  id: string;
  url: string;
  /** ms since the epoch. */
  at: number;
}
