import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../../model/words/words.ts';

/** A name being changed in its place: Enter takes it, Esc leaves it as it was. */
export function NameField({ name, onDone }: { name: string; onDone: (changed: string | undefined) => void }) {
  const field = useRef<HTMLInputElement>(null);
  const left = useRef(false);
  useEffect(() => field.current?.select(), []);
  const done = (changed: string | undefined) => {
    // Taking it moves the focus away, which would take it again.
    if (left.current) return;
    left.current = true;
    onDone(changed);
  };
  return (
    <input
      class="composer-field keep-rename"
      ref={field}
      aria-label={t('New name of {name}', { name })}
      defaultValue={name}
      onKeyDown={(event) => {
        if (event.key === 'Enter') done(event.currentTarget.value);
        else if (event.key === 'Escape') done(undefined);
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
      onBlur={({ currentTarget }) => done(currentTarget.value)}
    />
  );
}
