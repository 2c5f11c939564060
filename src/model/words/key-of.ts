/**
 * The name of a text in a locale’s `messages.json`: its first words, and a hash of the whole. Only `[a-z0-9_]`,
 * since browsers take names that differ in case alone for the same. A plural form has its category at the end.
 */
export function keyOf(text: string, category?: Intl.LDMLPluralRule): string {
  const words = text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .slice(0, 40)
    .replace(/^_+|_+$/g, '');
  return [words, hashOf(text), ...(category === undefined ? [] : [category])].join('_');
}

/** FNV-1a, 32 bits, in base 36. */
function hashOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(36);
}
