// A plan goes to a board on paper: the whole plan prints, nothing is cut off, and what only helps on screen is gone.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertNone } from './assert-none.mjs';
import { addressOf, publish } from './browser.mjs';
import { browserForTests, serverForTests } from './fixtures.mjs';
import { findOverflow } from './overflow.mjs';
import { readablePagesOf, samplePagesOf } from './pages.mjs';
import { sampleSite } from './sites.mjs';

// A4 upright is 794 CSS px wide; this leaves margins of 2 cm.
const PAPER = { width: 642, height: 971 };

const site = sampleSite();
const wholePlans = readablePagesOf(site).filter((page) => page.kind === 'whole-plan');
const browser = await browserForTests();
const server = await serverForTests(site.folder);
const context = await browser.newContext({ viewport: PAPER });
const address = await publish(context, site, server);

test('the site has a page with the whole plan', () => {
  const kinds = new Set(readablePagesOf(site).map((page) => page.kind));
  assert.ok(wholePlans.length > 0, `no page with data-page="whole-plan" among: ${[...kinds].join(', ')}`);
});

for (const plan of wholePlans) {
  test(`${plan.path} prints as a tagged PDF`, async () => {
    const page = await open(plan);
    const pdf = (await page.pdf({ preferCSSPageSize: true, tagged: true })).toString('latin1');
    await page.close();
    assert.match(pdf, /^%PDF-/);
    assert.match(pdf, /\/StructTreeRoot/);
    const sheets = pdf.match(/\/Type\s*\/Page\b/g) ?? [];
    assert.ok(sheets.length > 1, `${sheets.length} sheets of paper for a whole plan`);
  });

  test(`${plan.path} fits on A4`, async () => {
    const page = await open(plan);
    const wrong = await page.evaluate(findOverflow, { width: PAPER.width, scrollRegions: false });
    await page.close();
    assertNone(wrong);
  });
}

test('navigation is not printed', async () => {
  const wrong = [];
  for (const sample of samplePagesOf(site)) {
    const page = await open(sample);
    const printed = await page.evaluate(() => {
      const parts = [...document.querySelectorAll('nav, body > a[href^="#"], form[role="search"], search')];
      // A contents list, whose links stay within the page, is of use on paper too.
      const isContents = (part) =>
        part.closest('main') !== null && [...part.querySelectorAll('a')].every((link) => link.getAttribute('href').startsWith('#'));
      return parts.filter((part) => part.checkVisibility() && !isContents(part)).map((part) => part.textContent.trim().slice(0, 40));
    });
    wrong.push(...printed.map((words) => `${sample.path}: "${words}"`));
    await page.close();
  }
  assertNone(wrong);
});

async function open(plan) {
  const page = await context.newPage();
  await page.emulateMedia({ media: 'print' });
  await page.goto(addressOf(address, plan));
  return page;
}
