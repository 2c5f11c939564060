import { describe, expect, it } from 'vitest';
import type { StoredRoute } from './routes/stored-route.ts';
import { defaultSettings } from './settings.ts';
import {
  joinRoutes,
  readRoutesFile,
  readSettingsFile,
  writeRoutesFile,
  writeSettingsFile,
} from './settings-file.ts';

const routes: StoredRoute[] = [
  { path: '/api/mfa', operationId: 'mfa', off: true },
  {
    method: 'POST',
    host: 'app.example.com',
    path: '/go',
    operationId: 'unify',
    envelope: { response: '/data' },
  },
];
const settings = { ...defaultSettings, mask: true, routes };

describe('a file of settings', () => {
  it('gives back what was written', () => {
    expect(readSettingsFile(writeSettingsFile(settings))).toMatchObject({
      settings,
      broken: [],
      lostRoutes: 0,
    });
    expect(readRoutesFile(writeRoutesFile(routes))).toEqual({ routes, lost: 0 });
  });

  it('has the routes in it, too', () => {
    expect(readRoutesFile(writeSettingsFile(settings))).toEqual({ routes, lost: 0 });
  });

  it('that is damaged in part gives the rest', () => {
    const text = writeSettingsFile(settings)
      .replace('"timeLimit": 60', '"timeLimit": "x"')
      .replace('/api/mfa', '/*');
    expect(readSettingsFile(text)).toMatchObject({
      settings: { ...settings, routes: routes.slice(1) },
      broken: ['timeLimit'],
      lostRoutes: 1,
    });
  });

  it.each(['', 'no JSON', '{}', '[]', 'null', '{"format":"v3-inspector-drafts"}', '"v3-inspector-settings"'])(
    'is not %j',
    (text) => {
      expect(readSettingsFile(text)).toEqual({ error: expect.stringMatching(/no file of settings/) });
      expect(readRoutesFile(text)).toEqual({ error: expect.stringMatching(/no file of routes/) });
    },
  );

  it('is told from one of routes alone', () => {
    expect(readSettingsFile(writeRoutesFile(routes))).toEqual({
      error: expect.stringMatching(/under Routes/),
    });
  });
});

it('routes that are there already are not added again, whatever the order of their parts', () => {
  const [off, on] = routes;
  const same = { path: '/api/mfa', operationId: 'mfa' };
  const other = { operationId: 'mfa', path: '/new' };
  expect(joinRoutes(routes, [same, other, other])).toEqual([off, on, other]);
});
