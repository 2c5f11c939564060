import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { ScreenMask } from './screen-mask.ts';
import type { TextsMask } from './texts-mask.ts';

/** The mask of the panel, for views that show texts that are not of the log. */
export const MaskContext = createContext<Pick<ScreenMask, 'texts'> | undefined>(undefined);

/** What masks texts while Mask is on; undefined while it is off. */
export const useMask = (): TextsMask | undefined => useContext(MaskContext)?.texts.value;
