/** One person whom the sandbox knows. */
export interface SandboxUser {
  /** Whether every check of this person ends well. */
  passes: boolean;
  /** The first status already says how it ended: no client SDK has to run. */
  immediate?: true;
  /** The start flow is a Pre-Fill flow, with a challenge; elsewhere it is an Identity flow. */
  prefill?: true;
  firstName: string;
  lastName: string;
}

const passing: SandboxUser = { passes: true, firstName: 'Pat', lastName: 'Sandbox' };
const failing: SandboxUser = { passes: false, firstName: 'Kim', lastName: 'Sandbox' };

/**
 * All numbers that the sandbox answers for, without country code; any other gets 8007.
 * The numbers are the vendor's published test numbers. How they end is published for …053 (passes),
 * …054 (fails), …018 and …029 (pass without the client SDK); for the others it is this sandbox's choice.
 */
export const sandboxUsers: ReadonlyMap<string, SandboxUser> = new Map([
  ['2001001695', { passes: true, prefill: true, firstName: 'Tod', lastName: 'Weedall' }],
  ['2001004011', { passes: true, firstName: 'Sheilakathryn', lastName: 'Butrimovich' }],
  ['2001004014', passing],
  ['2001004015', failing],
  ['2001004016', passing],
  ['2001004017', failing],
  ['2001004018', { ...passing, immediate: true }],
  ['2001004025', passing],
  ['2001004026', failing],
  ['2001004029', { ...passing, immediate: true }],
  ['2001004031', passing],
  ['2001004035', passing],
  ['2001004036', passing],
  ['2001004041', passing],
  ['2001004053', { passes: true, firstName: 'Elena', lastName: 'Coldman' }],
  ['2001004054', failing],
]);

/** The number that Mobile Auth finds out when a call names none. */
export const discoveredNumber = '2001004016';

/** A number as the table has it; `+`, `+1` and a leading 1 make no difference. */
export const numberKey = (phoneNumber: string): string =>
  phoneNumber.replace(/^\+/, '').replace(/^1(?=\d{10}$)/, '');

/** Finds a user by number. */
export const findUser = (phoneNumber: string): SandboxUser | undefined =>
  sandboxUsers.get(numberKey(phoneNumber));
