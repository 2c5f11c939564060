import { z } from '../schemas/zod.ts';
import { callsLayoutSchema, defaultCallsLayout } from './filter/calls-layout.ts';
import { storedRouteSchema } from './routes/stored-route.ts';

/** How times of day are shown: by this machine's clock, in UTC, or since the first call of the log. */
export const timeFormats = ['local', 'utc', 'elapsed'] as const;

/** The most routes that are kept. */
export const MAX_ROUTES = 200;

/** The least and the most that a number can be. */
export const numberLimits = {
  calls: [100, 1_000_000],
  megabytes: [1, 2_000],
  timeLimit: [1, 3_600],
} as const;

const within = ([least, most]: readonly [number, number]) => z.number().int().min(least).max(most);

/** What the log keeps at most; the oldest flow goes first. */
export const boundsSchema = z.object({
  calls: within(numberLimits.calls),
  /** Of request and response bodies together, in MB. */
  megabytes: within(numberLimits.megabytes),
});

/** What the panel remembers between sessions. Nothing captured is in it. */
export const settingsSchema = z.object({
  version: z.literal(2),
  preserveLog: z.boolean(),
  /** Width of the list of calls beside the details, and of that of flows, in CSS pixels. */
  listWidth: z.number().min(120).max(4000),
  flowsWidth: z.number().min(120).max(4000),
  /** How long a send waits for its answer, in s. */
  timeLimit: within(numberLimits.timeLimit),
  followRedirects: z.boolean(),
  /** Whether the picture of a flow shows what the client SDK did. */
  sdkCalls: z.boolean(),
  view: z.enum(['flows', 'calls', 'composer', 'reference']),
  /** How the composer shows a body. */
  bodyLayout: z.enum(['text', 'form', 'both']),
  calls: callsLayoutSchema,
  /** Whether secrets and personal data are masked on screen. */
  mask: z.boolean(),
  /** Whether exports are masked unless their dialog says otherwise. */
  maskExports: z.boolean(),
  timeFormat: z.enum(timeFormats),
  bounds: boundsSchema,
  routes: z.array(storedRouteSchema).max(MAX_ROUTES),
});

export type Settings = z.infer<typeof settingsSchema>;
export type ViewName = Settings['view'];
export type BodyLayout = Settings['bodyLayout'];
export type TimeFormat = Settings['timeFormat'];

/** How requests are sent. */
export type SendSettings = Pick<Settings, 'timeLimit' | 'followRedirects'>;

export const defaultSettings: Settings = {
  version: 2,
  preserveLog: false,
  listWidth: 420,
  flowsWidth: 320,
  timeLimit: 60,
  followRedirects: true,
  sdkCalls: true,
  view: 'flows',
  bodyLayout: 'both',
  calls: defaultCallsLayout,
  mask: false,
  maskExports: true,
  timeFormat: 'local',
  bounds: { calls: 10_000, megabytes: 100 },
  routes: [],
};
