const DEMO = 'demo-';

/** The ids of all exchanges of the demo, in their order; the last one holds the mistake. */
export const demoIds: readonly string[] = Array.from({ length: 10 }, (_, index) => `${DEMO}${index}`);

/** Whether an exchange is one of the demo's. */
export const isDemo = (id: string): boolean => id.startsWith(DEMO);
