// The year of meetings, groups by months: a reader loses nothing of it wide, on a phone, at 400 % zoom, on paper, or
// with a screen reader, which reads the headings of each cell.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertNone } from './assert-none.mjs';
import { browserForTests } from './fixtures.mjs';
import { findOverflow } from './overflow.mjs';
import { ancestors, attribute, descendants, readablePagesOf, textOf } from './pages.mjs';
import { allSites } from './sites.mjs';
import { visit } from './tabs.mjs';

const WIDTHS = [
  { name: 'wide', viewport: { width: 1280, height: 900 } },
  { name: 'a tablet', viewport: { width: 768, height: 1024 } },
  { name: '320 px', viewport: { width: 320, height: 640 } },
  // A window of 1280 px at 400 %: what is left are 320 CSS px, each drawn with four pixels (WCAG 2.2, 1.4.10).
  { name: '400 %', viewport: { width: 320, height: 225 }, deviceScaleFactor: 4 },
];

// A4 upright and on its side, less margins of 2 cm, in CSS px.
const SHEETS = [
  { name: 'upright', width: 642, height: 971 },
  { name: 'on its side', width: 971, height: 642 },
];

const withTables = allSites()
  .map((site) => ({ site, pages: readablePagesOf(site).filter((page) => tablesOf(page).length > 0) }))
  .filter(({ pages }) => pages.length > 0);
const browser = await browserForTests();

test('the sample and a plan of another shape have a year of meetings', () => {
  assert.ok(withTables.length >= 2, withTables.map(({ site }) => site.name).join(', '));
  const kinds = new Set(withTables.flatMap(({ pages }) => pages.map((page) => page.kind)));
  assert.deepEqual([...kinds].sort(), ['calendar', 'meetings']);
});

for (const { site, pages } of withTables) {
  for (const { name, ...settings } of WIDTHS) {
    test(`${site.name}: a screen reader finds every row, heading and day (${name})`, async () => {
      const wrong = await visit(browser, site, pages, settings, async (page, each) => {
        const said = tablesIn(await treeOf(page));
        return differences(said, tablesOf(each).map(contentOf));
      });
      assertNone(wrong);
    });

    test(`${site.name}: every day is seen beside its month, and its state in words or with a mark (${name})`, async () => {
      const wrong = await visit(browser, site, pages, settings, async (page) => [
        ...(await page.evaluate(findUnseen)),
        ...(await page.evaluate(findOverflow, { width: settings.viewport.width, scrollRegions: false })),
      ]);
      assertNone(wrong);
    });
  }

  for (const { name, ...viewport } of SHEETS) {
    test(`${site.name}: on paper no column is lost (${name})`, async () => {
      const wrong = await visit(browser, site, pages, { viewport }, async (page) => {
        await page.emulateMedia({ media: 'print' });
        return [
          ...(await page.evaluate(findUnseen)),
          ...(await page.evaluate(findOverflow, { width: viewport.width, scrollRegions: false })),
        ];
      });
      assertNone(wrong);
    });
  }
}

test('the year of the sample prints on one sheet that lies on its side', async () => {
  const [{ site, pages }] = withTables;
  const cycle = pages.filter((page) => page.kind === 'meetings');
  const wrong = await visit(browser, site, cycle, {}, async (page) => {
    // Nothing but the year is left, so that its sheets can be counted.
    await page.evaluate(() => {
      const year = document.querySelector('.year');
      for (const element of [...document.querySelectorAll('body *')]) {
        if (!element.contains(year) && !year.contains(element)) element.remove();
      }
    });
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    const sheets = pdf.match(/\/Type\s*\/Page\b/g) ?? [];
    const [, width, height] = pdf.match(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/) ?? [];
    const found = [];
    if (sheets.length !== 1) found.push(`${sheets.length} sheets`);
    if (!(Number(width) > Number(height))) found.push(`a sheet of ${width} by ${height}`);
    return found;
  });
  assertNone(wrong);
});

// --- What stands in the HTML

function tablesOf(page) {
  return page.all('table').filter((table) => attribute(table, 'class') === 'year-table');
}

/** `{ caption, columns, rows: [{ name, cells: [[link text]] }] }`, as the HTML has it. */
function contentOf(table) {
  const inside = descendants(table);
  const rows = inside.filter((each) => each.tagName === 'tr' && ancestors(each)[0].tagName === 'tbody');
  return {
    caption: textOf(inside.find((each) => each.tagName === 'caption')),
    columns: inside.filter((each) => attribute(each, 'scope') === 'col').map(spokenText),
    rows: rows.map((row) => ({
      name: textOf(descendants(row).find((each) => attribute(each, 'scope') === 'row')),
      cells: descendants(row).filter((each) => each.tagName === 'td').map((cell) =>
        descendants(cell).filter((each) => each.tagName === 'a').map(textOf)),
    })),
  };
}

