/** Puts text on the clipboard; to be called from a click or a key. Throws where the browser refuses. */
export const copyText = (text: string): Promise<void> => navigator.clipboard.writeText(text);
