import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { ScreenMask } from './screen-mask.ts';
import type { TextsMask } from './texts-mask.ts';

/** The mask of the panel, for views that show texts that are not of the log. */
export const MaskContext = createContext<Pick<ScreenMask, 'texts'> | undefined>(undefined);

/** What masks texts while Mask is on; undefined while it is off. */
export const useMask = (): TextsMask | undefined => useContext(MaskContext)?.texts.value;

const asItIs = (text: string): string => text;
const unmasked: Pick<TextsMask, 'body' | 'url' | 'text'> = { body: asItIs, url: asItIs, text: asItIs };

/** How texts that are not of the log are shown: masked while Mask is on. */
export const useShown = (): Pick<TextsMask, 'body' | 'url' | 'text'> => useMask() ?? unmasked;
