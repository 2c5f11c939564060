import { ALL_SETTINGS, type SettingsReading } from './read-settings.ts';
import { t, tn } from './words/words.ts';

/** What could not be read, as one sentence; undefined where all could. */
export function describeReading({ broken, lostRoutes, newer }: SettingsReading): string | undefined {
  const lost = [
    ...broken.map((name) => t('“{name}”', { name: name === ALL_SETTINGS ? t('all settings') : name })),
    ...(lostRoutes > 0 ? [tn(lostRoutes, { one: '{count} route', other: '{count} routes' })] : []),
  ];
  if (lost.length > 0)
    return t(
      'Saved settings are damaged: {parts} could not be read and begin anew; all else is as you left it.',
      { parts: lost.join(', ') },
    );
  return newer
    ? t(
        'The settings were saved by a later version of V3 Inspector; what this version knows of them is used.',
      )
    : undefined;
}

/** That storage did not give what was stored, as a sentence. */
export const describeUnread = (reason: string): string =>
  t(
    'The browser did not hand over the settings ({reason}): the panel begins with the usual ones. What is stored stays as it is, and what you change holds until this page is closed, or until the browser hands them over.',
    { reason },
  );

/** That storage did not take what was to be stored, as a sentence. */
export const describeRefused = (reason: string): string =>
  t('Settings could not be stored: the browser refused it ({reason}). They hold until this page is closed.', {
    reason,
  });
