import { toBase64 } from './base64-text.ts';

/** How a value may stand in a text: as it is, in JSON, in a URL, in a form, and as a part of something in base64. */
export function writtenForms(value: string): string[] {
  const inUrl = encodeURIComponent(value.replace(/\p{Cs}/gu, '\uFFFD'));
  const plain = [value, JSON.stringify(value).slice(1, -1), inUrl, inUrl.replaceAll('%20', '+')];
  return [...new Set([...plain, ...insideBase64(value)])];
}

/** The signs that a value gives for certain, wherever in a group of three bytes it begins. */
function insideBase64(value: string): string[] {
  return ['', ' ', '  '].flatMap((before) => {
    const whole = toBase64(before + value).replace(/=+$/, '');
    const inner = whole.slice(Math.ceil((before.length * 8) / 6), -2);
    return inner.length < 4 ? [] : [inner, inner.replaceAll('+', '-').replaceAll('/', '_')];
  });
}
