// The search, as it is used: what is found first, by keyboard, by ear, with back and forward, from a disk; its size.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import axe from 'axe-core';
import { assertNone } from './assert-none.mjs';
import { addressOf, complaintsOf } from './browser.mjs';
import { browserForTests, serverForTests } from './fixtures.mjs';
import { filesIn, readablePagesOf } from './pages.mjs';
import { ENGLISH, WELSH } from './search-queries.mjs';
import { serve } from './server.mjs';
import { allSites, sampleSite } from './sites.mjs';

const PHONE = { viewport: { width: 320, height: 640 } };

// Pages that only repeat what the others say: what the search knows does not come from them.
const REPEATING = ['search', 'a-z', 'not-found', 'whole-plan', 'actions'];

const site = sampleSite();
const browser = await browserForTests();
const server = await serverForTests(site.folder);

for (const [search, tables] of [['search.html', ENGLISH], ['cy/search.html', WELSH]]) {
  for (const [what, queries] of Object.entries(tables)) {
    test(`${search}: ${what} lead to the right page first`, async () => {
      const page = await open(search);
      const wrong = [];
      for (const [query, expected] of queries) {
        await ask(page, query);
        const found = await links(page);
        if (found[0] !== expected) wrong.push(`"${query}" gives ${found.slice(0, 3).join(', ') || 'nothing'}, not ${expected}`);
      }
      await page.close();
      assertNone(wrong);
    });
  }
}

test('a result says what it is, where it stands, and marks the words that were found', async () => {
  const page = await open('search.html');
  await ask(page, 'weekly list');
  const first = page.locator('.search-result').first();
  assert.equal(await first.getByRole('link').textContent(), 'Aim 3.1: Keep one weekly list of the children who worry us most, with one worker named for each.');
  assert.match(await first.textContent(), /Aim: Safeguarding plan 2026 to 2029 › Priority 3: /);
  assert.deepEqual(await first.locator('a mark').allTextContents(), ['weekly', 'list']);
  await ask(page, 'mosque');
  assert.match(await page.locator('.search-result').first().textContent(), /In the text: ?mosque/);
  await ask(page, 'neglect zebra');
  await page.getByText('No page has all of these words.').waitFor({ state: 'visible' });
  await page.close();
});

test('twenty results are shown, more by a button that leads to the first of them', async () => {
  const page = await open('search.html');
  await ask(page, 'children');
  // What does not fit on a screen follows when the first results are painted.
  await page.locator('.search-result').nth(19).waitFor();
  assert.equal(await page.locator('.search-result').count(), 20);
  await page.getByRole('button', { name: 'Show more results' }).click();
  assert.equal(await page.locator('.search-result').count(), 40);
  const focused = await page.evaluate(() => [...document.querySelectorAll('.search-result')].indexOf(document.activeElement.parentElement));
  assert.equal(focused, 20);
  await page.close();
});

