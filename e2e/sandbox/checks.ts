/** An `evaluation` in which all these checks ended the same way; the number of the reason is made up. */
export const checksOf = (names: readonly string[], pass: boolean): Record<string, object> =>
  Object.fromEntries(
    names.map((name) => [
      name,
      pass
        ? { result: 'pass' }
        : { result: 'fail', failureReasons: { 9001: 'the sandbox lets this user fail' } },
    ]),
  );