function spokenText(element) {
  const words = (node) => {
    if (attribute(node, 'aria-hidden') === 'true') return '';
    return node.nodeName === '#text' ? node.value : (node.childNodes ?? []).map(words).join('');
  };
  return words(element).replace(/\s+/g, ' ').trim();
}

// --- What a screen reader is given

/** The computed accessibility tree, as `{ role, name, children }`; nodes that are passed over are left out. */
async function treeOf(page) {
  const client = await page.context().newCDPSession(page);
  const { nodes } = await client.send('Accessibility.getFullAXTree');
  await client.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const build = (node) => {
    const children = (node.childIds ?? []).map((id) => byId.get(id)).filter(Boolean).flatMap(build);
    if (node.ignored || node.role?.value === 'none' || node.role?.value === 'generic') return children;
    return [{ role: node.role?.value, name: node.name?.value ?? '', children }];
  };
  return build(nodes.find((node) => !node.parentId));
}

function allOf(trees, role) {
  return trees.flatMap((node) => [...(node.role === role ? [node] : []), ...allOf(node.children, role)]);
}

/** The tables that have months, in the same form as `contentOf`. A cell is as far from the start as its column. */
function tablesIn(tree) {
  return allOf(tree, 'table')
    .filter((table) => allOf([table], 'columnheader').length > 1 && allOf([table], 'rowheader').length > 0)
    .map((table) => {
      const isOfBody = (row) => allOf([row], 'columnheader').length === 0;
      return {
        caption: table.name,
        columns: allOf([table], 'columnheader').map((header) => header.name.replace(/\s+/g, ' ').trim()),
        rows: allOf([table], 'row').filter(isOfBody).map((row) => ({
          name: allOf([row], 'rowheader').map((header) => header.name).join(),
          cells: allOf([row], 'cell').map((cell) => allOf([cell], 'link').map((link) => link.name)),
        })),
      };
    });
}

function differences(said, written) {
  if (said.length !== written.length) return [`${said.length} tables are said, ${written.length} are written`];
  return written.flatMap((table, index) => {
    const other = said[index];
    const wrong = [];
    const compare = (what, one, two) => {
      if (JSON.stringify(one) !== JSON.stringify(two)) {
        wrong.push(`${table.caption}: ${what}: said ${JSON.stringify(one)}, written ${JSON.stringify(two)}`);
      }
    };
    compare('caption', other.caption, table.caption);
    compare('headings', other.columns, table.columns);
    compare('number of rows', other.rows.length, table.rows.length);
    table.rows.forEach((row, at) => {
      compare('group', other.rows[at]?.name, row.name);
      compare(`cells of ${row.name}`, other.rows[at]?.cells, row.cells);
      if (row.cells.length !== table.columns.length - 1) wrong.push(`${row.name} has ${row.cells.length} cells`);
    });
    return wrong;
  });
}

// --- What is seen. This runs in the browser.

function findUnseen() {
  // What is kept for screen readers alone is clipped to nothing, by itself or by what it stands in.
  const isClipped = (element) => element !== null && (getComputedStyle(element).clipPath !== 'none' || isClipped(element.parentElement));
  const isSeen = (element) => {
    const { width, height } = element.getBoundingClientRect();
    return element.checkVisibility() && width > 2 && height > 2 && !isClipped(element);
  };
  const wrong = [];
  for (const table of document.querySelectorAll('.year-table')) {
    const headings = [...table.querySelectorAll('thead th')];
    for (const day of table.querySelectorAll('.year-day')) {
      const words = day.textContent.trim();
      const cell = day.closest('td');
      const row = cell.closest('tr');
      const heading = headings[[...row.children].indexOf(cell)];
      const label = cell.querySelector('.year-label');
      if (!isSeen(day.querySelector('a'))) wrong.push(`${words} is not seen`);
      if (!isSeen(row.querySelector('th'))) wrong.push(`the group of ${words} is not seen`);
      if (!isSeen(heading) && !isSeen(label)) wrong.push(`the month of ${words} is not seen`);
      if (isSeen(heading)) {
        const column = heading.getBoundingClientRect();
        const { left } = day.getBoundingClientRect();
        if (left < column.left - 1 || left > column.right) wrong.push(`${words} is not below its month`);
      }
      const word = day.querySelector('.year-word');
      if (word && !isSeen(word)) {
        const legend = table.closest('.year').querySelector('.year-legend');
        if (!isSeen(day.querySelector('svg')) || !isSeen(legend)) wrong.push(`the state of ${words} is not seen`);
      }
    }
    const now = [...table.querySelectorAll('.year-now')].filter(isSeen);
    const isNow = table.querySelector('thead [aria-current]') !== null;
    const hasMeetings = table.querySelector('td .year-now') !== null;
    if (isNow && hasMeetings && now.length === 0) wrong.push('this month does not say so');
  }
  return wrong;
}
