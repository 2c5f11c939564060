import { expect, test, until } from './inspector.ts';

test('a call with two errors is invalid, and both stand at their line and column', async ({
  inspector,
  runDemo,
  picture,
}) => {
  await inspector.open('Calls');
  await runDemo('two-errors');
  expect((await inspector.rowsWhen(1))[0]?.verdict).toBe('invalid');
  await inspector.chooseCall(0);
  const problems = await until(async () => {
    const found = await inspector.problems();
    return found.length === 2 && found;
  }, 'two problems');
  expect(problems[0]).toMatch(
    /“phoneNumber” is not allowed with possessionType “none”.* 3:18 · mfa\.phone-not-allowed/,
  );
  expect(problems[1]).toMatch(/“smsMessage” should be a string\. line 4, column 17 4:17 · field\.type/);
  // Both are underlined where they are.
  await until(
    async () => (await inspector.details.locator('.cm-lintRange-error').count()) === 2,
    'two underlined places',
  );
  expect(await inspector.details.locator('.cm-lintRange-error').texts()).toEqual(['"2001004011"', 'null']);
  await picture('two-errors');
});

test('each kind of bad body has its verdict and its reason', async ({ inspector, runDemo }) => {
  await inspector.open('Calls');
  const bad = [
    ['broken-json', 'unreadable', /body\.syntax/],
    ['json-array', 'unreadable', /body\.not-object/],
    ['empty-body', 'unreadable', /body\.missing/],
    ['duplicate-key', 'valid', /body\.duplicate-key/],
    ['wrong-types', 'invalid', /field\.type/],
    ['snake-case', 'invalid', /Did you mean “possessionType”\?/],
    ['text-plain', 'valid', /body\.content-type/],
    ['utf-16', 'unreadable', /body\.syntax/],
    ['get-instead-of-post', 'unreadable', /body\.missing/],
  ] as const;
  for (const [index, [action, verdict, said]] of bad.entries())
    await test.step(action, async () => {
      await runDemo(action);
      expect((await inspector.rowsWhen(index + 1))[index]?.verdict).toBe(verdict);
      await inspector.chooseCall(index);
      await until(
        async () => (await inspector.problems()).some((problem) => said.test(problem)),
        String(said),
      );
    });
});

test('a body of 5 MB is too large in Chromium, and truncated where Firefox cuts it; the panel stays usable', async ({
  inspector,
  runDemo,
  target,
}) => {
  await inspector.open('Calls');
  await runDemo('five-megabytes');
  const [row] = await inspector.rowsWhen(1);
  await inspector.chooseCall(0);
  if (target === 'chromium') {
    await until(
      async () => (await inspector.problems()).some((problem) => /body\.too-large/.test(problem)),
      'body.too-large',
    );
  } else {
    expect(row?.verdict).toBe('truncated');
    await until(
      async () => /nothing is claimed about the rest/.test(await inspector.details.text()),
      'what is not known',
    );
  }
  await runDemo('unknown-phone');
  await inspector.rowsWhen(2);
});

test('an HTML answer and a binary one each get a note', async ({ inspector, runDemo }) => {
  await inspector.open('Calls');
  await runDemo('html-answer', 'binary-answer');
  await inspector.rowsWhen(2);
  for (const [index, type] of [
    [0, 'text/html'],
    [1, 'application/octet-stream'],
  ] as const) {
    await inspector.chooseCall(index);
    await until(
      async () => (await inspector.details.text()).includes(`The answer is no JSON object (${type})`),
      type,
    );
  }
});

test('a GET on a POST path says so in its row and its details', async ({ inspector, runDemo }) => {
  await inspector.open('Calls');
  await runDemo('get-instead-of-post');
  const [row] = await inspector.rowsWhen(1);
  expect(row?.operation).toMatch(/^mfa ?GET$/);
  await inspector.chooseCall(0);
  await until(
    async () => /Sent with GET; this operation takes POST/.test(await inspector.details.text()),
    'the note',
  );
});

test('rules of EU hosts apply on EU hosts', async ({ inspector, runDemo, browserUnderTest }) => {
  await inspector.open('Calls');
  await runDemo();
  for (const host of ['us', 'eu'] as const) {
    await browserUnderTest.page.evaluate((name: 'us' | 'eu') => window.demo.useHost(name), host);
    await browserUnderTest.page.evaluate(async (name: string) => {
      const port = document.querySelector('option')?.textContent?.match(/:(\d+)/)?.[1];
      const base = `http://platform.uat.${name === 'eu' ? 'eu.' : ''}proveapis.com:${port}`;
      const answer = await fetch(`${base}/v3/mfa`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: '{"possessionType":"mobile"}',
      });
      // Chromium tells of a call when its answer has been read.
      await answer.text();
    }, host);
  }
  const rows = await inspector.rowsWhen(2);
  expect(rows.map(({ verdict }) => verdict)).toEqual(['valid', 'invalid']);
  await inspector.chooseCall(1);
  await until(
    async () => (await inspector.problems()).some((problem) => /mfa\.phone-required-eu/.test(problem)),
    'the EU rule',
  );
});
