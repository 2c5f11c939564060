/** What goes back over the wire, less the headers that every answer has. */
export interface Answer {
  status: number;
  headers: Readonly<Record<string, string>>;
  body: string | Uint8Array;
}

/** Answers with JSON. */
export const answerJson = (value: unknown, status = 200): Answer => ({
  status,
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify(value),
});

/** Answers with the body that V3 gives to every refusal. */
export const refuse = (status: number, code: number, message: string): Answer =>
  answerJson({ code, message }, status);

export const refuseMalformed = (message: string) => refuse(400, 8001, message);
export const refuseToken = (message: string) => refuse(401, 8002, message);
export const refuseOutOfOrder = (message: string) => refuse(403, 8003, message);
export const refuseUnknownUser = () => refuse(400, 8007, 'the sandbox has no user with this phone number');
export const refuseUnknownIdentity = (status: 400 | 404) =>
  refuse(status, 8007, 'the sandbox has no identity with this id');
/** What else is not there; the documents name no code for it. */
export const refuseMissing = (message: string) => answerJson({ message }, 404);
export const refuseCorrelationId = (message: string) => refuse(400, 8008, message);
export const refuseWithInternalError = (reason: string) => refuse(500, 8000, `internal error: ${reason}`);
