/** Lines moved in by so many steps of a language's indentation. */
export const indent = (text: string, by: string): string =>
  text
    .split('\n')
    .map((line) => (line === '' ? line : by + line))
    .join('\n');

/** A string literal in double quotes, as JavaScript, Java, Go and C# all read it. */
export const quoted = (text: string): string =>
  JSON.stringify(text.replace(/[\uD800-\uDFFF]/gu, '\uFFFD')).replace(
    /[\u2028\u2029\u007f-\u009f]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

export const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
