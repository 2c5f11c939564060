import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { LaunchOptions, Theme } from './driver.ts';

/** What Chromium is started with. */
export function commandLine(
  extension: string,
  profile: string,
  { hostMap = [], visible }: LaunchOptions,
): string[] {
  // Chromium's sandbox does not run as root, as in a container.
  const asRoot = process.getuid?.() === 0;
  return [
    ...(visible ? [] : ['--headless=new']),
    ...(asRoot ? ['--no-sandbox'] : []),
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-quic',
    '--remote-debugging-port=0',
    '--window-size=1280,900',
    `--user-data-dir=${profile}`,
    `--load-extension=${extension}`,
    `--disable-extensions-except=${extension}`,
    ...(hostMap.length > 0
      ? [`--host-resolver-rules=${hostMap.map((host) => `MAP ${host} 127.0.0.1`).join(',')}`]
      : []),
    'about:blank',
  ];
}

/** A theme as DevTools names it. */
export const themeSetting = (theme: Theme) => (theme === 'dark' ? 'dark' : 'default');

/**
 * What DevTools is set to at the start. Docked, the panel's tab hides behind a menu; its first tool would be loaded for
 * each test, and the console is the lightest. Each value is JSON.
 */
export const devtoolsPreferences = ({ theme = 'light' }: LaunchOptions): Record<string, string> => ({
  currentDockState: JSON.stringify('undocked'),
  'panel-selected-tab': JSON.stringify('console'),
  'ui-theme': JSON.stringify(themeSetting(theme)),
});

/** Writes what DevTools is set to into a new profile. */
export async function writePreferences(profile: string, options: LaunchOptions): Promise<void> {
  await mkdir(path.join(profile, 'Default'), { recursive: true });
  const preferences = devtoolsPreferences(options);
  await writeFile(
    path.join(profile, 'Default', 'Preferences'),
    JSON.stringify({ devtools: { preferences } }),
  );
}
