import { englishTexts, readMessages } from '../.ci/words/messages.ts';

/**
 * The German texts, by their keys, each at least 40% longer than the English one: where the interface bears these,
 * it bears other languages.
 */
export function longTexts(): Record<string, string> {
  const { messages: english } = englishTexts();
  const german = readMessages('de');
  return Object.fromEntries(
    [...german].map(([key, message]) => {
      const wanted = Math.ceil((english.get(key) ?? message).length * 1.4);
      return [key, key === 'language' ? message : lengthened(message, wanted)];
    }),
  );
}

/** A text with its words lengthened, and its placeholders as they are, until it has so many characters. */
export function lengthened(text: string, wanted: number): string {
  const parts = text.split(/(\{\w+\}|[^\p{L}{]+)/u);
  const words = parts.flatMap((part, index) => (/^\p{L}/u.test(part) ? [index] : []));
  for (let missing = wanted - text.length, at = 0; missing > 0 && words.length > 0; missing--, at++) {
    const index = words[at % words.length] ?? 0;
    parts[index] += parts[index]?.at(-1)?.toLowerCase() ?? '';
  }
  return parts.join('');
}
