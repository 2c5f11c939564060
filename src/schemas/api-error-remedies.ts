/** What to do about each number in a refusal. */
export const apiErrorRemedies: ReadonlyMap<number, string> = new Map([
  [1001, 'Compare the body with the fields that are required; the message names the one that is missing.'],
  [1003, 'Look at the last answer of the flow: it tells which call may follow.'],
  [8000, 'Try again; if it stays, give Prove the time of the call and its correlationId.'],
  [8001, 'Look at the problems of the request; where there is none, at its size and its Content-Type.'],
  [8002, 'Fetch a new bearer token: it lives 60 minutes, and has to come from the same environment.'],
  [8003, 'Make the calls in the order of the flow; a start flow names those that may follow in "next".'],
  [8007, 'Use one of the numbers that are published for the sandbox; real people are not in it.'],
  [
    8008,
    'Send the id that the first call of this very flow returned. It lives 15 minutes and ends with the last status; begin a new flow after that.',
  ],
  [8009, 'Ask Prove whether these credentials are enabled for this operation and this environment.'],
]);
