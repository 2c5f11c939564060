import { useSignal } from '@preact/signals';
import { describeReading } from '../../model/describe-settings-trouble.ts';
import { callColumns } from '../../model/filter/call-order.ts';
import { defaultCallsLayout } from '../../model/filter/calls-layout.ts';
import { defaultSettings, numberLimits, type Settings, type TimeFormat } from '../../model/settings.ts';
import { readSettingsFile, writeSettingsFile } from '../../model/settings-file.ts';
import { t } from '../../model/words/words.ts';
import { columns } from '../calls/columns.tsx';
import { CheckField, NumberField } from './fields.tsx';
import { FileButtons } from './file-buttons.tsx';
import type { SettingsStore } from './settings-store.ts';

/** All settings but routes and hosts. Each applies at once. */
export function GeneralPage({ store }: { store: SettingsStore }) {
  const settings = store.settings.value;
  const { bounds, calls } = settings;
  const check = (name: 'preserveLog' | 'mask' | 'maskExports' | 'sdkCalls' | 'followRedirects') => ({
    checked: settings[name],
    onChange: (on: boolean) => store.change({ [name]: on }),
  });
  /** How often all was replaced: a number that was refused goes with it, though its setting may stay what it was. */
  const replaced = useSignal(0);
  const replace = (change: Partial<Settings>, sentence: string) => {
    replaced.value++;
    store.changeUndoably(change, sentence);
  };
  return (
    <>
      <fieldset>
        <legend>{t('Log')}</legend>
        <NumberField
          key={`calls ${replaced.value}`}
          label={t('Calls to keep at most')}
          value={bounds.calls}
          limits={numberLimits.calls}
          onChange={(count) => store.change({ bounds: { ...bounds, calls: count } })}
        />
        <NumberField
          key={`bodies ${replaced.value}`}
          label={t('Bodies to keep at most, in MB')}
          value={bounds.megabytes}
          limits={numberLimits.megabytes}
          onChange={(megabytes) => store.change({ bounds: { ...bounds, megabytes } })}
        />
        <p class="quiet">
          {t('Where there is more, the oldest flow goes first; the foot of the panel says how much went.')}
        </p>
        <CheckField label={t('Keep the log when the page navigates')} {...check('preserveLog')} />
      </fieldset>
      <fieldset>
        <legend>{t('Masking')}</legend>
        <CheckField label={t('Mask secrets and personal data on screen')} {...check('mask')} />
        <CheckField
          label={t('Mask them in exports, unless an export says otherwise')}
          {...check('maskExports')}
        />
      </fieldset>
      <fieldset>
        <legend>{t('Times')}</legend>
        {timeFormats().map(({ format, label }) => (
          <label class="check" key={format}>
            <input
              type="radio"
              name="time-format"
              checked={settings.timeFormat === format}
              onChange={() => store.change({ timeFormat: format })}
            />
            {label}
          </label>
        ))}
      </fieldset>
      <fieldset>
        <legend>{t('Columns of the calls')}</legend>
        <div class="settings-columns">
          {callColumns.map((column) => {
            const shown = calls.columns.includes(column);
            return (
              <CheckField
                key={column}
                label={columns[column].label()}
                checked={shown}
                disabled={shown && calls.columns.length === 1}
                onChange={(on) =>
                  store.change({
                    calls: {
                      ...calls,
                      columns: on
                        ? [...calls.columns, column]
                        : calls.columns.filter((other) => other !== column),
                    },
                  })
                }
              />
            );
          })}
        </div>
        <p>
          <button type="button" class="button" onClick={() => store.change({ calls: defaultCallsLayout })}>
            {t('Usual columns and widths')}
          </button>
        </p>
      </fieldset>
      <fieldset>
        <legend>{t('Flows and sending')}</legend>
        <CheckField
          label={t('Show what the client SDK does in the picture of a flow')}
          {...check('sdkCalls')}
        />
        <NumberField
          key={`limit ${replaced.value}`}
          label={t('Time limit of a send, in s')}
          value={settings.timeLimit}
          limits={numberLimits.timeLimit}
          onChange={(timeLimit) => store.change({ timeLimit })}
        />
        <CheckField label={t('Follow redirects')} {...check('followRedirects')} />
      </fieldset>
      <fieldset>
        <legend>{t('All settings as a file')}</legend>
        <p class="quiet">{t('With the routes; nothing that was captured is in it.')}</p>
        <FileButtons
          exportLabel={t('Export settings')}
          importLabel={t('Import settings')}
          name="v3-inspector-settings.json"
          write={() => writeSettingsFile(store.settings.peek())}
          read={(text) => {
            const reading = readSettingsFile(text);
            if ('error' in reading) return reading.error;
            const { view, listWidth, flowsWidth, ...imported } = reading.settings;
            replace(imported, describeReading(reading) ?? t('Settings imported.'));
            return undefined;
          }}
        />
        <p>
          <button
            type="button"
            class="button"
            onClick={() => {
              const { view, listWidth, flowsWidth, routes, ...usual } = defaultSettings;
              replace(usual, t('All settings but the routes are the usual ones again.'));
            }}
          >
            {t('Reset')}
          </button>
        </p>
      </fieldset>
    </>
  );
}

const timeFormats = (): readonly { format: TimeFormat; label: string }[] => [
  { format: 'local', label: t('This machine’s time of day') },
  { format: 'utc', label: t('UTC, as logs of servers have it') },
  { format: 'elapsed', label: t('Since the first call of the log') },
];
