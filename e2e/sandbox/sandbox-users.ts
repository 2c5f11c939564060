/** One person whom the sandbox knows. */
export interface SandboxUser {
  /** Whether the possession check ends with "true". */
  passes: boolean;
  /** The first status already says how it ended: no client SDK has to run. */
  immediate?: true;
}

const passing: SandboxUser = { passes: true };
const failing: SandboxUser = { passes: false };

/**
 * All numbers that the sandbox answers for, without country code; any other gets 8007.
 * The numbers are the vendor's published test numbers. How they end is published for …053 (passes),
 * …054 (fails), …018 and …029 (pass without the client SDK); for the others it is this sandbox's choice.
 */
export const sandboxUsers: ReadonlyMap<string, SandboxUser> = new Map([
  ['2001001695', passing],
  ['2001004011', passing],
  ['2001004014', passing],
  ['2001004015', failing],
  ['2001004016', passing],
  ['2001004017', failing],
  ['2001004018', { passes: true, immediate: true }],
  ['2001004025', passing],
  ['2001004026', failing],
  ['2001004029', { passes: true, immediate: true }],
  ['2001004031', passing],
  ['2001004035', passing],
  ['2001004036', passing],
  ['2001004041', passing],
  ['2001004053', passing],
  ['2001004054', failing],
]);

/** The number that Mobile Auth finds out when a call names none. */
export const discoveredNumber = '2001004016';

/** Finds a user by number; `+`, `+1` and a leading 1 make no difference. */
export const findUser = (phoneNumber: string): SandboxUser | undefined =>
  sandboxUsers.get(phoneNumber.replace(/^\+/, '').replace(/^1(?=\d{10}$)/, ''));
