import { body, map, oneOf, text } from './field.ts';

/** The verdicts of the checks that ran, by their name. */
export const evaluation = (since?: string) =>
  map(
    body({
      result: oneOf(['pass', 'fail'], { doc: 'How this check ended.', example: 'pass' }),
      failureReasons: map(text({ doc: 'The reason in words.', example: 'reason text' }), {
        doc: 'Why it failed, by the number of the reason (9001 and up). There only when the result is "fail".',
      }).optional(),
    }),
    {
      doc: 'How each check ended, by the name of the check.',
      knownKeys: ['authentication', 'identification', 'compliance', 'risk'],
      ...(since !== undefined && { since }),
    },
  );