test('it is announced and used by keyboard alone, from any page', async () => {
  const page = await browser.newPage();
  await page.goto(`${server.address}groups/young-advisers.html`);
  for (let tabs = 0; tabs < 20 && !(await page.evaluate(() => document.activeElement.name === 'q')); tabs += 1) await page.keyboard.press('Tab');
  await page.keyboard.type('neglect');
  await page.keyboard.press('Enter');
  await page.waitForURL(`${server.address}search.html?q=neglect`);
  await page.locator('.search-result').first().waitFor();
  assert.equal(await page.getByRole('searchbox', { name: 'What are you looking for?' }).inputValue(), 'neglect');
  await page.locator('[role=status]', { hasText: /^Results for “neglect”: \d+$/ }).waitFor({ state: 'attached' });
  await page.focus('[name=q]');
  await page.keyboard.press('End');
  await page.keyboard.type(' toolkit');
  await page.keyboard.press('Enter');
  await page.locator('[role=status]', { hasText: 'Results for “neglect toolkit”' }).waitFor({ state: 'attached' });
  const tree = await page.locator('main').ariaSnapshot();
  for (const part of [/search:?\n/, /searchbox "What are you looking for\?"/, /status: ?"?Results for/, /heading "Results for “neglect toolkit”: \d+" \[level=2\]/, /list:?\n\s+- listitem/, /link "Neglect toolkit"/]) {
    assert.match(tree, part);
  }
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.waitForURL(/glossary\.html#neglect-toolkit$/);
  await page.close();
});

for (const [where, base] of [['on a server', () => server.address], ['from a disk', () => `${pathToFileURL(site.folder)}/`]]) {
  test(`the query stays in the address, with back and forward (${where})`, async () => {
    const page = await browser.newPage();
    const complaints = complaintsOf(page, base());
    await page.goto(`${base()}search.html?q=${encodeURIComponent('lado & 2.1')}`);
    assert.equal(await page.inputValue('[name=q]'), 'lado & 2.1');
    for (const query of ['neglect', 'police']) {
      await page.fill('[name=q]', query);
      await page.keyboard.press('Enter');
      await page.waitForURL(`${base()}search.html?q=${query}`);
    }
    await page.waitForFunction(() => document.title.startsWith('police – Search'));
    await page.goBack();
    await page.waitForURL(/q=neglect$/);
    await page.getByRole('heading', { name: 'Results for “neglect”' }).waitFor();
    assert.equal(await page.inputValue('[name=q]'), 'neglect');
    await page.goForward();
    await page.getByRole('heading', { name: 'Results for “police”' }).waitFor();
    await page.locator('.search-result a').first().click();
    await page.waitForURL(/members\/police\.html$/);
    await page.goBack();
    await page.getByRole('heading', { name: 'Results for “police”' }).waitFor();
    await page.close();
    assertNone(complaints);
  });
}

test('the field of every page leads to the search, opened from a disk too', async () => {
  const page = await browser.newPage();
  await page.goto(`${pathToFileURL(site.folder)}/plans/2026-2029/3-exploitation/3.10-app.html`);
  await page.getByRole('searchbox', { name: 'Search' }).fill('camhs');
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: 'Child and adolescent mental health services' }).first().waitFor();
  await page.close();
});

test('what the search knows is fetched when it is used, not before', async () => {
  const page = await browser.newPage();
  const asked = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(`${server.address}search.html`, { waitUntil: 'networkidle' });
  assertNone(asked.filter((address) => address.includes('/data/')));
  await page.focus('[name=q]');
  await page.waitForFunction(() => window.boardplanSearchIndex);
  assert.equal(asked.filter((address) => address.includes('/data/search-en.')).length, 1);
  await page.close();
});

test('a search that cannot be loaded says so and leads to the A to Z', async () => {
  const page = await browser.newPage();
  await page.route('**/data/search-*', (route) => route.abort());
  await page.goto(`${server.address}search.html?q=police`);
  await page.getByRole('heading', { name: 'The search could not be loaded.' }).waitFor();
  await page.getByRole('link', { name: 'Everything on this site from A to Z' }).click();
  await page.waitForURL(/a-z\.html$/);
  await page.close();
});

test('without script the search page says so and leads to the A to Z', async () => {
  const page = await browser.newPage({ javaScriptEnabled: false });
  await page.goto(`${server.address}groups/index.html`);
  await page.getByRole('searchbox').fill('police');
  await page.keyboard.press('Enter');
  await page.waitForURL(/search\.html\?q=police$/);
  assert.equal(await page.getByRole('searchbox').count(), 0);
  await page.getByText('with JavaScript, which is switched off').waitFor();
  await page.getByRole('link', { name: 'Everything on this site from A to Z' }).click();
  await page.getByRole('link', { name: 'Brackenshire Police' }).first().waitFor();
  await page.close();
});

for (const [mode, settings] of [['wide', {}], ['phone', PHONE], ['dark', { colorScheme: 'dark' }], ['forced colours', { forcedColors: 'active' }]]) {
  test(`axe-core finds nothing before a search, with results, with nothing found (${mode})`, async () => {
    const context = await browser.newContext({ ...settings, bypassCSP: true });
    const page = await context.newPage();
    const wrong = [];
    for (const query of ['', 'children', 'zzzzz', 'neglect zebra']) {
      await page.goto(`${server.address}search.html${query && `?q=${query}`}`);
      if (query) await page.waitForFunction(() => document.querySelector('[data-search-summary]').textContent.includes('“'));
      await page.addScriptTag({ content: axe.source });
      const result = await page.evaluate(() => window.axe.run());
      wrong.push(...result.violations.flatMap(({ id, nodes }) => nodes.map((node) => `"${query}": ${id}: ${node.target}: ${node.failureSummary}`)));
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (overflow > 0) wrong.push(`"${query}" scrolls sideways by ${overflow} px`);
    }
    await context.close();
    assertNone(wrong);
  });
}

