import { useSignal } from '@preact/signals';
import { variablesIn } from '../../model/compose/draft.ts';
import { isVariableName } from '../../model/compose/variables.ts';
import { t, tn, tParts } from '../../model/words/words.ts';
import { afterDrawing } from '../after-drawing.ts';
import { Icon } from '../icons.tsx';
import { MaskedInput } from '../mask/masked-input.tsx';
import { useNow } from '../use-now.ts';
import type { ComposerStore } from './composer-store.ts';
import { Section } from './section.tsx';
import { ShowButton } from './show-button.tsx';
import { isMade, isOwn } from './variables-store.ts';

/** The variables with the values that they have now, to look at and to change. */
export function VariablesSection({ composer }: { composer: ComposerStore }) {
  const draft = composer.draft.value;
  if (!draft) return null;
  const used = variablesIn(draft);
  const unknown = used.filter((name) => composer.variables.look(name) === undefined);
  const told = draft.verbatim
    ? t('sent as they stand')
    : [
        used.length > 0 && tn(used.length, { one: '{count} used', other: '{count} used' }),
        unknown.length > 0 &&
          tn(unknown.length, { one: '{count} without a value', other: '{count} without a value' }),
      ]
        .filter(Boolean)
        .join(', ');
  return (
    <Section
      id="composer-variables"
      title={t('Variables')}
      told={told || t('none used')}
      open={composer.variables.open}
    >
      <VariablesTable composer={composer} used={used} />
    </Section>
  );
}

function VariablesTable({ composer, used }: { composer: ComposerStore; used: readonly string[] }) {
  const { variables } = composer;
  const names = [...new Set([...used, ...variables.names.value])];
  // The time of sending goes on.
  useNow();
  return (
    <div class="composer-headers">
      <p class="quiet">
        {tParts(
          'Write {example} in the body, the URL or a header; the value is filled in, rightly escaped, when the request is sent. Values are held in memory only.',
          { example: <code>{'{{name}}'}</code> },
        )}
      </p>
      <label class="check">
        <input
          type="checkbox"
          checked={!composer.draft.value?.verbatim}
          onChange={({ currentTarget }) => composer.edit({ verbatim: !currentTarget.checked })}
        />
        {t('Fill in variables')}
      </label>
      <table aria-label={t('Variables')}>
        <thead>
          <tr>
            <th scope="col">{t('Variable')}</th>
            <th scope="col">{t('Value')}</th>
            <th scope="col">
              <span class="hidden">{t('Actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {names.map((name) => (
            <VariableRow key={name} name={name} isUsed={used.includes(name)} composer={composer} />
          ))}
        </tbody>
      </table>
      <AddVariable composer={composer} />
    </div>
  );
}

/** The id of the field of a variable's value. */
export const variableFieldId = (name: string): string => `composer-variable-${name}`;

function VariableRow({ name, isUsed, composer }: { name: string; isUsed: boolean; composer: ComposerStore }) {
  const { variables } = composer;
  const shown = useSignal(false);
  const { value = '', from, secret, editable } = variables.describe(name);
  const missing = isUsed && value === '';
  const note = `${variableFieldId(name)}-note`;
  const concealed = secret && !shown.value;
  return (
    <tr>
      <td>
        <code class={missing ? 'tone-error' : ''}>{`{{${name}}}`}</code>
      </td>
      <td>
        <div class="composer-value">
          <MaskedInput
            id={variableFieldId(name)}
            class={`composer-field ${concealed ? 'composer-concealed' : ''}`}
            type="text"
            spellcheck={false}
            autocomplete="off"
            readOnly={!editable}
            aria-label={t('Value of {name}', { name })}
            aria-invalid={missing}
            aria-describedby={note}
            value={concealed && !editable && value !== '' ? '••••••••' : value}
            mask={(mask, text) => mask.field({ name: secret ? 'token' : name, value: text })}
            onType={(text) => variables.set(name, text)}
          />
          {secret && value !== '' && <ShowButton shown={shown} of={t('the value of {name}', { name })} />}
        </div>
        <p class={missing ? 'composer-problem' : 'quiet'} id={note}>
          {from}
        </p>
      </td>
      <td>
        {isOwn(name) && variables.names.value.includes(name) && (
          <button
            type="button"
            class="tool"
            aria-label={t('Remove the variable {name}', { name })}
            title={t('Remove')}
            onClick={() => variables.remove(name)}
          >
            <Icon name="close" />
          </button>
        )}
      </td>
    </tr>
  );
}

function AddVariable({ composer }: { composer: ComposerStore }) {
  const { variables } = composer;
  const name = useSignal('');
  const typed = name.value.trim();
  const problem =
    typed === ''
      ? undefined
      : !isVariableName(typed)
        ? t('A name begins with a letter, and may hold letters, digits and _ . - only.')
        : isMade(typed)
          ? t('{variable} is filled in by itself.', { variable: `{{${typed}}}` })
          : undefined;
  const add = () => {
    if (typed === '' || problem !== undefined) return;
    if (!variables.names.peek().includes(typed)) variables.set(typed, '');
    name.value = '';
    afterDrawing(() => document.getElementById(variableFieldId(typed))?.focus());
  };
  return (
    <>
      <div class="composer-row composer-add">
        <input
          class="composer-field"
          type="text"
          spellcheck={false}
          autocomplete="off"
          placeholder={t('name')}
          aria-label={t('Name of a new variable')}
          aria-invalid={problem !== undefined}
          aria-describedby={problem === undefined ? undefined : 'composer-new-variable-problem'}
          value={name.value}
          onInput={({ currentTarget }) => (name.value = currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return;
            event.preventDefault();
            add();
          }}
        />
        <button type="button" class="button" onClick={add}>
          {t('Add variable')}
        </button>
      </div>
      {problem !== undefined && (
        <p class="composer-problem" id="composer-new-variable-problem">
          {problem}
        </p>
      )}
    </>
  );
}

/** Says beside the Send button which variables keep the request from going out. */
export function UnknownVariables({ composer }: { composer: ComposerStore }) {
  const names = [...new Set(composer.filled.value?.unknown.map(({ name }) => name))];
  const [first] = names;
  if (first === undefined) return null;
  const list = names.slice(0, 3).map((name) => `{{${name}}}`);
  const more = names.length - list.length;
  return (
    <p class="composer-problem" role="alert">
      {more > 0
        ? tn(
            more,
            {
              one: 'Nothing can be sent yet: {names} and {count} other variable have no value.',
              other: 'Nothing can be sent yet: {names} and {count} other variables have no value.',
            },
            { names: list.join(', ') },
          )
        : tn(
            names.length,
            {
              one: 'Nothing can be sent yet: {names} has no value.',
              other: 'Nothing can be sent yet: {names} have no value.',
            },
            { names: list.join(', ') },
          )}{' '}
      <button type="button" class="composer-link" onClick={() => giveValue(composer, first)}>
        {names.length === 1 ? t('Give it one') : t('Give them one')}
      </button>
    </p>
  );
}

/** Opens the place where a variable gets its value. */
function giveValue({ variables, token }: ComposerStore, name: string) {
  const isToken = name === 'bearerToken';
  (isToken ? token : variables).open.value = true;
  afterDrawing(() =>
    document.getElementById(isToken ? 'composer-client-id' : variableFieldId(name))?.focus(),
  );
}
