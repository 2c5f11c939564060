import { type Action, type ActionGroup, toJson } from './api.ts';
import { DESKTOP, MOBILE, mfaBody, NONE } from './mfa.ts';

const FIVE_MEGABYTES = 5 * 1024 * 1024;

/** An action that sends one body to /v3/mfa. */
const mistake = (name: string, label: string, note: string, body: () => object | string): Action => ({
  name,
  label,
  note,
  run: (api) => api.post('/v3/mfa', body()),
});

function encodeUtf16(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new DataView(new ArrayBuffer(2 + 2 * text.length));
  bytes.setUint16(0, 0xfeff, true);
  for (let i = 0; i < text.length; i++) bytes.setUint16(2 + 2 * i, text.charCodeAt(i), true);
  return new Uint8Array(bytes.buffer);
}

export const bodyMistakes: ActionGroup = {
  title: 'Mistakes in the body',
  actions: [
    mistake('phone-with-none', 'phoneNumber with "none"', 'not allowed together', () =>
      mfaBody({ ...NONE, phoneNumber: '2001004011' }),
    ),
    mistake('desktop-without-url', 'Desktop without finalTargetUrl', 'required on desktop', () =>
      mfaBody({ ...DESKTOP, finalTargetUrl: undefined }),
    ),
    mistake('two-errors', 'Two errors in one body', 'each at its own line and column', () => ({
      possessionType: 'none',
      phoneNumber: '2001004011',
      smsMessage: null,
    })),
    mistake('snake-case', 'snake_case names', 'three unknown fields, one missing', () => ({
      possession_type: 'mobile',
      phone_number: '2001004014',
      client_request_id: crypto.randomUUID(),
    })),
    mistake('wrong-types', 'A number and null for strings', 'two fields of a wrong type', () =>
      mfaBody({ possessionType: 'mobile', phoneNumber: 2001004014, emailAddress: null }),
    ),
    mistake('unknown-possession-type', 'Unknown possessionType', 'not one of the three values', () =>
      mfaBody({ ...MOBILE, possessionType: 'tablet' }),
    ),
    mistake('broken-json', 'Broken JSON', 'a comma too many', () => '{\n  "possessionType": "mobile",\n}'),
    mistake('empty-body', 'Empty body', 'the operation needs one', () => ''),
    mistake('json-array', 'A JSON array', 'an object is expected', () => toJson([MOBILE])),
    mistake(
      'duplicate-key',
      'A key twice',
      'only a warning: the last one counts',
      () =>
        '{\n  "possessionType": "desktop",\n  "phoneNumber": "2001004014",\n  "possessionType": "mobile"\n}',
    ),
    mistake('five-megabytes', 'A body of 5 MB', 'the API takes 4 KB', () =>
      mfaBody({ ...MOBILE, smsMessage: `#### ${'x'.repeat(FIVE_MEGABYTES)}` }),
    ),
    {
      name: 'text-plain',
      label: 'JSON sent as text/plain',
      note: 'only a warning: the body itself is in order',
      run: (api) => api.post('/v3/mfa', mfaBody(MOBILE), { 'Content-Type': 'text/plain' }),
    },
    {
      name: 'utf-16',
      label: 'A body in UTF-16',
      note: 'cannot be read as JSON',
      run: (api) =>
        api.send('/v3/mfa', {
          method: 'POST',
          headers: { 'Content-Type': 'application/json; charset=utf-16' },
          body: encodeUtf16(toJson(mfaBody(MOBILE))),
        }),
    },
    {
      name: 'get-instead-of-post',
      label: 'GET on /v3/mfa',
      note: 'the path is right, the method is not',
      run: (api) => api.send('/v3/mfa', { method: 'GET' }),
    },
  ],
};
