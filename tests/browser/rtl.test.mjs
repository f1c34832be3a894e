// A site in a language that is written from right to left is the mirror of one that is not.
//
// Nobody of us writes such a language, so the words stay English; what is tested is where things stand.

import { test } from 'node:test';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { assertNone } from './assert-none.mjs';
import { browserForTests } from './fixtures.mjs';
import { findOverflow } from './overflow.mjs';
import { samplePagesOf } from './pages.mjs';
import { axeFindings } from './rules/axe.mjs';
import { PROJECT, siteOf } from './sites.mjs';
import { visit } from './tabs.mjs';

const WIDE = { viewport: { width: 1280, height: 900 } };
const PHONE = { viewport: { width: 320, height: 640 } };

const browser = await browserForTests();
const site = mirrored(path.join(PROJECT, 'tests/plans/b-work-plans'));

test('on a wide screen lines begin at the right, and axe-core finds nothing', async () => {
  assertNone(await visit(browser, site, samplePagesOf(site), WIDE, async (page) => [
    ...(await page.evaluate(notMirrored)),
    ...(await page.evaluate(findOverflow, { width: WIDE.viewport.width, scrollRegions: true })),
    ...(await axeFindings(page)),
  ]));
});

test('at 320 px no page scrolls sideways or cuts anything off', async () => {
  assertNone(await visit(browser, site, samplePagesOf(site), PHONE, (page) =>
    page.evaluate(findOverflow, { width: PHONE.viewport.width, scrollRegions: true })));
});

/** A plan as a site in Arabic. */
function mirrored(plan) {
  const root = mkdtempSync(path.join(tmpdir(), 'boardplan-rtl-'));
  process.once('exit', () => rmSync(root, { recursive: true, force: true }));
  cpSync(path.join(plan, 'content'), path.join(root, 'content'), { recursive: true });
  const home = path.join(root, 'content/index.md');
  writeFileSync(home, readFileSync(home, 'utf8').replace('---\n', '---\nlanguage: ar\n'));
  return siteOf({ name: 'rtl', root });
}

/** Runs inside a browser page: what still begins at the left. */
function notMirrored() {
  const problems = [];
  if (getComputedStyle(document.body).direction !== 'rtl') problems.push('the page is not set from right to left');
  const first = (selector) => [...document.querySelectorAll(selector)].filter((element) => element.checkVisibility());
  for (const selector of ['.site-navigation li', '.breadcrumbs li']) {
    const [one, two] = first(selector).map((element) => element.getBoundingClientRect());
    const areOnOneLine = one && two && Math.abs(one.top - two.top) < 4;
    if (areOnOneLine && one.left < two.right - 1) problems.push(`${selector}: the first stands left of the second`);
  }
  const [heading] = first('h1').map((element) => {
    const range = document.createRange();
    range.selectNodeContents(element);
    return { words: range.getBoundingClientRect(), box: element.getBoundingClientRect() };
  });
  if (heading && Math.abs(heading.words.right - heading.box.right) > 2) problems.push('the heading does not begin at the right');
  return problems;
}
