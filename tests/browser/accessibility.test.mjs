// Every kind of page of every site, in every way that a reader may meet it: no finding. `inspect.mjs` says which ways
// there are and what is asked in each, `rules/` how.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertNone } from './assert-none.mjs';
import { browserForTests } from './fixtures.mjs';
import { inspect, MODES } from './inspect.mjs';
import { samplePagesOf } from './pages.mjs';
import { allSites } from './sites.mjs';

const FEWEST_COMBINATIONS = 600;

// The sample is looked at in every way. The plans of other shapes show what other words and tables do to a page, and the
// other theme has colours of its own.
const OF_SHAPE = MODES.filter(({ name }) => ['wide', '400 %, phone', 'print'].includes(name));
const OF_THEME = MODES.filter(({ name }) => ['wide', 'dark', 'forced colours', '400 %, phone', 'print'].includes(name));
const MODES_OF = { sample: MODES, 'theme-report': OF_THEME };

const browser = await browserForTests();
let combinations = 0;

for (const site of allSites()) {
  const modes = MODES_OF[site.name] ?? OF_SHAPE;
  test(`${site.name}: one page of each kind, in ${modes.length} modes`, async (t) => {
    const result = await inspect(browser, site, samplePagesOf(site), modes);
    combinations += result.combinations;
    t.diagnostic(`${result.combinations} combinations of a page and a mode`);
    for (const { name, rules } of modes) {
      const here = result.findings.filter(({ mode }) => mode === name);
      await t.test(`${name}: ${['policy', ...Object.keys(rules)].join(', ')}`, () => {
        assertNone(here.map(({ path, rule, what }) => `${path}: ${rule}: ${what}`));
      });
    }
  });
}

test('enough was looked at', (t) => {
  t.diagnostic(`${combinations} combinations of a page and a mode in all`);
  if (process.env.BOARDPLAN_SITES) return;
  assert.ok(combinations >= FEWEST_COMBINATIONS, `only ${combinations} combinations of a page and a mode`);
});
