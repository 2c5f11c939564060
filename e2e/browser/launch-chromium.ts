import path from 'node:path';
import { requireBrowser } from '../bin/browsers.mjs';
import { BrowserProcess, prepareExtension, readManifest, temporaryFolder } from './browser-process.ts';
import { Chromium } from './chromium.ts';
import { connectTo } from './chromium-connection.ts';
import { commandLine, writePreferences } from './chromium-start.ts';
import type { LaunchOptions } from './driver.ts';
import { until } from './until.ts';

/** Starts Chromium with the extension loaded and an empty tab. Throws when there is none or it does not start. */
export async function launchChromium(options: LaunchOptions): Promise<Chromium> {
  const folder = await temporaryFolder();
  const profile = path.join(folder, 'profile');
  const downloads = path.join(folder, 'downloads');
  await writePreferences(profile, options);
  const extension = await prepareExtension(options, folder);
  const { devtools_page: devtoolsPage = '' } = await readManifest(extension);
  const args = commandLine(path.resolve(extension), profile, options);
  const program = new BrowserProcess(requireBrowser('chromium'), args, folder);
  try {
    const [port, place] = (await program.portFile('profile/DevToolsActivePort')).split('\n');
    const endpoint = `http://127.0.0.1:${port}${place}`;
    const browser = await connectTo(endpoint);
    const control = await browser.newBrowserCDPSession();
    const firstPage = () => browser.contexts()[0]?.pages()[0];
    const page = await until(firstPage, 'the first tab');
    return new Chromium({
      process: program,
      endpoint,
      browser,
      control,
      page,
      options,
      downloads,
      devtoolsPage,
    });
  } catch (error) {
    await program.end(async () => undefined);
    throw error;
  }
}
