/** What a document of the extension has besides a page's, in both browsers. */
declare const chrome: {
  storage: { local: { get(keys: null): Promise<object>; set(items: object): Promise<void> } };
};

/**
 * Runs in the panel: stores the items of an object in JSON, whatever the panel would have stored. Text, since a name
 * like `__proto__` would not arrive otherwise.
 */
export const storeItems = (json: string): Promise<void> => chrome.storage.local.set(JSON.parse(json));

/** Runs in the panel: all that the extension has stored, as text. */
export const storedItems = async (): Promise<string> => JSON.stringify(await chrome.storage.local.get(null));
