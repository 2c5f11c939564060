import { z } from '../schemas/zod.ts';
import { callsLayoutSchema, defaultCallsLayout } from './filter/calls-layout.ts';

/** What the panel remembers between sessions. Nothing captured is in it. */
export const settingsSchema = z.object({
  version: z.literal(1),
  preserveLog: z.boolean().catch(false),
  /** Width of the list beside the details, in CSS pixels. */
  listWidth: z.number().min(120).max(4000).catch(420),
  /** How long a send waits for its answer, in s. */
  timeLimit: z.number().int().min(1).max(3600).catch(60),
  followRedirects: z.boolean().catch(true),
  /** Whether the picture of a flow shows what the client SDK did. */
  sdkCalls: z.boolean().catch(true),
  view: z.enum(['flows', 'calls', 'composer', 'reference']).catch('flows'),
  /** How the composer shows a body. */
  bodyLayout: z.enum(['text', 'form', 'both']).catch('both'),
  calls: callsLayoutSchema.catch(defaultCallsLayout),
});

export type Settings = z.infer<typeof settingsSchema>;
export type ViewName = Settings['view'];
export type BodyLayout = Settings['bodyLayout'];

/** How requests are sent. */
export type SendSettings = Pick<Settings, 'timeLimit' | 'followRedirects'>;

export const defaultSettings: Settings = {
  version: 1,
  preserveLog: false,
  listWidth: 420,
  timeLimit: 60,
  followRedirects: true,
  sdkCalls: true,
  view: 'flows',
  bodyLayout: 'both',
  calls: defaultCallsLayout,
};

/** Settings from storage: what cannot be read is the default. */
export const readSettings = (stored: unknown): Settings =>
  settingsSchema.safeParse(stored).data ?? defaultSettings;
