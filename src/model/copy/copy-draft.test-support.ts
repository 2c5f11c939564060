import { blankDraft, type Draft } from '../compose/draft.ts';
import { operation } from '../fixtures.test-support.ts';
import { type CopyFormat, copyDraft } from './copy-draft.ts';

/** Where drafts go, unless they say otherwise. */
export const UAT = 'https://platform.uat.proveapis.com';

/** The example of an operation as a draft. */
export function example(id: string, over: Partial<Draft> = {}): Draft {
  return { ...blankDraft(operation(id), UAT), ...over };
}

/** What is copied of an example, or why nothing is. */
export function codeOf(format: CopyFormat, id: string, over?: Partial<Draft>): string {
  const copied = copyDraft(format, example(id, over), operation(id));
  return 'code' in copied ? copied.code : copied.reason;
}

/** What is told beside a copy. */
export const notesOf = (format: CopyFormat, id: string, over?: Partial<Draft>) => {
  const copied = copyDraft(format, example(id, over), operation(id));
  return 'notes' in copied ? copied.notes : [copied.reason];
};
