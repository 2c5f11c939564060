import type { BodyLayout } from '../../../model/settings.ts';
import { t } from '../../../model/words/words.ts';
import type { BodyLayoutSetting } from './body-parts.tsx';

const layouts: readonly [BodyLayout, () => string][] = [
  ['text', () => t('Text')],
  ['form', () => t('Form')],
  ['both', () => t('Both')],
];

/** Chooses between the text of a body, its form, and both. */
export const LayoutSwitch = ({ layout }: { layout: BodyLayoutSetting }) => (
  <span class="layout-switch" role="radiogroup" aria-label={t('Show the body as')}>
    {layouts.map(([value, label]) => (
      <label key={value}>
        <input
          type="radio"
          name="body-layout"
          checked={layout.value === value}
          onChange={() => layout.choose(value)}
        />
        <span>{label()}</span>
      </label>
    ))}
  </span>
);
