import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';

interface Props {
  id: string;
  title: string;
  /** What there is to know while it is closed. */
  told: ComponentChildren;
  children: ComponentChildren;
}

/** A part of the request that is closed until it is wanted. */
export function Section({ id, title, told, children }: Props) {
  const open = useSignal(false);
  return (
    <details
      class="composer-section"
      id={id}
      onToggle={({ currentTarget }) => (open.value = currentTarget.open)}
    >
      <summary>
        {title} <span class="quiet">{told}</span>
      </summary>
      {open.value && children}
    </details>
  );
}
