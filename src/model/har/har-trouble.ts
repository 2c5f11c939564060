/** Why a file is no complete HAR. */
export type HarTrouble =
  | {
      code:
        | 'empty'
        | 'zip'
        | 'gzip'
        | 'utf-16'
        | 'no-json'
        | 'no-log'
        | 'no-entries'
        | 'too-large'
        | 'cut-after';
    }
  /** Counted from 0. */
  | { code: 'cut-within'; entry: number }
  /** `detail` is the browser's. */
  | { code: 'unread' | 'worker-failed'; detail: string };

/** Why an entry of a HAR cannot be read. */
export type EntryTrouble =
  | 'too-large'
  | 'no-json'
  | 'no-object'
  | 'no-request'
  | 'no-method'
  | 'no-url'
  | 'no-start'
  | 'bad-start'
  | 'unread';
