import { useLayoutEffect, useRef } from 'preact/hooks';
import { isFocusLost } from '../after-drawing.ts';

/**
 * The first choice of an operation replaces the whole view, and the field it was made in: the new one gets the focus,
 * so that the keyboard goes on. To be given to the new view's root.
 */
export function useOperationFocus(isOpen: boolean) {
  const root = useRef<HTMLDivElement>(null);
  const wasOpen = useRef(isOpen);
  useLayoutEffect(() => {
    if (isOpen && !wasOpen.current && isFocusLost()) root.current?.querySelector('select')?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  return root;
}
