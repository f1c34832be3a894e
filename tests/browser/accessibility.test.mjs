// Every kind of page of every site, in every way that a reader may meet it: no finding. `inspect.mjs` says which ways
// there are and what is asked in each, `rules/` how.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertNone } from './assert-none.mjs';
import { launch } from './browser.mjs';
import { inspect, MODES } from './inspect.mjs';
import { samplePagesOf } from './pages.mjs';
import { allSites } from './sites.mjs';

const FEWEST_COMBINATIONS = 400;

let browser;
let combinations = 0;

before(async () => { browser = await launch(); });
after(() => browser?.close());

for (const site of allSites()) {
  test(`${site.name}: one page of each kind, in ${MODES.length} modes`, async (t) => {
    const result = await inspect(browser, site, samplePagesOf(site));
    combinations += result.combinations;
    t.diagnostic(`${result.combinations} combinations of a page and a mode`);
    for (const { name, rules } of MODES) {
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
