import { describe, expect, test } from 'vitest';
import { failureDetails } from '../model/compose/describe-failure.ts';
import { readPageProgress, readPageReport } from './page-report.ts';

const URL = 'https://api.example.com/v3/mfa';
const page = 'https://shop.example.com\ntrue\nfalse';

describe('the report of a page', () => {
  test('tells an answer with its headers', () => {
    const text = `answered\n12.5\n${page}\n9\n7\n\n200\n\ncontent-type: text/plain\nx-a: b: c\nx-empty: `;
    expect(readPageReport(URL, text)).toEqual({
      duration: 12.5,
      total: 9,
      kept: 7,
      response: {
        status: 200,
        statusText: '',
        headers: [
          { name: 'content-type', value: 'text/plain' },
          { name: 'x-a', value: 'b: c' },
          { name: 'x-empty', value: '' },
        ],
      },
    });
  });

  test('tells why there is none', () => {
    expect(readPageReport(URL, `rejected Failed to fetch\n3\n${page}\n0\n0\n\n`)).toEqual({
      duration: 3,
      total: 0,
      kept: 0,
      failure: { kind: 'cors', detail: 'Failed to fetch' },
    });
  });

  test('tells an answer that broke off', () => {
    expect(readPageReport(URL, `cut network error\n3\n${page}\n4\n4\n\n200\nOK`)).toMatchObject({
      response: { status: 200, statusText: 'OK', headers: [] },
      failure: { kind: 'unknown', detail: failureDetails.cut },
    });
  });

  test('tells where redirects led, and of one that was not followed no more than that', () => {
    const led = `answered\n9\n${page}\n0\n0\nhttps://other.example.com/v3/mfa\n200\nOK`;
    expect(readPageReport(URL, led)?.redirectedTo).toBe('https://other.example.com/v3/mfa');
    expect(readPageReport(URL, `redirect\n9\n${page}\n0\n0\n\n`)).toEqual({
      duration: 9,
      total: 0,
      kept: 0,
      failure: { kind: 'redirect', detail: '' },
    });
  });

  test.each([
    ['waiting', { phase: 'waiting', bytes: 0 }],
    ['receiving\n12\n200\nOK\ncontent-length: 90', { phase: 'receiving', bytes: 12, total: 90 }],
    ['receiving\n12\n200\nOK\ncontent-length: 90\ncontent-encoding: gzip', { phase: 'receiving', bytes: 12 }],
    ['gone', undefined],
  ])('of %j under way is %j', (text, progress) => {
    expect(readPageProgress(text)).toEqual(progress);
  });

  test.each(['gone', '', 'answered', 'something else\nof the page'])('%j is none', (text) => {
    expect(readPageReport(URL, text)).toBeUndefined();
  });
});
