// The list of all actions, filtered: by keyboard, announced, in the address, from a disk, as a table; and whole
// without script. What a filter shows is compared with the plain pages that show the same without script.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import { assertNone } from './assert-none.mjs';
import { complaintsOf, publish } from './browser.mjs';
import { browserForTests, serverForTests } from './fixtures.mjs';
import { attribute, descendants, readPage } from './pages.mjs';
import { sampleSite } from './sites.mjs';

const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const WIDE = { viewport: { width: 1280, height: 900 } };

const site = sampleSite();
const browser = await browserForTests();
const server = await serverForTests(site.folder);

/** Opens the list as a visitor who does this, and closes it again. */
async function visit(settings, view, look) {
  const context = await browser.newContext({ ...WIDE, ...settings });
  const address = await publish(context, site, server);
  const page = await context.newPage();
  const complaints = complaintsOf(page, address);
  try {
    await page.goto(`${address}actions.html${view}`);
    await look(page, address);
    assertNone(complaints.filter((complaint) => !complaint.includes('blob:')));
  } finally {
    await context.close();
  }
}

/** The pages of the actions that are shown, in order, as the links of the list say them. */
function shownOn(page) {
  return page.locator('.action-card :is(h3, h4) a:visible').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
}

/** What assistive technology is told in the live region. */
async function announced(page) {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const words = (node) => (node.role?.value === 'StaticText' ? [node.name.value] : (node.childIds ?? []).flatMap((id) => words(byId.get(id))));
  const status = nodes.filter((node) => node.role?.value === 'status' && !node.ignored);
  assert.equal(status.length, 1, 'one live region');
  const live = status[0].properties.find((property) => property.name === 'live');
  assert.equal(live?.value.value, 'polite');
  return words(status[0]).join(' ');
}

/** Presses Tab until the element has the focus. */
async function tabTo(page, selector) {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((wanted) => document.activeElement.matches(wanted), selector)) return;
  }
  assert.fail(`${selector} is not reached by keyboard`);
}

/** Sets a filter as its control does when a person changes it. */
async function set(page, name, value) {
  const field = page.locator(`.explorer [name=${name}]`);
  if (await field.evaluate((element) => element.localName === 'select')) await field.selectOption(value);
  else await field.fill(value);
}

function choicesOf(page, name) {
  return page.locator(`.explorer [name=${name}] option`).evaluateAll((options) => options.map((option) => option.value).filter(Boolean));
}

const plainPages = new Map();

function plainPage(file) {
  if (!plainPages.has(file)) plainPages.set(file, readPage(file, readFileSync(path.join(site.folder, file), 'utf8')));
  return plainPages.get(file);
}

/** The actions below a heading of a plain page, as addresses from the root of the site. */
function listedOn(file, id) {
  const { elements } = plainPage(file);
  const isHere = (section) => !id || descendants(section).some((element) => element.tagName === 'h2' && attribute(element, 'id') === id);
  const sections = elements.filter((element) => element.tagName === 'section' && attribute(element, 'class') === 'section' && isHere(element));
  assert.ok(sections.length > 0, `${file} has no #${id}`);
  const headings = sections.flatMap(descendants).filter((element) => element.tagName === 'h3');
  const links = headings.flatMap(descendants).filter((element) => element.tagName === 'a');
  return links.map((link) => path.posix.join(path.posix.dirname(file), attribute(link, 'href')));
}

const sorted = (list) => [...new Set(list)].sort();

test('each status, lead and agency shows what its plain page shows, and two together what both show', async () => {
  await visit({}, '', async (page) => {
    const all = await shownOn(page);
    const pages = { status: 'actions/by-status.html', lead: 'actions/by-lead.html', member: 'actions/by-member.html' };
    const plain = (name, value) =>
      name === 'status' && value === 'overdue' ? listedOn('actions/overdue.html') : listedOn(pages[name], value);
    for (const name of Object.keys(pages)) {
      const choices = await choicesOf(page, name);
      assert.ok(choices.length > 2, `${name} has ${choices.length} choices`);
      for (const value of choices) {
        await set(page, name, value);
        assert.deepEqual(sorted(await shownOn(page)), sorted(plain(name, value)), `${name}=${value}`);
      }
      await set(page, name, '');
    }
    assert.deepEqual(await shownOn(page), all);
    // The first lead and status that have something in common, but not all.
    for (const lead of await choicesOf(page, 'lead')) {
      for (const status of await choicesOf(page, 'status')) {
        const led = plain('lead', lead);
        const both = led.filter((one) => plain('status', status).includes(one));
        if (both.length === 0 || both.length === led.length) continue;
        await set(page, 'lead', lead);
        await set(page, 'status', status);
        assert.deepEqual(sorted(await shownOn(page)), sorted(both));
        return;
      }
    }
    assert.fail('no lead and status to combine');
  });
});

