import { useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '../../../model/words/words.ts';

interface Props {
  name: string;
  /** `byKey`: not by going elsewhere. */
  onDone: (changed: string | undefined, byKey: boolean) => void;
}

/** A name being changed in its place: Enter takes it, as going elsewhere does; Esc leaves it as it was. */
export function NameField({ name, onDone }: Props) {
  const field = useRef<HTMLInputElement>(null);
  const left = useRef(false);
  useLayoutEffect(() => field.current?.select(), []);
  const done = (changed: string | undefined, byKey: boolean) => {
    // Taking it moves the focus away, which would take it again.
    if (left.current) return;
    left.current = true;
    onDone(changed, byKey);
  };
  return (
    <input
      class="composer-field keep-rename"
      ref={field}
      aria-label={t('New name of {name}', { name })}
      defaultValue={name}
      onKeyDown={(event) => {
        if (event.key === 'Enter') done(event.currentTarget.value, true);
        else if (event.key === 'Escape') done(undefined, true);
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
      onBlur={({ currentTarget }) => done(currentTarget.value, false)}
    />
  );
}
