import type { Exchange } from '../exchange.ts';

/** What only V3 has: other vendors use paths such as /v3/verify and /token too. */

const UUID = '"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"';
const requestMark = /"(?:possessionType|flowType)"\s*:/;
const responseMark = new RegExp(
  `"correlationId"\\s*:\\s*${UUID}|"authToken"\\s*:\\s*"eyJ[\\w-]*\\.|"next"\\s*:\\s*\\{\\s*"v3-`,
  'i',
);

/** The same in the bodies of kits: snake_case, the envelope of an SDK, the end of a start flow. */
const kitRequestMark = /"(?:possession_?type|flow_?type)"\s*:/i;
const kitResponseMark = new RegExp(
  `"correlation_?id"\\s*:\\s*${UUID}|"auth_?token"\\s*:\\s*"eyJ[\\w-]*\\.|"next"\\s*:\\s*\\{\\s*"(?:v3-|done")|"v3\\w+Response"\\s*:`,
  'i',
);

/** Whether the bodies hold what only V3 has. */
export const hasFingerprint = ({ request, response }: Exchange): boolean =>
  requestMark.test(request.body?.text ?? '') || responseMark.test(response?.body?.text ?? '');

/** The same for an integrator's own bodies, on a path that looks like one of V3 or of a kit. */
export const hasKitFingerprint = ({ request, response }: Exchange): boolean =>
  kitRequestMark.test(request.body?.text ?? '') || kitResponseMark.test(response?.body?.text ?? '');
