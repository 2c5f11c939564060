import { z } from '../../schemas/zod.ts';
import type { Header } from '../exchange.ts';
import { t } from '../words/words.ts';
import { basicAuthorization } from './imported-request.ts';

const value = z.union([z.string(), z.number(), z.boolean()]).transform(String);
const attributes = z.union([
  // v2.1 lists them, v2.0 has an object.
  z
    .array(z.object({ key: z.string(), value: z.unknown() }))
    .transform((list) => Object.fromEntries(list.map((entry) => [entry.key, entry.value]))),
  z.record(z.string(), z.unknown()),
]);

/** How a request of Postman's proves who sends it. */
export const authSchema = z.object({
  type: z.string(),
  bearer: attributes.nullish(),
  basic: attributes.nullish(),
  apikey: attributes.nullish(),
});

interface Authorization {
  header?: Header;
  query?: string;
  note?: string;
}

/** What an authorization adds to its request. */
export function authorize(
  auth: z.infer<typeof authSchema> | null | undefined,
  fill: (text: string) => string,
): Authorization {
  if (!auth || auth.type === 'noauth') return {};
  const of = (name: string, source: Readonly<Record<string, unknown>> | null | undefined) =>
    fill(value.safeParse(source?.[name]).data ?? '');
  const header = (content: string): Authorization => ({
    header: { name: 'Authorization', value: content },
  });
  if (auth.type === 'bearer') return header(`Bearer ${of('token', auth.bearer)}`);
  if (auth.type === 'basic') {
    const credentials = `${of('username', auth.basic)}:${of('password', auth.basic)}`;
    // What is not known yet cannot be encoded yet.
    return credentials.includes('{{')
      ? { note: t('Its basic authorization has variables and was left out: add the header by hand.') }
      : header(basicAuthorization(credentials));
  }
  if (auth.type === 'apikey') {
    const [key, content] = [of('key', auth.apikey), of('value', auth.apikey)];
    if (key === '') return {};
    return of('in', auth.apikey) === 'query'
      ? { query: `${key}=${content}` }
      : { header: { name: key, value: content } };
  }
  return { note: t('Its authorization “{type}” was left out: add it by hand.', { type: auth.type }) };
}
