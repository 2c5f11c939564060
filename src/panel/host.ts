import type { SendOptions, SendOutcome, WireRequest } from '../model/compose/send.ts';
import type { PageRequest } from '../model/diagnose-empty-log.ts';

/** All that the panel wants of the browser. `main.tsx` gives the real one; a test plays it. */
export interface Host {
  send(request: WireRequest, options: SendOptions): Promise<SendOutcome>;
  /**
   * Whether the extension may call this origin without CORS. In `request` the browser's own prompt is
   * shown (Chromium) or a page of the extension is opened (Firefox); to be called from a click.
   */
  hostAccess: {
    has(origin: string): Promise<boolean>;
    request(origin: string): Promise<boolean>;
  };
  /** Origin of the inspected page, or undefined where it has none. */
  pageOrigin(): Promise<string | undefined>;
  setRecording(on: boolean): void;
  /** Looks for calls that the browser told of only in its log. */
  reconcile(): void;
  /** What the inspected page knows of its own requests; none where it does not answer. */
  pageRequests(): Promise<PageRequest[]>;
  reloadPage(): void;
  /** Whether this browser keeps requests to itself that its own Network panel filters out. */
  hidesRequests: boolean;
  copy(text: string): Promise<void>;
  drafts: DraftsStorage;
}

/** Where saved drafts are kept. What is in it is data from outside, whoever wrote it. */
export interface DraftsStorage {
  /** What was stored; undefined where nothing was. */
  load(): Promise<unknown>;
  /** Throws where the storage is full. */
  save(content: unknown): Promise<void>;
  /** Keeps something that cannot be read under a key of its own, and says which. */
  keepAside(content: unknown): Promise<string>;
  /** Tells of changes, whichever window made them. */
  watch(changed: () => void): void;
}

/** Where settings are kept. What is in it is data from outside, whoever wrote it. */
export interface SettingsStorage {
  /** What was stored; undefined where nothing was. */
  load(): Promise<unknown>;
  /** Throws where the storage refuses. */
  save(content: unknown): Promise<void>;
  /** Keeps a copy of something that cannot be read in whole. */
  keepAside(content: unknown): Promise<void>;
  /** Tells what is stored now, whichever page of the extension stored it. */
  watch(changed: (content: unknown) => void): void;
}

/** What the settings want of the browser, in the panel and on the options page. */
export interface SettingsHost {
  /** Hosts that the extension may call without CORS, as match patterns. */
  hosts: {
    list(): Promise<string[]>;
    /** To be called from a click. Says whether it is gone. */
    revoke(pattern: string): Promise<boolean>;
    watch(changed: () => void): void;
  };
  /** Opens the settings in a tab of their own; left out where they are in one. */
  openPage?: () => void;
}
