import { emailCharacters, phoneCharacters, urlCharacters } from './character-sets.ts';
import { type FieldDoc, flag, oneOf, text } from './field.ts';

/** Fields that several operations share, with the documentation that holds for all of them. */

type More = Partial<FieldDoc>;

export const clientRequestId = (more: More = {}) =>
  text({
    doc: 'Your own id for this request or session, to find it again later. Any format is accepted; a GUID is advised. Put no personal data in it.',
    example: '71010d88-d0e7-4a24-9297-d1be6fefde81',
    clientId: true,
    alsoCalled: ['requestId'],
    ...more,
  });

export const clientCustomerId = (more: More = {}) =>
  text({
    doc: 'Your own id for one customer, to link calls about the same person across sessions. Any format is accepted; a GUID is advised. Put no personal data in it.',
    example: 'e0f78bc2-f748-4eda-9d29-d756844507fc',
    clientId: true,
    alsoCalled: ['customerId'],
    ...more,
  });

export const clientHumanId = (more: More = {}) =>
  text({
    doc: 'Your own id for one human being across your brands. A GUID is advised. Put no personal data in it.',
    example: '7bfbb91d-9df8-4ec0-99a6-de05ecc23a9e',
    clientId: true,
    alsoCalled: ['humanId'],
    ...more,
  });

/** An id that the client sent with its request, in the answer: given back, and nothing to advise on. */
export const echoedId = (name: 'request' | 'customer' | 'human', more: More = {}) =>
  text({
    doc: `Your own id for the ${name}, as the request gave it.`,
    example: '71010d88-d0e7-4a24-9297-d1be6fefde81',
    ...more,
  });

export const correlationId = (doc: string, more: More = {}) =>
  text({
    doc,
    example: '713189b8-5555-4b08-83ba-75d08780aebd',
    shape: 'uuid',
    alsoCalled: ['authId', 'flowId'],
    ...more,
  });

/** The correlationId of an answer that opens a flow. */
export const openedCorrelationId = () =>
  correlationId('The id that ties the later calls of this flow to it. It lives 15 minutes.');

export const deviceId = (doc: string, more: More = {}) =>
  text({ doc, example: 'bf9ea15d-7dfa-4bb4-a64c-6c26b53472fc', ...more });

export const proveId = (doc: string, more: More = {}) =>
  text({
    doc,
    example: 'a07b94ce-218c-461f-beda-d92480e40f61',
    alsoCalled: ['identityId'],
    ...more,
  });

export const authToken = () =>
  text({
    doc: 'A JWT that the client SDK uses once to run the possession check. It lives 15 minutes.',
    example: 'eyJhbGciOi...',
    sensitivity: 'token',
  });

export const phoneNumber = (doc: string, more: More = {}) =>
  text({
    doc,
    example: '2001004011',
    characters: phoneCharacters,
    sensitivity: 'phone',
    alsoCalled: ['phone', 'mobileNumber', 'mobile', 'phoneNo'],
    ...more,
  });

/** A number for which the documents name no characters. */
export const answeredPhone = (doc: string, more: More = {}) =>
  text({ doc, example: '2001004011', sensitivity: 'phone', ...more });

export const emailAddress = (more: More = {}) =>
  text({
    doc: 'The e-mail address of the customer.',
    example: 'user@example.com',
    characters: emailCharacters,
    shape: 'email',
    sensitivity: 'email',
    alsoCalled: ['email', 'mail'],
    ...more,
  });

export const ipAddress = (more: More = {}) =>
  text({
    doc: 'The IP address of the customer, not of your server.',
    example: '192.168.1.1',
    shape: 'ip',
    sensitivity: 'ip',
    alsoCalled: ['ip', 'clientIp'],
    ...more,
  });

export const userAgent = () =>
  text({
    doc: 'The User-Agent header of the browser of the customer.',
    example: 'Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0',
  });

export const possessionType = (more: More = {}) =>
  oneOf(['desktop', 'mobile', 'none'], {
    doc: 'How possession of the phone is checked: "desktop" sends an Instant Link from a desktop browser, "mobile" is for iOS and Android apps and mobile web, "none" leaves the check to you.',
    example: 'mobile',
    alsoCalled: ['flowType'],
    ...more,
  });

/** The field of the request that says "desktop". */
export const finalTargetUrl = (type: 'possessionType' | 'flowType', more: More = {}) =>
  text({
    doc: 'Where the person lands at the end of the Instant Link flow. Required on "desktop".',
    example: 'https://www.example.com/landing-page',
    characters: urlCharacters,
    shape: 'url',
    alsoCalled: ['targetUrl', 'redirectUrl'],
    conditions: [
      { code: 'mfa.target-url-required', demand: 'present', when: [{ field: type, is: ['desktop'] }] },
      { code: 'mfa.target-url-unused', demand: 'absent', when: [{ field: type, is: ['mobile', 'none'] }] },
    ],
    ...more,
  });

/** The length of a finalTargetUrl, where the documents state it. */
export const URL_LENGTH = { limit: 128, severity: 'error' } as const;

export const smsMessage = (more: More = {}) =>
  text({
    doc: 'Your own wording of the SMS, 160 characters at most. #### stands for the link (desktop), or four to six # for the code and its length (mobile).',
    example: '#### is your verification code.',
    smsTemplate: true,
    maxLength: { limit: 160, severity: 'error' },
    alsoCalled: ['sms', 'smsText'],
    ...more,
  });

export const allowOTPRetry = (more: More = {}) =>
  flag({
    doc: 'Whether the person may enter the code three times instead of once. The client SDK has to be told too. False by default.',
    example: true,
    since: '2025-06-06',
    ...more,
  });
