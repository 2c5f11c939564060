import { describeFix } from '../../model/problems/describe-fix.ts';
import type { Problem } from '../../model/problems/problem.ts';
import { t, tn } from '../../model/words/words.ts';
import type { ComposerStore } from './composer-store.ts';

/** What can be done with the body as a whole. */
export function BodyTools({ composer, problems }: { composer: ComposerStore; problems: readonly Problem[] }) {
  const { bodyEditing } = composer;
  const editor = bodyEditing.editor.value;
  const fixable = problems.filter(({ fix }) => fix);
  const [first] = fixable;
  return (
    <div class="composer-body-tools" role="toolbar" aria-label={t('Body tools')}>
      <Tool
        label={t('Undo')}
        title={t('Undo the last change of the body or of the operation (Ctrl or Cmd and Z)')}
        disabled={!bodyEditing.undoable.value}
        onClick={() => editor?.undo()}
      />
      <Tool
        label={t('Redo')}
        title={t('Redo what was undone (Ctrl or Cmd, Shift and Z)')}
        disabled={!bodyEditing.redoable.value}
        onClick={() => editor?.redo()}
      />
      {composer.operation.value?.bodyKind !== 'form' && (
        <Tool
          label={t('Format')}
          title={t('Lay the JSON out (Shift, Alt and F)')}
          disabled={!editor}
          onClick={() => editor?.format()}
        />
      )}
      {first && (
        <Tool
          label={tn(fixable.length, { one: 'Fix {count} problem', other: 'Fix all {count}' })}
          title={
            fixable.length > 1
              ? t('Make every change that is offered below, in one step')
              : describeFix(first)
          }
          disabled={!editor}
          onClick={() => bodyEditing.fix(fixable)}
        />
      )}
    </div>
  );
}

interface ToolProps {
  label: string;
  title: string;
  disabled: boolean;
  onClick: () => void;
}

const Tool = ({ label, ...rest }: ToolProps) => (
  <button type="button" class="button" {...rest}>
    {label}
  </button>
);
