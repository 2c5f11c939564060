import browser from './browser.ts';

export type Theme = 'light' | 'dark';

/** Tells the theme of the system, which pages beside DevTools follow. */
export function followSystemTheme(apply: (theme: Theme) => void): void {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const tell = () => apply(dark.matches ? 'dark' : 'light');
  tell();
  dark.addEventListener('change', tell);
}

/** Tells the theme of DevTools, now and whenever it changes. */
export function followTheme(apply: (theme: Theme) => void): void {
  const tell = (name: string | undefined) => apply(name === 'dark' ? 'dark' : 'light');
  const { panels } = browser.devtools;
  tell(panels.themeName);
  // Chromium has a setter where Firefox has an event.
  const setHandler: unknown = Reflect.get(panels, 'setThemeChangeHandler');
  if (typeof setHandler === 'function') Reflect.apply(setHandler, panels, [tell]);
  else panels.onThemeChanged?.addListener(tell);
}
