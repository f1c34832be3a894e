// Every example of every component of the bundled theme, hidden ones too, by itself: no finding on a wide screen, on a
// phone, in the dark and in forced colours. The pages of the gallery that show them are looked at as well.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertNone } from './assert-none.mjs';
import { browserForTests } from './fixtures.mjs';
import { inspect, MODES } from './inspect.mjs';
import { attribute, pagesOf } from './pages.mjs';
import { gallery } from './sites.mjs';

const HERE = ['wide', 'dark', 'forced colours', '400 %, phone'];

const browser = await browserForTests();

const site = gallery('default');
const pages = pagesOf(site);
const modes = MODES.filter(({ name }) => HERE.includes(name));
// A page with frames is several documents: the Tab key goes through all of them, and each is looked at by itself.
const modesOfFrames = modes.map((mode) => ({ ...mode, rules: without(mode.rules, ['tabOrder', 'visibleFocus']) }));

test('no page of the gallery is for search engines', () => {
  const isPrivate = (page) => page.all('meta').some((meta) => attribute(meta, 'name') === 'robots' && attribute(meta, 'content') === 'noindex');
  assertNone(pages.filter((page) => !isPrivate(page)).map((page) => page.path));
});

for (const kind of ['gallery', 'gallery-component', 'gallery-example']) {
  test(`${kind}: nothing is found`, async (t) => {
    const ofKind = pages.filter((page) => page.kind === kind);
    assert.ok(ofKind.length > 0, `no page of the kind "${kind}"`);
    // The pages that show examples are all made alike, so some of them stand for all.
    const chosen = kind === 'gallery-component' ? ofKind.filter((_, index) => index % 12 === 0) : ofKind;
    const { findings, combinations } = await inspect(browser, site, chosen, kind === 'gallery-component' ? modesOfFrames : modes);
    t.diagnostic(`${combinations} combinations of a page and a mode`);
    assertNone(findings.map(({ path, mode, rule, what }) => `${path}: ${mode}: ${rule}: ${what}`));
  });
}

function without(rules, names) {
  return Object.fromEntries(Object.entries(rules).filter(([name]) => !names.includes(name)));
}
