import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { holdsSecret } from '../../model/compose/bearer-token.ts';
import { headerProblem, toWireHeaders } from '../../model/compose/draft-headers.ts';
import type { Header } from '../../model/exchange.ts';
import { t, tn } from '../../model/words/words.ts';
import { afterDrawing, isFocusLost } from '../after-drawing.ts';
import { Icon } from '../icons.tsx';
import { MaskedInput } from '../mask/masked-input.tsx';
import type { ComposerStore } from './composer-store.ts';
import { headerNames } from './header-names.ts';
import { Section } from './section.tsx';
import { ShowButton } from './show-button.tsx';

/** The headers that are sent besides the browser's own. */
export function HeaderSection({ composer }: { composer: ComposerStore }) {
  const open = useSignal(false);
  const headers = composer.filled.value?.draft.headers ?? composer.draft.value?.headers ?? [];
  const sent = toWireHeaders(headers).length;
  const kept = headers.filter((header) => headerProblem(header) !== undefined).length;
  return (
    <Section
      id="composer-headers"
      title={t('Headers')}
      told={
        <>
          {sent}
          {kept > 0 && (
            <span class="tone-error">
              , {tn(kept, { one: '{count} not sent', other: '{count} not sent' })}
            </span>
          )}
        </>
      }
      open={open}
    >
      <HeaderTable composer={composer} />
    </Section>
  );
}

/** One row a header. */
function HeaderTable({ composer }: { composer: ComposerStore }) {
  const table = useRef<HTMLTableElement>(null);
  const adder = useRef<HTMLButtonElement>(null);
  const headers = composer.draft.value?.headers ?? [];
  const filled = composer.filled.value?.draft.headers ?? headers;
  const replace = (at: number, change: Partial<Header>) =>
    composer.edit({ headers: headers.map((row, index) => (index === at ? { ...row, ...change } : row)) });
  const add = () => {
    composer.edit({ headers: [...headers, { name: '', value: '' }] });
    afterDrawing(() => table.current?.querySelector<HTMLInputElement>('tr:last-child input')?.focus());
  };
  const remove = (at: number) => {
    composer.edit({ headers: headers.filter((_, index) => index !== at) });
    // A row is drawn with what the next one holds: only the last place loses the focus.
    afterDrawing(() => {
      if (!isFocusLost()) return;
      const last = table.current?.querySelector<HTMLElement>('tr:last-child td:last-child button');
      (last ?? adder.current)?.focus();
    });
  };
  return (
    <div class="composer-headers">
      <table aria-label={t('Headers')} ref={table}>
        <thead>
          <tr>
            <th scope="col">{t('Header')}</th>
            <th scope="col">{t('Value')}</th>
            <th scope="col">
              <span class="hidden">{t('Remove')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {headers.map((header, index) => (
            <HeaderRow
              // Rows have no identity but their place.
              key={index}
              index={index}
              header={header}
              sent={filled[index] ?? header}
              onChange={(change) => replace(index, change)}
              onRemove={() => remove(index)}
            />
          ))}
        </tbody>
      </table>
      <datalist id="composer-header-names">
        {headerNames.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <button type="button" class="button" ref={adder} onClick={add}>
        {t('Add header')}
      </button>
    </div>
  );
}

interface RowProps {
  index: number;
  header: Header;
  /** With the values of its variables. */
  sent: Header;
  onChange: (change: Partial<Header>) => void;
  onRemove: () => void;
}

/** The id of the field of a header's value. */
export const headerFieldId = (index: number): string => `composer-header-${index}`;

function HeaderRow({ index, header, sent, onChange, onRemove }: RowProps) {
  const shown = useSignal(false);
  const problem = headerProblem(sent);
  const secret = holdsSecret(header);
  const number = index + 1;
  const described = problem === undefined ? undefined : `composer-header-problem-${number}`;
  const input = (part: keyof Header, label: string) => (
    <MaskedInput
      class={`composer-field ${part === 'value' && secret && !shown.value ? 'composer-concealed' : ''}`}
      type="text"
      spellcheck={false}
      {...(part === 'name' ? { list: 'composer-header-names' } : { id: headerFieldId(index) })}
      autocomplete="off"
      aria-label={label}
      aria-invalid={problem !== undefined}
      aria-describedby={described}
      value={header[part]}
      mask={(mask, text) => (part === 'value' ? mask.header({ name: header.name, value: text }) : text)}
      onType={(text) => onChange({ [part]: text })}
    />
  );
  return (
    <tr>
      <td>{input('name', t('Name of header {number}', { number }))}</td>
      <td>
        <div class="composer-value">
          {input('value', t('Value of header {number}', { number }))}
          {secret && <ShowButton shown={shown} of={t('the value of header {number}', { number })} />}
        </div>
        {problem !== undefined && (
          <p class="composer-problem" id={described}>
            {problem}
          </p>
        )}
      </td>
      <td>
        <button
          type="button"
          class="tool"
          aria-label={
            header.name
              ? t('Remove header {number}, {name}', { number, name: header.name })
              : t('Remove header {number}', { number })
          }
          title={t('Remove')}
          onClick={onRemove}
        >
          <Icon name="close" />
        </button>
      </td>
    </tr>
  );
}