test('words are found whatever their case and accents, and all of them must be there', async () => {
  await visit({}, '', async (page) => {
    const title = await page.locator('.action-card h3').first().innerText();
    const [first, second] = title.match(/\p{L}{5,}/gu);
    await set(page, 'text', ` ${second.toUpperCase()}  ${first.slice(0, 4)}́ `);
    const shown = await shownOn(page);
    assert.ok(shown.length > 0 && shown.includes(await page.locator('.action-card a').first().getAttribute('href')));
    await set(page, 'text', `${first} zzzz`);
    assert.deepEqual(await shownOn(page), []);
  });
});

test('"due by" shows what is not finished and due by that day', async () => {
  await visit({}, '', async (page) => {
    await set(page, 'due', '2027-03-31');
    const byDate = ['2026-q4', '2027-q1'].flatMap((quarter) => listedOn('actions/by-due-date.html', quarter));
    assert.deepEqual(sorted(await shownOn(page)), sorted(byDate));
    await set(page, 'due', '2020-01-01');
    assert.deepEqual(await shownOn(page), []);
  });
});

test('by keyboard alone: set, hear, remove and clear', async () => {
  await visit({}, '', async (page) => {
    const total = (await shownOn(page)).length;
    assert.equal(await announced(page), `The list shows all ${total} actions.`);
    await tabTo(page, '.explorer [name=status]');
    await page.keyboard.press('ArrowDown');
    const some = (await shownOn(page)).length;
    assert.ok(some > 0 && some < total);
    assert.equal(await announced(page), `The list shows ${some} of ${total} actions.`);
    await tabTo(page, '.explorer [name=lead]');
    await page.keyboard.press('End');
    assert.equal(await page.locator('.explorer-set button').count(), 2);
    // The first filter goes, and the focus moves on to the one that is left.
    await tabTo(page, '.explorer-set button');
    await page.keyboard.press('Enter');
    assert.equal(await page.evaluate(() => document.activeElement.closest('.explorer-set') !== null), true);
    assert.equal(await page.locator('.explorer-set button').count(), 1);
    await page.keyboard.press('Space');
    assert.equal(await page.evaluate(() => document.activeElement.localName), 'summary');
    assert.equal((await shownOn(page)).length, total);
    // Nothing found: it says what to do, and the way out is at hand.
    await tabTo(page, '.explorer [name=text]');
    await page.keyboard.type('nowhere');
    assert.equal(await announced(page), 'No action matches all of these filters. Remove one of them, or clear all filters.');
    await tabTo(page, '.explorer [type=reset]');
    await page.keyboard.press('Enter');
    assert.equal((await shownOn(page)).length, total);
    assert.equal(await announced(page), `The list shows all ${total} actions.`);
    assert.equal(await page.evaluate(() => document.activeElement.localName), 'summary');
  });
});

test('every control has a name, and the button of a filter says which it removes', async () => {
  await visit({}, '?text=help', async (page) => {
    const session = await page.context().newCDPSession(page);
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    const controls = nodes.filter((node) => ['button', 'combobox', 'searchbox', 'Date', 'form'].includes(node.role?.value) && !node.ignored);
    const names = controls.map((node) => `${node.role.value}: ${node.name?.value}`);
    assertNone(controls.filter((node) => !node.name?.value).map((node) => JSON.stringify(node)));
    assert.ok(names.includes('button: Remove filter: Words: help'), names.join('\n'));
    assert.ok(names.includes('form: Filter the actions'), names.join('\n'));
  });
});

test('a view is an address: sent to somebody it shows the same, and back and forward lead from view to view', async () => {
  await visit({}, '', async (page, address) => {
    const start = page.url();
    const all = await shownOn(page);
    const [status] = await choicesOf(page, 'status');
    await set(page, 'status', status);
    const byStatus = await shownOn(page);
    // Letters are one step of the history, not many.
    await page.locator('.explorer [name=text]').pressSequentially('the a');
    const both = await shownOn(page);
    assert.notDeepEqual(byStatus, all);
    const sent = page.url();
    assert.equal(new URL(sent).search, `?text=the+a&status=${status}`);
    const other = await page.context().newPage();
    await other.goto(sent);
    assert.deepEqual(await shownOn(other), both);
    assert.equal(await other.locator('.explorer [name=text]').inputValue(), 'the a');
    assert.equal(await other.locator('.explorer-set button').count(), 2);
    await other.close();
    await page.goBack();
    assert.deepEqual(await shownOn(page), byStatus);
    await page.goBack();
    assert.equal(page.url(), start);
    assert.deepEqual(await shownOn(page), all);
    await page.goForward();
    await page.goForward();
    assert.deepEqual(await shownOn(page), both);
    await page.locator('.explorer [type=reset]').click();
    assert.equal(page.url(), start);
    // What an old address names and the plan no longer has is passed over.
    await page.goto(`${address}actions.html?status=long-gone&lead=&unknown=1`);
    assert.deepEqual(await shownOn(page), all);
    assert.equal(await page.locator('.explorer-set button:visible').count(), 0);
  });
});

