import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { readRoutes } from '../../model/read-settings.ts';
import { kits } from '../../model/routes/kits.ts';
import { formatRoute } from '../../model/routes/parse-route.ts';
import type { Route } from '../../model/routes/route.ts';
import { emptyRouteForm, type RouteForm, toRouteForm } from '../../model/routes/route-form.ts';
import type { StoredRoute } from '../../model/routes/stored-route.ts';
import { MAX_ROUTES } from '../../model/settings.ts';
import { joinRoutes, readRoutesFile, writeRoutesFile } from '../../model/settings-file.ts';
import { t, tn } from '../../model/words/words.ts';
import { afterDrawing } from '../after-drawing.ts';
import { FileButtons } from './file-buttons.tsx';
import { RouteEditor } from './route-editor.tsx';
import { RouteList } from './route-list.tsx';
import { RouteTester } from './route-tester.tsx';
import type { SettingsStore } from './settings-store.ts';

/** What is being edited; each beginning of an edit is an object of its own. */
interface Editing {
  /** The rule of the route as the list has it, whose place may change meanwhile; undefined for a new one. */
  rule: string | undefined;
  form: RouteForm;
}

/** One's own paths and what they stand for, with a place to try them. */
export function RoutesPage({ store }: { store: SettingsStore }) {
  const editing = useSignal<Editing | undefined>(undefined);
  const { routes } = store.settings.value;
  const full = routes.length >= MAX_ROUTES;
  const add = (others: readonly StoredRoute[]) => {
    const joined = joinRoutes(routes, others).slice(0, MAX_ROUTES);
    const count = joined.length - routes.length;
    store.changeRoutes(joined, tn(count, { one: '{count} route added.', other: '{count} routes added.' }));
  };
  const edit = (route: Route, rule?: string) => {
    editing.value = { rule, form: toRouteForm(route) };
  };
  const root = useRef<HTMLFieldSetElement>(null);
  const close = () => {
    editing.value = undefined;
    // The form is gone, and the focus would be outside of the dialog.
    afterDrawing(() => root.current?.querySelector<HTMLElement>('.settings-actions button')?.focus());
  };
  const keep = (before: string | undefined, route: StoredRoute) => {
    close();
    const rule = formatRoute(route);
    const at = routes.findIndex((other) => formatRoute(other) === before);
    if (at < 0) store.changeRoutes([...routes, route], t('Added: {rule}', { rule }));
    else
      store.changeRoutes(
        routes.map((other, index) => (index === at ? { ...route, ...(other.off && { off: true }) } : other)),
        t('Changed: {rule}', { rule }),
      );
  };
  return (
    <>
      <fieldset ref={root}>
        <legend>{t('Routes')}</legend>
        <p class="quiet">
          {t(
            'A route says which operation a path of your own stands for. Routes come before everything else, in their order, and count for what was captured already, too.',
          )}
        </p>
        <RouteList store={store} onEdit={(route) => edit(route, formatRoute(route))} />
        {editing.value ? (
          <RouteEditor
            key={editing.value}
            form={editing.value.form}
            isNew={editing.value.rule === undefined}
            onKeep={(route) => keep(editing.value?.rule, route)}
            onCancel={close}
          />
        ) : (
          <div class="settings-actions">
            <button
              type="button"
              class="button"
              disabled={full}
              onClick={() => {
                editing.value = { rule: undefined, form: emptyRouteForm };
              }}
            >
              {t('Add a route')}
            </button>
            <label>
              <span class="hidden">{t('Routes of a starter kit')}</span>
              <select
                class="settings-field"
                value=""
                disabled={full}
                onChange={({ currentTarget }) => {
                  const kit = kits.find(({ id }) => id === currentTarget.value);
                  currentTarget.value = '';
                  if (kit) add(readRoutes(kit.routes).routes);
                }}
              >
                <option value="">{t('Add the routes of a starter kit…')}</option>
                {kits.map(({ id, title }) => (
                  <option key={id} value={id}>
                    {title}
                  </option>
                ))}
              </select>
            </label>
            <FileButtons
              exportLabel={t('Export routes')}
              importLabel={t('Import routes')}
              name="v3-inspector-routes.json"
              write={() => writeRoutesFile(store.settings.peek().routes)}
              read={(text) => {
                const reading = readRoutesFile(text);
                if ('error' in reading) return reading.error;
                add(reading.routes);
                return reading.lost === 0
                  ? undefined
                  : tn(reading.lost, {
                      one: '{count} route of the file could not be read and was left out.',
                      other: '{count} routes of the file could not be read and were left out.',
                    });
              }}
            />
          </div>
        )}
      </fieldset>
      <RouteTester routes={routes} onAdd={(route) => edit(route)} />
    </>
  );
}
