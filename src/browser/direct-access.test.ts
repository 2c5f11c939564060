import { expect, test, vi } from 'vitest';

const fake = vi.hoisted(() => {
  const stored: Record<string, unknown> = {};
  return { stored, required: ['https://built-in.example/*'] };
});
vi.mock('./browser.ts', () => ({
  default: {
    runtime: { getManifest: () => ({ host_permissions: fake.required }) },
    storage: {
      local: {
        get: async (key: string) => ({ [key]: fake.stored[key] }),
        set: async (values: object) => void Object.assign(fake.stored, values),
      },
    },
  },
}));

const { directAccess } = await import('./direct-access.ts');

/** The browser's permissions, as far as hosts go. */
function permissions(...granted: string[]): Parameters<typeof directAccess>[0] {
  const origins = new Set([...fake.required, ...granted]);
  const listeners: (() => void)[] = [];
  const event = { addListener: (listener: () => void) => void listeners.push(listener) };
  return {
    getAll: async () => ({ origins: [...origins] }),
    contains: async ({ origins: [origin = ''] = [] }: { origins?: string[] }) => origins.has(origin),
    request: async () => false,
    remove: async ({ origins: [origin = ''] = [] }: { origins?: string[] }) => {
      const gone = !fake.required.includes(origin) && origins.delete(origin);
      if (gone) for (const tell of listeners) tell();
      return gone;
    },
    onAdded: event,
    onRemoved: event,
  };
}

test('the hosts that were allowed are listed, and known to pages that cannot ask; those of the build are not', async () => {
  const access = directAccess(permissions('https://b.example/*', 'http://127.0.0.1/*', 'file:///*'));
  expect(await access.list()).toEqual(['http://127.0.0.1/*', 'https://b.example/*']);
  expect(fake.stored.hostAccess).toEqual(['http://127.0.0.1/*', 'https://b.example/*']);
});

test('a host that is given back is gone from the browser and from the list, and whoever watches is told', async () => {
  const access = directAccess(permissions('https://b.example/*', 'http://127.0.0.1/*'));
  const changed = vi.fn();
  access.watch(changed);
  await access.list();
  expect(await access.revoke('https://b.example/*')).toBe(true);
  expect(changed).toHaveBeenCalled();
  expect(await access.has('https://b.example')).toBe(false);
  expect(await access.list()).toEqual(['http://127.0.0.1/*']);
  expect(fake.stored.hostAccess).toEqual(['http://127.0.0.1/*']);
});

test('what the browser keeps is said to be kept', async () => {
  const access = directAccess(permissions());
  expect(await access.revoke('https://built-in.example/*')).toBe(false);
});
