import { violationsIn, wear } from './accessibility.ts';
import { visitEveryState, walks } from './every-state.ts';
import { expect, test } from './inspector.ts';

const wide = { width: 1280, height: 640 };
const narrow = { width: 320, height: 640 };

// A refused connection is among the states, and the page says so in its console.
test.use({ expectsErrors: true });

for (const [what, states] of Object.entries(walks)) {
  test(`axe finds nothing wrong in any state of ${what}, in either theme, wide and at 320 pixels`, async ({
    browserUnderTest,
    inspector,
    runDemo,
    sandbox,
  }) => {
    await inspector.open();
    const found: string[] = [];
    await visitEveryState(
      { inspector, runDemo, sandboxUrl: sandbox.url },
      async (state) => {
        const check = async (how: string, about: 'all' | 'colours' | 'all but colours') => {
          const violations = await violationsIn(inspector.panel, about);
          found.push(...violations.map((violation) => `${state}, ${how}: ${violation}`));
        };
        await check('light', 'all');
        await wear(inspector.panel, 'dark');
        await check('dark', 'colours');
        await wear(inspector.panel, 'light');
        await browserUnderTest.resizePanel(narrow);
        await check('narrow', 'all but colours');
        await browserUnderTest.resizePanel(wide);
      },
      states,
    );
    expect(found).toEqual([]);
  });
}
