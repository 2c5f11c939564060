import { expect, it } from 'vitest';
import type { Exchange } from '../../model/exchange.ts';
import { ExchangePacker, ExchangeUnpacker } from './pack-exchanges.ts';

const exchange = (n: number): Exchange => ({
  id: `e${n}`,
  origin: 'imported',
  startedAt: n,
  duration: 1,
  timings: { wait: 1 },
  request: {
    method: 'POST',
    url: 'https://platform.uat.proveapis.com/v3/mfa',
    headers: [
      { name: 'Accept', value: '*/*' },
      { name: 'X-Number', value: String(n) },
      { name: '__proto__', value: '"\n\u2028' },
    ],
    body: { text: '{}', bytes: 2 },
  },
  ...(n % 2 === 0
    ? { response: { status: 200, statusText: 'OK', headers: [{ name: 'X-Number', value: String(n) }] } }
    : { failure: { kind: 'aborted', detail: '' } }),
});

it('gives the same exchanges on the other side, also when there are more headers than are remembered', () => {
  const packer = new ExchangePacker();
  const unpacker = new ExchangeUnpacker();
  for (let piece = 0; piece < 100; piece++) {
    const exchanges = Array.from({ length: 100 }, (_, n) => exchange(piece * 100 + n));
    expect(unpacker.unpack(packer.pack(exchanges))).toEqual(exchanges);
  }
});

it('sends what two pieces have in common once', () => {
  const packer = new ExchangePacker();
  const first = packer.pack([exchange(1)]);
  expect(first).toContain('Accept');
  expect(packer.pack([exchange(1)])).not.toContain('Accept');
});
