// The timeline: a picture with a name and a description, and tables that stay tables on a phone and fit on paper.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertNone } from './assert-none.mjs';
import { addressOf, publish } from './browser.mjs';
import { browserForTests } from './fixtures.mjs';
import { findOverflow } from './overflow.mjs';
import { readablePagesOf } from './pages.mjs';
import { serve } from './server.mjs';
import { allSites } from './sites.mjs';

const PHONE = { width: 320, height: 640 };
// A4 upright is 794 CSS px wide; this leaves margins of 2 cm.
const PAPER = { width: 642, height: 971 };

const browser = await browserForTests();

const timelines = allSites().flatMap((site) => readablePagesOf(site).filter(({ kind }) => kind === 'timeline').map((page) => ({ site, page })));

test('there are timelines to look at', () => assert.ok(timelines.length > 1));

for (const { site, page: timeline } of timelines) {
  test(`${site.name}: the picture says in words what its bars and the tables show`, async () => {
    await open(site, timeline, {}, async (page) => {
      const nodes = await accessibilityOf(page);
      const [picture] = nodes.filter((node) => node.role === 'image' && node.description);
      assert.ok(picture?.name, 'no picture with a name and a description');
      const sections = await page.locator('.timeline-table').evaluateAll((tables) =>
        tables.map((table) => [table.querySelector('h2').textContent, table.querySelectorAll('tbody tr').length]),
      );
      const bars = await page.locator('.bar-count').allTextContents();
      assert.deepEqual(bars.map(Number), sections.map(([, rows]) => rows));
      for (const [heading, rows] of sections) {
        assert.ok(picture.description.includes(heading) && picture.description.includes(`: ${rows}.`), `${heading} (${rows}): ${picture.description}`);
      }
    });
  });

  test(`${site.name}: on a phone the tables keep their headers, and every cell shows its heading`, async () => {
    await open(site, timeline, { viewport: PHONE }, async (page) => {
      const nodes = await accessibilityOf(page);
      const count = (role) => nodes.filter((node) => node.role === role).length;
      const rows = await page.locator('.timeline-table tbody tr').count();
      assert.equal(count('table'), await page.locator('.timeline-table').count());
      assert.equal(count('rowheader'), rows);
      assert.equal(count('columnheader'), await page.locator('.timeline-table thead th').count());
      const unnamed = await page.locator('.timeline-table tbody :is(td, th)').evaluateAll((cells) =>
        cells
          .filter((cell) => cell.querySelector('div').textContent.trim() && !cell.querySelector('.cell-label').checkVisibility())
          .map((cell) => cell.textContent.trim()),
      );
      assertNone(unnamed);
      assertNone(await page.evaluate(findOverflow, { width: PHONE.width, scrollRegions: false }));
    });
  });

  test(`${site.name}: on paper it fits, with its picture and without its buttons`, async () => {
    await open(site, timeline, { viewport: PAPER }, async (page) => {
      await page.emulateMedia({ media: 'print' });
      assertNone(await page.evaluate(findOverflow, { width: PAPER.width, scrollRegions: false }));
      assert.equal(await page.locator('.bars').isVisible(), true);
      assert.equal(await page.locator('.groupings:visible').count(), 0);
    });
  });
}

test('in forced colours every bar can be told from the ground, and what is overdue by more than colour', async () => {
  const [{ site, page: timeline }] = timelines;
  await open(site, timeline, { forcedColors: 'active' }, async (page) => {
    const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const strokes = await page.locator('.bar').evaluateAll((bars) => bars.map((bar) => getComputedStyle(bar).stroke));
    assertNone(strokes.filter((stroke) => stroke === ground || stroke === 'none'));
    assert.equal(await page.locator('.bar-mark').count(), await page.locator('.bar-marked').count());
  });
});

async function open(site, timeline, settings, look) {
  const server = await serve(site.folder);
  const context = await browser.newContext(settings);
  try {
    const address = await publish(context, site, server);
    const page = await context.newPage();
    await page.goto(addressOf(address, timeline));
    await look(page);
  } finally {
    await context.close();
    await server.close();
  }
}

/** What assistive technology is told: roles, names and descriptions. */
async function accessibilityOf(page) {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  return nodes
    .filter((node) => !node.ignored)
    .map(({ role, name, description }) => ({ role: role?.value, name: name?.value, description: description?.value }));
}