test('what is typed is text, never HTML', async () => {
  const page = await open('search.html');
  await ask(page, '<img src=x onerror=alert(1)> {number}');
  assert.match(await page.locator('[data-search-summary]').textContent(), /<img src=x onerror=alert\(1\)> \{number\}/);
  assert.equal(await page.locator('main img').count(), 0);
  await page.close();
});

test('what the search knows is small', async () => {
  const page = await browser.newPage();
  let visible = 0;
  for (const each of readablePagesOf(site).filter(({ kind, language }) => language === 'en' && !REPEATING.includes(kind))) {
    await page.goto(addressOf(server.address, each));
    visible += Buffer.byteLength(await page.locator('main').innerText());
  }
  await page.close();
  const [file] = filesIn(site.folder).filter((name) => name.startsWith('data/search-en.'));
  const bytes = readFileSync(path.join(site.folder, file));
  assert.ok(bytes.length <= 0.25 * visible, `${bytes.length} bytes for ${visible} of visible text`);
  assert.ok(gzipSync(bytes).length <= 60_000, `${gzipSync(bytes).length} bytes compressed`);
});

test('search engines list the A to Z and not the search', () => {
  const sitemap = readFileSync(path.join(site.folder, 'sitemap.xml'), 'utf8');
  assert.match(sitemap, /\/a-z\.html</);
  assert.match(sitemap, /\/cy\/a-z\.html</);
  assert.doesNotMatch(sitemap, /search/);
});

for (const each of allSites()) {
  test(`${each.name}: every page is in the A to Z`, () => {
    const pages = readablePagesOf(each);
    const listed = new Set(pages.find(({ path: file }) => file === 'a-z.html').links.map((link) => link.split('#')[0]));
    const found = pages.filter(({ kind, language }) => language === pages.find(({ path: file }) => file === 'index.html').language && !['a-z', 'search', 'not-found'].includes(kind));
    // The meetings of one group stand on the group's page and in its year.
    assertNone(found.map(({ path: file }) => file).filter((file) => !file.startsWith('calendar/') && !listed.has(file.split('/').map(encodeURIComponent).join('/'))));
  });

  test(`${each.name}: the search finds each page by its whole name`, async () => {
    const own = await serve(each.folder);
    const page = await browser.newPage();
    await page.goto(`${own.address}search.html?q=plan`);
    await page.waitForFunction(() => window.boardplanSearch && window.boardplanSearchIndex);
    const wrong = await page.evaluate(() => {
      const engine = window.boardplanSearch.open(window.boardplanSearchIndex);
      const { names, archived } = engine.index.pages;
      const old = new Set(archived);
      const isFirst = (name, index) => {
        const first = engine.find(name).pages[0];
        // "Neglect" may be a term, and a priority without its word and number.
        return first === index || names[first].endsWith(name) || old.has(index);
      };
      return names.filter((name, index) => !name.endsWith('…') && !isFirst(name, index));
    });
    await page.close();
    await own.close();
    assertNone(wrong);
  });
}

/** Opens a search. */
async function open(search) {
  const page = await browser.newPage();
  await page.goto(server.address + search);
  return page;
}

/** Types a query and waits for its results: for the first one, what the search knows is fetched. */
async function ask(page, query) {
  await page.fill('[name=q]', query);
  await page.locator('[data-search-summary]', { hasText: `“${query}”` }).waitFor();
}

/** Where the results lead, from the root of the site. */
async function links(page) {
  const found = await page.locator('.search-result > a').evaluateAll((all) => all.map((link) => link.href));
  return found.map((address) => address.slice(server.address.length));
}
