import { commonErrors } from './error-status.ts';
import { body, flag, integer, list, text } from './field.ts';
import type { Operation } from './operation.ts';
import { domainSdkMethods } from './sdk.ts';

const shared = { bearer: true, regions: ['us', 'eu'], errorStatuses: commonErrors } as const;
const reading = { ...shared, method: 'GET', bodyKind: 'none', bodyRequired: false } as const;
const writing = { ...shared, method: 'POST', bodyKind: 'json', bodyRequired: true } as const;

const pcid = (doc: string) => text({ doc, example: '12345' });

const scopes = () =>
  list(text({ doc: 'The name of a scope.', example: 'identity' }), {
    doc: 'What the link allows.',
    since: '2026-02-27',
  }).optional();

const partner = () => ({
  name: text({ doc: 'The name of the other domain.' }).optional(),
  pcid: pcid('The id of the other domain.').optional(),
  scopes: scopes(),
});

const links = (doc: string) =>
  list(
    body({
      ...partner(),
      acceptedAt: integer({ doc: 'When the link was confirmed, in seconds since 1970.' }).optional(),
      acceptedString: text({ doc: 'When the link was confirmed, as text.' }).optional(),
    }),
    { doc },
  ).optional();

const requests = (doc: string) =>
  list(
    body({
      ...partner(),
      requestedAt: integer({ doc: 'When the link was asked for, in seconds since 1970.' }).optional(),
      requestedString: text({ doc: 'When the link was asked for, as text.' }).optional(),
    }),
    { doc },
  ).optional();

const done = (doc: string) => body({ success: flag({ doc, example: true }) });

export const domainId: Operation = {
  ...reading,
  id: 'domain-id',
  path: '/v3/domain/id',
  title: 'Own domain',
  summary: 'Says which domain the credentials belong to.',
  since: '2025-08-25',
  sdk: domainSdkMethods('v3DomainIDRequest'),
  genericPath: true,
  response: body({
    issuerId: text({ doc: 'The id of the domain as the keeper of attributes.', since: '2026-04-15' }),
    name: text({ doc: 'The name of the domain.' }),
    pcid: pcid('The id of the domain.'),
  }),
  exampleResponse: { issuerId: 'prove', name: 'Client A', pcid: '12345' },
};

export const domainLinked: Operation = {
  ...reading,
  id: 'domain-linked',
  path: '/v3/domain/linked',
  title: 'Linked domains',
  summary: 'Lists the links of the domain to others, and those that were asked for.',
  since: '2025-08-25',
  sdk: domainSdkMethods('v3DomainLinkedRequest'),
  genericPath: false,
  response: body({
    linkedFrom: links('The domains that have linked this one.'),
    linkedTo: links('The domains that this one has linked.'),
    requestsFrom: requests('The domains that ask this one for a link.'),
    requestsTo: requests('The domains that this one asks for a link.'),
  }),
  exampleResponse: { linkedFrom: [], linkedTo: [{ name: 'Client A', pcid: '12345' }] },
};

export const domainLink: Operation = {
  ...writing,
  id: 'domain-link',
  path: '/v3/domain/link',
  title: 'Ask for a link',
  summary: 'Asks another domain for a link.',
  since: '2025-08-25',
  sdk: domainSdkMethods('v3DomainLinkRequest'),
  genericPath: true,
  request: body({ pcid: pcid('The id of the other domain.'), scopes: scopes() }),
  response: done('Whether the request is on its way.'),
  exampleRequest: { pcid: '12345' },
  exampleResponse: { success: true },
};

export const domainConfirmLink: Operation = {
  ...writing,
  id: 'domain-confirm-link',
  path: '/v3/domain/confirm-link',
  title: 'Confirm a link',
  summary: 'Accepts the link that another domain asked for.',
  since: '2025-08-26',
  sdk: domainSdkMethods('v3DomainConfirmLinkRequest'),
  genericPath: false,
  request: body({ pcid: pcid('The id of the domain that asked.') }),
  response: done('Whether the link stands.'),
  exampleRequest: { pcid: '12345' },
  exampleResponse: { success: true },
};

export const domainUnlink: Operation = {
  ...writing,
  id: 'domain-unlink',
  path: '/v3/domain/unlink',
  title: 'Drop a link',
  summary: 'Ends a link to or from another domain.',
  since: '2025-08-25',
  sdk: domainSdkMethods('v3DomainUnlinkRequest'),
  genericPath: false,
  request: body({
    pcidFrom: pcid('The id of the domain that the link comes from.').optional(),
    pcidTo: pcid('The id of the domain that the link goes to.').optional(),
  }),
  response: done('Whether the link is gone.'),
  exampleRequest: { pcidTo: '12345' },
  exampleResponse: { success: true },
};
