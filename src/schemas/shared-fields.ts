import { urlCharacters } from './character-sets.ts';
import { oneOf, text } from './field.ts';

/** Fields that several operations share, with the documentation that holds for all of them. */

export const clientRequestId = () =>
  text({
    doc: 'Your own id for this request or session, to find it again later. Any format is accepted; a GUID is advised. Put no personal data in it.',
    example: '71010d88-d0e7-4a24-9297-d1be6fefde81',
    clientId: true,
  });

export const clientCustomerId = () =>
  text({
    doc: 'Your own id for one customer, to link calls about the same person across sessions. Any format is accepted; a GUID is advised. Put no personal data in it.',
    example: 'e0f78bc2-f748-4eda-9d29-d756844507fc',
    clientId: true,
  });

export const clientHumanId = () =>
  text({
    doc: 'Your own id for one human being across your brands. A GUID is advised. Put no personal data in it.',
    example: '7bfbb91d-9df8-4ec0-99a6-de05ecc23a9e',
    clientId: true,
    since: '2026-04-15',
  });

export const correlationId = (doc: string) =>
  text({ doc, example: '713189b8-5555-4b08-83ba-75d08780aebd', shape: 'uuid' });

export const deviceId = (doc: string) => text({ doc, example: 'bf9ea15d-7dfa-4bb4-a64c-6c26b53472fc' });

export const authToken = () =>
  text({
    doc: 'A JWT that the client SDK uses once to run the possession check. It lives 15 minutes.',
    example: 'eyJhbGciOi...',
    sensitivity: 'token',
  });

export const possessionType = () =>
  oneOf(['desktop', 'mobile', 'none'], {
    doc: 'How possession of the phone is checked: "desktop" sends an Instant Link from a desktop browser, "mobile" is for iOS and Android apps and mobile web, "none" leaves the check to you.',
    example: 'mobile',
    alsoCalled: ['flowType'],
  });

export const finalTargetUrl = () =>
  text({
    doc: 'Where the person lands at the end of the Instant Link flow.',
    example: 'https://www.example.com/landing-page',
    characters: urlCharacters,
    shape: 'url',
    conditions: [
      {
        code: 'mfa.target-url-required',
        demand: 'present',
        when: [{ field: 'possessionType', is: ['desktop'] }],
      },
      {
        code: 'mfa.target-url-unused',
        demand: 'absent',
        when: [{ field: 'possessionType', is: ['mobile', 'none'] }],
      },
    ],
  });
