import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeReading } from './describe-settings-trouble.ts';
import { readSettings } from './read-settings.ts';
import { defaultSettings, MAX_ROUTES, settingsSchema } from './settings.ts';

const fromText = (text: string): unknown => JSON.parse(text);
const nothingLost = { broken: [], lostRoutes: 0, newer: false };

describe('stored settings', () => {
  it('are the defaults where nothing was stored', () => {
    expect(readSettings(undefined)).toEqual({ settings: defaultSettings, ...nothingLost });
  });

  it('come back as they went in', () => {
    const settings = {
      ...defaultSettings,
      mask: true,
      bounds: { calls: 500, megabytes: 20 },
      routes: [{ path: '/api/mfa', operationId: 'mfa', off: true as const }],
    };
    expect(readSettings(JSON.parse(JSON.stringify(settings)))).toEqual({ settings, ...nothingLost });
  });

  it('of the first version keep what it had, and get what is new', () => {
    const { settings, ...lost } = readSettings({
      version: 1,
      preserveLog: true,
      listWidth: 500,
      timeLimit: 5,
      followRedirects: false,
      sdkCalls: false,
      view: 'calls',
      bodyLayout: 'form',
      calls: {
        columns: ['operation'],
        widths: { operation: 90 },
        order: { column: 'host', descending: true },
      },
    });
    expect(lost).toEqual(nothingLost);
    expect(settings).toEqual({
      ...defaultSettings,
      preserveLog: true,
      listWidth: 500,
      timeLimit: 5,
      followRedirects: false,
      sdkCalls: false,
      view: 'calls',
      bodyLayout: 'form',
      calls: {
        columns: ['operation'],
        widths: { operation: 90 },
        order: { column: 'host', descending: true },
      },
    });
  });

  it('that are damaged in part lose that part alone, and say which', () => {
    const reading = readSettings({
      version: 2,
      timeLimit: 'soon',
      preserveLog: true,
      calls: { columns: 7, widths: { host: 99 }, order: { column: 'host', descending: true } },
      bounds: { calls: -1, megabytes: 5 },
      routes: [
        { path: '/good', operationId: 'mfa' },
        { path: '/*', operationId: 'mfa' },
        { path: '/x', operationId: 'constructor' },
        null,
      ],
    });
    expect(reading.settings).toEqual({
      ...defaultSettings,
      preserveLog: true,
      calls: { ...defaultSettings.calls, widths: { host: 99 }, order: { column: 'host', descending: true } },
      bounds: { ...defaultSettings.bounds, megabytes: 5 },
      routes: [{ path: '/good', operationId: 'mfa' }],
    });
    expect(describeReading(reading)).toBe(
      'Saved settings are damaged: “timeLimit”, “calls.columns”, “bounds.calls”, 3 routes could not be read and begin anew; all else is as you left it.',
    );
  });

  it('of a later version are read as far as they are known, with a word about it', () => {
    const reading = readSettings({ version: 9, mask: true, wonders: { of: 'tomorrow' } });
    expect(reading.settings).toEqual({ ...defaultSettings, mask: true });
    expect(describeReading(reading)).toMatch(/later version/);
  });

  it.each([null, 7, 'text', [], [1], true])('that are %j are damaged as a whole', (stored) => {
    const reading = readSettings(stored);
    expect(reading.settings).toEqual(defaultSettings);
    expect(describeReading(reading)).toMatch(/“all settings” could not be read/);
  });

  it('cannot bring in anything by names of prototypes', () => {
    const { settings } = readSettings(
      fromText(
        '{"version":2,"__proto__":{"mask":true},"constructor":{"prototype":{"mask":true}},"bounds":{"__proto__":{"calls":500}},"calls":{"widths":{"__proto__":50}},"routes":{"__proto__":[]}}',
      ),
    );
    expect(settings.mask).toBe(false);
    expect(settings.bounds).toEqual(defaultSettings.bounds);
    expect(Object.hasOwn(settings, 'constructor')).toBe(false);
    expect(Object.getPrototypeOf(settings)).toBe(Object.prototype);
  });

  it('that are huge cost no more than what is kept of them', () => {
    const reading = readSettings({
      version: 2,
      calls: { columns: Array(1_000_000).fill('host') },
      routes: Array.from({ length: 100_000 }, (_, at) => ({ path: `/api/${at}`, operationId: 'mfa' })),
    });
    expect(reading.settings.routes).toHaveLength(MAX_ROUTES);
    expect(reading.lostRoutes).toBe(100_000 - MAX_ROUTES);
    expect(reading.settings.calls).toEqual(defaultSettings.calls);
  });

  it('are settings, whatever was stored', () => {
    const anything = fc.record(
      Object.fromEntries(Object.keys(defaultSettings).map((name) => [name, fc.jsonValue()])),
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), anything), (stored) => {
        expect(settingsSchema.safeParse(readSettings(stored).settings).success).toBe(true);
      }),
    );
  });
});
