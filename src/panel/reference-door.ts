import { signal } from '@preact/signals';
import { createContext } from 'preact';
import type { Problem } from '../model/problems/problem.ts';
import type { Store } from './store.ts';

/** A place in the reference. */
export interface ReferencePlace {
  operationId: string;
  side: Problem['in'];
  /** JSON Pointer into a body, as problems have it. */
  path: string;
  /** The problem's code, where no field is meant. */
  code: Problem['code'];
}

/** The way into the reference from other views. */
export class ReferenceDoor {
  /** What is to be shown next; undefined once it was. */
  readonly wanted = signal<ReferencePlace | undefined>(undefined);
  /** The way back to where it was asked from; undefined where nobody asked. */
  readonly back = signal<(() => void) | undefined>(undefined);

  constructor(private readonly store: Pick<Store, 'settings' | 'openView'>) {}

  /** Brings the view to the front, at this place. */
  open(place: ReferencePlace): void {
    const { view } = this.store.settings.peek();
    this.wanted.value = place;
    this.back.value = () => this.store.openView(view);
    this.store.openView('reference');
  }
}

export const ReferenceContext = createContext<ReferenceDoor | undefined>(undefined);

/** Where a problem's field, or its code, is explained. */
export const placeOfProblem = (problem: Problem, operationId: string): ReferencePlace => {
  const { code, in: side, path, suggestion } = problem;
  const renamed = code === 'field.unknown' && suggestion !== undefined;
  return {
    operationId,
    side,
    code,
    path: renamed ? `${path.slice(0, path.lastIndexOf('/'))}/${suggestion}` : path,
  };
};
