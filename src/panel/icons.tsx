/** Icons drawn on a 16 × 16 grid in the colour of their text; hidden from screen readers, which read the label. */

/** The lines of each icon. */
export const iconPaths = {
  error: 'M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM5.2 5.2l5.6 5.6m0-5.6-5.6 5.6',
  warning: 'M8 2 1.5 13.5h13L8 2Zm0 4.5v3.5m0 1.4v.6',
  hint: 'M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM8 7.2v4m0-6.6v.6',
  valid: 'm3 8.5 3.2 3.2L13 4.8',
  unreadable: 'M4 1.5h5.5L12.5 4.500v10H4ZM6 8l4 4m0-4-4 4',
  truncated: 'M2 8h1.500m3 0h1.500m3 0h1.500M8 3v1m0 8v1',
  absent: 'M4 8h8',
  clear: 'M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM3.500 12.500l9-9',
  close: 'm4 4 8 8m0-8-8 8',
  copy: 'M5.5 5.5h8v9h-8ZM10.500 5.500v-4h-8v9h3',
  pin: 'M6 1.500h4m-3.500 0v4.500l-2.500 3h8l-2.500-3v-4.500M8 9v5.500',
  replay: 'M13 8a5 5 0 1 1-1.600-3.700M13 2v3h-3',
  edit: 'm2.500 13.500.700-3 8-8 2.300 2.300-8 8Z',
  back: 'M10 3 5 8l5 5',
  navigation: 'M2 8h11m-4-4 4 4-4 4',
  up: 'M8 13V3.500M4 7.500l4-4 4 4',
  down: 'M8 3v9.500m-4-4 4 4 4-4',
  download: 'M8 2v8m-3.500-3.500 3.500 3.500 3.500-3.500M2.500 13.500h11',
  upload: 'M8 10V2M4.500 5.500 8 2l3.500 3.500M2.500 13.500h11',
  settings: 'M2 4.500h8m3.500 0h.500M2 11.500h.500m3.500 0h8M11.700 2.700v3.600M4.300 9.700v3.600',
  trash: 'M2.500 4.500h11M6 4.500v-2h4v2m-5.500 0 .7 9h5.600l.7-9',
} as const;

export type IconName = keyof typeof iconPaths;

export const Icon = ({ name }: { name: IconName }) => (
  <svg class="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
    <path d={iconPaths[name]} />
  </svg>
);