test('the view as a table has exactly the rows of the whole table that belong to what is shown', async () => {
  const whole = (await readFile(path.join(site.folder, 'data/actions.csv'), 'utf8')).split('\r\n').filter(Boolean);
  await visit({ acceptDownloads: true }, '', async (page) => {
    const download = async () => {
      const [file] = await Promise.all([page.waitForEvent('download'), page.locator('[data-explorer=download]').click()]);
      assert.equal(file.suggestedFilename(), 'actions.csv');
      return readFile(await file.path(), 'utf8');
    };
    // Not filtered, it is the whole table, byte by byte.
    assert.equal(await download(), await readFile(path.join(site.folder, 'data/actions.csv'), 'utf8'));
    const [, status] = await choicesOf(page, 'status');
    await set(page, 'status', status);
    const shown = await shownOn(page);
    const pageOf = (line) => line.slice(line.lastIndexOf(',') + 1);
    const expected = [whole[0], ...whole.slice(1).filter((line) => shown.includes(pageOf(line)))];
    assert.ok(expected.length > shown.length, `${expected.length} lines for ${shown.length} actions`);
    assert.deepEqual((await download()).split('\r\n').filter(Boolean), expected);
  });
});

test('from a disk it filters, keeps the view in the address and saves the table', async () => {
  const context = await browser.newContext({ ...WIDE, acceptDownloads: true });
  const page = await context.newPage();
  const complaints = complaintsOf(page, 'file:');
  const file = pathToFileURL(path.join(site.folder, 'actions.html')).href;
  await page.goto(file);
  const all = await shownOn(page);
  const [status] = await choicesOf(page, 'status');
  await set(page, 'status', status);
  assert.equal(page.url(), `${file}?status=${status}`);
  const shown = await shownOn(page);
  assert.ok(shown.length < all.length);
  const [saved] = await Promise.all([page.waitForEvent('download'), page.locator('[data-explorer=download]').click()]);
  const lines = (await readFile(await saved.path(), 'utf8')).split('\r\n');
  assert.ok(lines.length > shown.length + 1);
  await page.reload();
  assert.deepEqual(await shownOn(page), shown);
  await page.goBack();
  assert.deepEqual(await shownOn(page), all);
  assertNone(complaints.filter((complaint) => !complaint.includes('blob:')));
  await context.close();
});

test('a table that cannot be fetched is said, and the list stays as it is', async () => {
  const context = await browser.newContext(WIDE);
  const address = await publish(context, site, server);
  await context.route('**/data/actions.js', (route) => route.abort());
  const page = await context.newPage();
  await page.goto(`${address}actions.html`);
  const all = await shownOn(page);
  await page.locator('[data-explorer=download]').click();
  await page.getByText('The table could not be made.').waitFor();
  assert.deepEqual(await shownOn(page), all);
  await context.close();
});

test('without script the list is whole, nothing is dead, and the plain pages are at hand', async () => {
  let all;
  await visit({}, '', async (page) => { all = await shownOn(page); });
  await visit({ javaScriptEnabled: false }, '?status=on-course', async (page) => {
    assert.deepEqual(await shownOn(page), all);
    assert.equal(await page.locator('main :is(form, input, select, button)').count(), 0);
    for (const href of ['by-lead', 'by-due-date', 'by-status', 'by-member', 'overdue', 'due-soon']) {
      assert.equal(await page.locator(`main a[href="actions/${href}.html"]:visible`).count(), 1, href);
    }
    for (const href of ['timeline.html', 'data/actions.csv']) {
      assert.equal(await page.locator(`main a[href="${href}"]:visible`).count(), 1, href);
    }
  });
});

const MODES = [
  { name: 'wide', settings: {} },
  { name: 'phone', settings: { viewport: { width: 320, height: 640 } } },
  { name: 'dark', settings: { colorScheme: 'dark' } },
];

for (const { name, settings } of MODES) {
  for (const [what, view] of [['filters set', '?due=2027-12-31&text=a'], ['nothing found', '?text=nowhere&due=2027-03-31']]) {
    test(`axe-core finds nothing with ${what} (${name})`, async () => {
      await visit({ ...settings, bypassCSP: true }, view, async (page) => {
        await page.locator('.explorer details').evaluate((details) => { details.open = true; });
        await page.addScriptTag({ content: axe.source });
        const result = await page.evaluate((values) => window.axe.run({ runOnly: { type: 'tag', values } }), STANDARDS);
        assert.ok(result.passes.length > 0, 'axe-core looked at nothing');
        assertNone(result.violations.flatMap(({ id, help, nodes }) => nodes.map((node) => `${id}: ${help}: ${node.target}`)));
        const width = await page.evaluate(() => document.scrollingElement.scrollWidth - innerWidth);
        assert.ok(width <= 0, `the page is ${width} px too wide`);
      });
    });
  }
}
