/** Whether the extension may call a host without CORS, and how it gets to. */
export interface HostAccess {
  has(origin: string): Promise<boolean>;
  /** To be called from a click. */
  request(origin: string): Promise<boolean>;
  /** A call failed that should have worked: says whether access may be the reason, to be checked next time. */
  doubt(origin: string): boolean;
}
