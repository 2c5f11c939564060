/** Whether the extension may call a host without CORS, and how it gets to. */
export interface HostAccess {
  has(origin: string): Promise<boolean>;
  /** To be called from a click. */
  request(origin: string): Promise<boolean>;
  /** A call failed that should have worked: says whether access may be the reason, to be checked next time. */
  doubt(origin: string): boolean;
  /** Match patterns of the hosts that the user has allowed, as far as it is known here. */
  list(): Promise<string[]>;
  /** Gives access to a host back; to be called from a click. Says whether it is gone. */
  revoke(pattern: string): Promise<boolean>;
  /** Tells of changes of the list, whoever made them. */
  watch(changed: () => void): void;
}
