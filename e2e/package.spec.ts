import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { filesIn } from './bin/list-files.ts';
import { zipFiles } from './bin/zip-files.ts';
import { launch } from './browser/driver.ts';
import { builds } from './browser/fixtures.ts';
import { expect, test } from './inspector.ts';
import { Inspector } from './inspector-page.ts';

test('the package for the store works as it comes out of its zip, without access to any host', async ({
  target,
  demo,
}, testInfo) => {
  const zip = zipFiles(builds[target], filesIn(builds[target]));
  const extensionZip = testInfo.outputPath('v3-inspector.zip');
  writeFileSync(extensionZip, zip);
  const extension = testInfo.outputPath('v3-inspector');
  for (const [file, content] of Object.entries(unzipSync(zip))) {
    mkdirSync(path.dirname(path.join(extension, file)), { recursive: true });
    writeFileSync(path.join(extension, file), content);
  }
  const browser = await launch(target, { extension, extensionZip });
  try {
    const inspector = new Inspector(browser);
    await inspector.open('Calls');
    await browser.page.goto(demo.url);
    await browser.page.evaluate(() => window.demo.run('unknown-phone'));
    expect(await inspector.rowsWhen(1)).toMatchObject([{ operation: 'mfa', status: '400' }]);
    expect(await browser.errors()).toEqual([]);
  } finally {
    await browser.close();
  }
});
