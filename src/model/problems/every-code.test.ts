import { describe, expect, it } from 'vitest';
import { EU, exchange, marked, minutes, type Scene, seconds } from '../fixtures.test-support.ts';
import { Log } from '../log.ts';
import { type ProblemCode, severities } from './problem.ts';

const ID = '713189b8-5555-4b08-83ba-75d08780aebd';

/** A call whose body (or, for `in: 'response'`, answer) is a text; ▸ stands where the problem is. */
interface Case {
  /** Calls before it. */
  after?: Scene[];
  scene?: Omit<Scene, 'body'>;
  /** The request's body; by `in: 'response'` the answer's. */
  text: string;
  in?: 'response';
  /** What the code stays silent about: as little different as can be. */
  silent: { after?: Scene[]; scene?: Omit<Scene, 'body'>; text?: string };
}

const opened = (possessionType: string): Scene => ({
  body: { possessionType },
  answer: { correlationId: ID, success: 'pending' },
});
const later = (at: number, success = 'pending'): Scene => ({
  operation: 'mfa-status',
  at,
  body: { correlationId: ID },
  answer: { phoneNumber: '', success },
});
const status = { operation: 'mfa-status', at: seconds(10), answer: { phoneNumber: '', success: 'pending' } };
const bind = { ...status, operation: 'mfa-bind' };
const asked = `{"correlationId":"${ID}"}`;
const polls = (pause: number): Scene[] => [
  opened('mobile'),
  ...[1, 2, 3].map((n) => later(seconds(10) - n * pause)),
];
const started: Scene = {
  operation: 'start',
  answer: { authToken: 'eyJ.a.b', correlationId: ID, next: { 'v3-validate': '/v3/validate' } },
};

/** What was sent has no variables; `inspect-draft.test.ts` is about them. */
type CodeOfCall = Exclude<ProblemCode, 'variable.unknown'>;

