// Every page of every site on the narrowest screen that WCAG asks for, by keyboard, and without script.

import { test } from 'node:test';
import { assertNone } from './assert-none.mjs';
import { browserForTests } from './fixtures.mjs';
import { findOverflow } from './overflow.mjs';
import { readablePagesOf, samplePagesOf } from './pages.mjs';
import { allSites } from './sites.mjs';
import { visit } from './tabs.mjs';
import { differencesWithoutScript } from './without-script.mjs';

// 320 CSS px: a screen of 1280 px at 400 % (WCAG 2.2, 1.4.10).
const PHONE = { viewport: { width: 320, height: 640 } };

const browser = await browserForTests();

for (const site of allSites()) {
  test(`${site.name}: at 320 px no page scrolls sideways or cuts anything off, and its first Tab leads to the content`, async () => {
    assertNone(await visit(browser, site, readablePagesOf(site), PHONE, async (page) => [
      ...(await page.evaluate(findOverflow, { width: PHONE.viewport.width, scrollRegions: true })),
      ...(await wrongSkip(page)),
    ]));
  });

  test(`${site.name}: a page says the same with and without script`, async () => {
    assertNone(await differencesWithoutScript(browser, site, samplePagesOf(site)));
  });
}

/** The first Tab shows the skip link, and Enter moves the focus to the main part. */
async function wrongSkip(page) {
  const problems = [];
  await page.keyboard.press('Tab');
  const link = await page.evaluate(() => {
    const { left, top, right, bottom, width, height } = document.activeElement.getBoundingClientRect();
    const isOnScreen = left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
    return {
      leadsHere: document.activeElement.getAttribute('href')?.startsWith('#') ?? false,
      // 24 px is the smallest target of WCAG 2.2 (2.5.8).
      isSeen: isOnScreen && width >= 24 && height >= 24 && document.activeElement.checkVisibility({ opacityProperty: true }),
    };
  });
  if (!link.leadsHere) return ['the first Tab stop is no skip link'];
  if (!link.isSeen) problems.push('the skip link has focus and is not seen');
  await page.keyboard.press('Enter');
  const isInMain = await page.evaluate(() => document.activeElement.closest('main') !== null);
  if (!isInMain) problems.push('the skip link does not move focus to main');
  return problems;
}
