const SIGNATURE = Buffer.from('a signature that signs nothing, made by the sandbox').toString('base64url');

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Makes a well-formed JWT with these claims and a dummy signature. */
export const makeJwt = (claims: Readonly<Record<string, unknown>>): string =>
  `${encode({ alg: 'ES256', typ: 'JWT' })}.${encode(claims)}.${SIGNATURE}`;