const cases: Record<CodeOfCall, Case> = {
  'body.missing': { text: '▸', silent: { text: '{"possessionType":"mobile"}' } },
  'body.syntax': {
    text: '{"possessionType": "mobile",\n ▸}',
    silent: { text: '{"possessionType": "mobile"\n }' },
  },
  'body.not-object': { text: ' ▸["mobile"]', silent: { text: '{"possessionType":"mobile"}' } },
  'body.duplicate-key': {
    text: '{"possessionType":"none",\n ▸"possessionType":"mobile"}',
    silent: { text: '{"possessionType":"mobile",\n "smsMessage":"possessionType ####"}' },
  },
  'body.content-type': {
    scene: { headers: { 'Content-Type': 'text/plain' } },
    text: '▸{"possessionType":"mobile"}',
    silent: { scene: { headers: { 'Content-Type': 'application/json; charset=utf-8' } } },
  },
  'body.too-large': {
    text: `▸{"possessionType":"mobile","smsMessage":"${'x'.repeat(4096)}"}`,
    silent: { text: `{"possessionType":"mobile","smsMessage":"${'x'.repeat(4000)}"}` },
  },
  'field.required': { text: '▸{"smsMessage":"####"}', silent: { text: '{"possessionType":"mobile"}' } },
  'field.type': { text: '{"possessionType":\n  ▸null}', silent: { text: '{"possessionType":\n  "mobile"}' } },
  'field.enum': { text: '{"possessionType":▸"tablet"}', silent: { text: '{"possessionType":"none"}' } },
  'field.characters': {
    text: '{"possessionType":"mobile","phoneNumber":▸"(200) 100-4011"}',
    silent: { text: '{"possessionType":"mobile","phoneNumber":"+12001004011"}' },
  },
  'field.length': {
    scene: { operation: 'start' },
    text: `{"flowType":"mobile","smsMessage":▸"####${'x'.repeat(157)}"}`,
    silent: { text: `{"flowType":"mobile","smsMessage":"####${'x'.repeat(156)}"}` },
  },
  'field.format': {
    scene: { operation: 'start' },
    text: '{"flowType":"mobile","dob":▸"1981-13"}',
    silent: { text: '{"flowType":"mobile","dob":"1981-12"}' },
  },
  'field.empty': {
    text: '{"possessionType":"mobile","emailAddress":▸""}',
    silent: { text: '{"possessionType":"mobile","emailAddress":"a@b.example"}' },
  },
  'field.shape': {
    text: '{"possessionType":"mobile","ipAddress":▸"300.1.1.1"}',
    silent: { text: '{"possessionType":"mobile","ipAddress":"203.0.113.9"}' },
  },
  'field.unknown': {
    text: '{"possessionType":"mobile",\n  ▸"phone_number":"2001004011"}',
    silent: { text: '{"possessionType":"mobile",\n  "phoneNumber":"2001004011"}' },
  },
  'field.private-address': {
    text: '{"possessionType":"mobile","ipAddress":▸"127.0.0.1"}',
    silent: { text: '{"possessionType":"mobile","ipAddress":"203.0.113.9"}' },
  },
  'id.guid': {
    text: '{"possessionType":"mobile","clientRequestId":▸"order-7"}',
    silent: { text: `{"possessionType":"mobile","clientRequestId":"${ID}"}` },
  },
  'id.personal-data': {
    text: '{"possessionType":"mobile","clientCustomerId":▸"ann@example.com"}',
    silent: { text: '{"possessionType":"mobile","clientCustomerId":"ann"}' },
  },
  'mfa.target-url-required': {
    text: '▸{"possessionType":"desktop"}',
    silent: { text: '{"possessionType":"desktop","finalTargetUrl":"https://a.example/b"}' },
  },
  'mfa.target-url-unused': {
    text: '{"possessionType":"mobile","finalTargetUrl":▸"https://a.example/b"}',
    silent: { text: '{"possessionType":"desktop","finalTargetUrl":"https://a.example/b"}' },
  },
  'mfa.phone-not-allowed': {
    text: '{\n  "possessionType": "none",\n  "phoneNumber": ▸"2001004011"\n}',
    silent: { text: '{"possessionType":"mobile","phoneNumber":"2001004011"}' },
  },
  'mfa.phone-required-eu': {
    scene: { host: EU },
    text: '▸{"possessionType":"mobile"}',
    silent: { scene: {} },
  },
  'sms.placeholder': {
    text: '{"possessionType":"mobile","smsMessage":▸"### is your code"}',
    silent: { text: '{"possessionType":"mobile","smsMessage":"#### is your code"}' },
  },
  'sms.length': {
    text: `{"possessionType":"mobile","smsMessage":▸"####${'x'.repeat(157)}"}`,
    silent: { text: `{"possessionType":"mobile","smsMessage":"####${'x'.repeat(156)}"}` },
  },
  'auth.missing': {
    scene: { headers: { Authorization: undefined } },
    text: '▸{"possessionType":"mobile"}',
    silent: { scene: {} },
  },
  'host.region': {
    scene: { operation: 'start', host: EU },
    text: '▸{"flowType":"mobile"}',
    silent: { scene: { operation: 'start' } },
  },
  'flow.correlation-id-missing': {
    after: [opened('mobile')],
    scene: status,
    text: '▸{}',
    silent: { text: asked },
  },
  'flow.correlation-id-unknown': {
    scene: status,
    text: `{"correlationId":▸"${ID}"}`,
    silent: { after: [opened('mobile')] },
  },
  'flow.correlation-id-reused': {
    after: [opened('mobile')],
    scene: { ...status, operation: 'unify-status' },
    text: `{"correlationId":▸"${ID}"}`,
    silent: { scene: status },
  },
  'flow.expired': {
    after: [opened('mobile')],
    scene: { ...status, at: minutes(15) + 1 },
    text: `▸${asked}`,
    silent: { scene: { ...status, at: minutes(15) } },
  },
  'flow.after-end': {
    after: [opened('mobile'), later(seconds(2), 'true')],
    scene: status,
    text: `▸${asked}`,
    silent: { after: [opened('mobile'), later(seconds(2))] },
  },
  'flow.out-of-order': {
    after: [started],
    scene: { operation: 'challenge', at: seconds(5) },
    text: `▸{"correlationId":"${ID}"}`,
    silent: { scene: { operation: 'validate', at: seconds(5) } },
  },
  'flow.bind-early': {
    after: [opened('none')],
    scene: bind,
    text: `▸{"correlationId":"${ID}","phoneNumber":"2001004011"}`,
    silent: { after: [opened('none'), later(seconds(2), 'possession_required')] },
  },
  'flow.phone-not-allowed': {
    after: [opened('mobile')],
    scene: status,
    text: `{"correlationId":"${ID}",\n "phoneNumber":▸"2001004011"}`,
    silent: { after: [opened('none')] },
  },
  'flow.phone-required': {
    after: [opened('none'), later(seconds(2), 'possession_required')],
    scene: bind,
    text: `▸${asked}`,
    silent: { after: [opened('mobile'), later(seconds(2), 'possession_required')] },
  },
  'flow.polling-fast': {
    after: polls(999),
    scene: status,
    text: `▸${asked}`,
    silent: { after: polls(1000) },
  },
  'flow.truthy-success': {
    after: [opened('mobile')],
    scene: { operation: 'mfa-status', at: seconds(5) },
    in: 'response',
    text: '{"phoneNumber":"",\n "success":▸"false"}',
    silent: { text: '{"phoneNumber":"",\n "success":"true"}' },
  },
  'response.shape': {
    in: 'response',
    text: `{"correlationId":"${ID}",\n "success":▸true}`,
    silent: { text: `{"correlationId":"${ID}",\n "success":"true"}` },
  },
  'response.refused': {
    scene: { status: 400 },
    in: 'response',
    text: '{"code":▸8001,"message":"no"}',
    silent: { scene: { status: 500 } },
  },
};

/** The problems of the last of some calls, its flow's among them: `code severity side line:column`. */
function problemsOf(after: Scene[], scene: Scene, side: Case['in'], text: string): string[] {
  const log = new Log();
  const ids = side ? { body: defaultBody(scene), answer: text } : { body: text === '' ? null : text };
  const all = [...after, { ...scene, ...ids }];
  const last = all.map((each) => log.add(exchange(each))).at(-1);
  if (!last) throw new Error('The last call is none of V3');
  return log
    .problemsOf(last)
    .map(({ code, severity, in: where, line, column }) => `${code} ${severity} ${where} ${line}:${column}`);
}

const defaultBody = ({ operation = 'mfa' }: Scene) =>
  operation === 'mfa' ? { possessionType: 'mobile' } : { correlationId: ID };

describe.each(Object.entries(cases) as [CodeOfCall, Case][])(
  '%s',
  (code, { after = [], scene = {}, text, silent, ...rest }) => {
    const { text: plain, place } = marked(text);

    it('appears where it should', () => {
      const severity = severities[code];
      expect(problemsOf(after, scene, rest.in, plain)).toContain(
        `${code} ${severity} ${rest.in ?? 'request'} ${place}`,
      );
    });

    it('stays silent where it should', () => {
      const problems = problemsOf(
        silent.after ?? after,
        silent.scene ?? scene,
        rest.in,
        silent.text ?? plain,
      );
      expect(problems.filter((problem) => problem.startsWith(`${code} `))).toEqual([]);
    });
  },
);
