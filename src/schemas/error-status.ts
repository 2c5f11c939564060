/** An HTTP status that an operation may refuse with, and what it says. */
export interface ErrorStatus {
  status: number;
  meaning: string;
}

const malformed = {
  status: 400,
  meaning: 'The request is malformed, a field is wrong, or the correlationId is not valid.',
};
const unauthorised = { status: 401, meaning: 'The bearer token is missing, wrong or expired.' };
const forbidden = { status: 403, meaning: 'These credentials may not do this, or the step is out of order.' };
const missing = { status: 404, meaning: 'There is nothing with this id.' };
const internal = { status: 500, meaning: 'Something failed within the API.' };

/** What every operation behind a bearer token may refuse with. */
export const commonErrors: readonly ErrorStatus[] = [malformed, unauthorised, forbidden, internal];

/** The same for an operation that looks something up by its id. */
export const lookupErrors: readonly ErrorStatus[] = [malformed, unauthorised, forbidden, missing, internal];

/** What the token operation may refuse with. */
export const tokenErrors: readonly ErrorStatus[] = [
  { status: 400, meaning: 'A field of the form is missing or wrong.' },
  { status: 401, meaning: 'The client credentials are not known.' },
  internal,
];
