// Every page of every site on the narrowest screen that WCAG asks for, by keyboard, and without script.

import { after, before, test } from 'node:test';
import { assertNone } from './assert-none.mjs';
import { addressOf, launch, publish } from './browser.mjs';
import { findOverflow } from './overflow.mjs';
import { readablePagesOf, samplePagesOf } from './pages.mjs';
import { serve } from './server.mjs';
import { allSites } from './sites.mjs';
import { differencesWithoutScript } from './without-script.mjs';

// 320 CSS px: a screen of 1280 px at 400 % (WCAG 2.2, 1.4.10).
const PHONE = { viewport: { width: 320, height: 640 } };

let browser;
before(async () => { browser = await launch(); });
after(() => browser?.close());

for (const site of allSites()) {
  test(`${site.name}: no page scrolls sideways at 320 px or cuts anything off`, async () => {
    const wrong = await visit(site, readablePagesOf(site), PHONE, (page) =>
      page.evaluate(findOverflow, { width: PHONE.viewport.width, scrollRegions: true }),
    );
    assertNone(wrong);
  });

  test(`${site.name}: the first Tab shows the skip link, Enter moves focus to main`, async () => {
    assertNone(await visit(site, readablePagesOf(site), PHONE, wrongSkip));
  });

  test(`${site.name}: a page says the same with and without script`, async () => {
    assertNone(await differencesWithoutScript(browser, site, samplePagesOf(site)));
  });
}

/** Opens each page in turn and gives all that `look` found wrong, with the page's path in front. */
async function visit(site, pages, settings, look) {
  const server = await serve(site.folder);
  const context = await browser.newContext(settings);
  const address = await publish(context, site, server);
  const page = await context.newPage();
  const wrong = [];
  try {
    for (const each of pages) {
      await page.goto(addressOf(address, each));
      wrong.push(...(await look(page, each)).map((what) => `${each.path}: ${what}`));
    }
  } finally {
    await context.close();
    await server.close();
  }
  return wrong;
}

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
