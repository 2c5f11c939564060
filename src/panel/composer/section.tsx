import type { Signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';

interface Props {
  id: string;
  title: string;
  /** What there is to know while it is closed. */
  told: ComponentChildren;
  open: Signal<boolean>;
  children: ComponentChildren;
}

/** A part of the request that is closed until it is wanted. */
export const Section = ({ id, title, told, open, children }: Props) => (
  <details
    class="composer-section"
    id={id}
    open={open.value}
    onToggle={({ currentTarget }) => (open.value = currentTarget.open)}
  >
    <summary id={`${id}-summary`}>
      {title} <span class="quiet">{told}</span>
    </summary>
    {open.value && children}
  </details>
);
