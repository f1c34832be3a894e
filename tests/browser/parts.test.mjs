// What a board's pages need besides their text: where to turn with a worry, a way out, a way back to the top, and a
// button to print. On every page where it should be, by keyboard, without script, and from a disk.

import assert from 'node:assert/strict';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { assertNone } from './assert-none.mjs';
import { publish } from './browser.mjs';
import { browserForTests, serverForTests } from './fixtures.mjs';
import { ancestors, attribute, readablePagesOf, textOf } from './pages.mjs';
import { serve } from './server.mjs';
import { PROJECT, sampleSite, siteOf } from './sites.mjs';

const EXIT = 'https://weather.example/';
const PAGE = 'plans/2026-2029/2-help-early/index.html';
// Pages that are short, or that nobody prints.
const SHORT = new Set(['home', 'search', 'not-found']);

const site = sampleSite();
const withKeys = siteOf(keysRoot());

const browser = await browserForTests();
const server = await serverForTests(site.folder);

test('every page says in the same places where to turn, and how to leave', () => {
  assertNone(
    readablePagesOf(site).flatMap((page) => {
      const wrong = [];
      const inHeader = page.all('a').filter((link) => ancestors(link).some((element) => element.tagName === 'header'));
      if (attribute(inHeader[0], 'href') !== '#part.report-a-concern') wrong.push('the first link of the header is not where to turn');
      if (attribute(inHeader[1], 'href') !== EXIT) wrong.push('the second link of the header is not the way out');
      if (!page.ids.has('part.report-a-concern')) wrong.push('it does not say where to turn');
      return wrong.map((what) => `${page.path}: ${what}`);
    }),
  );
});

test('every longer page has a way back to its top and a button to print', () => {
  const pages = readablePagesOf(site);
  assert.ok(pages.some((page) => SHORT.has(page.kind)));
  assertNone(
    pages.flatMap((page) => {
      const top = page.all('a').filter((link) => attribute(link, 'href') === '#part.top' && textOf(link));
      const print = page.all('button').filter((button) => attribute(button, 'id') === 'part.print' && attribute(button, 'hidden') !== undefined);
      const expected = SHORT.has(page.kind) ? 0 : 1;
      return [top.length, print.length].every((number) => number === expected) ? [] : [`${page.path} (${page.kind}): ${top.length} ways to the top, ${print.length} buttons`];
    }),
  );
});

test('leaving blanks the page at once and takes its place in the history', async () => {
  const { page, context, answer } = await open('index.html');
  await page.goto(new URL(PAGE, page.url()).href);
  // The other site does not answer yet.
  const left = await page.evaluate(() => {
    document.querySelector('a[data-quick-exit]').click();
    return { title: document.title, text: document.body.textContent };
  });
  assert.deepEqual(left, { title: '…', text: '' });
  answer();
  await page.waitForURL(EXIT);
  await page.goBack();
  assert.match(page.url(), /\/index\.html$/);
  await context.close();
});

test('the way out works by keyboard and from a disk', async () => {
  const { page, context, answer } = await open('index.html', { from: pathToFileURL(`${site.folder}/`).href });
  answer();
  await page.locator('a[data-quick-exit]').focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(EXIT);
  await context.close();
});

test('without script the way out is a link, and no button is there that does nothing', async () => {
  const { page, context, answer } = await open(PAGE, { javaScriptEnabled: false });
  answer();
  assert.equal(await page.getByRole('button', { name: 'Print this page' }).count(), 0);
  await page.getByRole('link', { name: 'Back to top' }).click();
  assert.match(page.url(), /#part\.top$/);
  await page.getByRole('link', { name: 'Leave this site' }).click();
  await page.waitForURL(EXIT);
  await context.close();
});

test('the Shift key does nothing unless the theme asks for it', async () => {
  const { page, context } = await open(PAGE);
  await press(page, 'Shift', 'Shift', 'Shift', 'Shift');
  assert.ok(await page.getByRole('heading', { level: 1 }).isVisible());
  assert.equal(await page.getByText('press the Shift key').count(), 0, 'and nothing says that it would');
  await context.close();
});

test('where the theme asks for it, three presses of Shift leave, and the page says so', async () => {
  const other = await serve(withKeys.folder);
  const { page, context, answer } = await open(PAGE, { from: other.address });
  answer();
  assert.ok(await page.getByText('Or press the Shift key three times.').isVisible());
  // Capital letters, the way back with Tab, a click in between: no one of them is meant.
  await press(page, 'Shift', 'Shift+A', 'Shift', 'Shift+Tab', 'Shift', 'Shift');
  await page.mouse.click(5, 300);
  await press(page, 'Shift', 'Control+Shift', 'Shift', 'Shift');
  assert.ok(await page.getByRole('heading', { level: 1 }).isVisible());
  await press(page, 'Shift');
  await page.waitForURL(EXIT);
  await context.close();
  await other.close();
});

test('the button prints, and the way back to the top moves the keyboard there too', async () => {
  const { page, context } = await open(PAGE);
  await page.evaluate(() => { window.print = () => { window.isPrinted = true; }; });
  const button = page.getByRole('button', { name: 'Print this page' });
  await button.focus();
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate(() => window.isPrinted), true);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => scrollY === 0);
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.className), 'skip-link');
  await page.emulateMedia({ media: 'print' });
  assert.equal(await button.isVisible(), false);
  await context.close();
});

/** A page in a browser of its own. The place to which one leaves answers once `answer` is called. */
async function open(file, { from, ...settings } = {}) {
  const context = await browser.newContext({ reducedMotion: 'reduce', ...settings });
  const address = from ?? (await publish(context, site, server));
  let answer;
  const asked = new Promise((resolve) => { answer = resolve; });
  await context.route(EXIT, async (route) => {
    await asked;
    await route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Weather</title>' }).catch(() => {});
  });
  const page = await context.newPage();
  await page.goto(new URL(file, address).href);
  return { page, context, answer };
}

async function press(page, ...keys) {
  for (const key of keys) await page.keyboard.press(key);
}

/** The sample with a theme of its own that asks for the Shift key: what a board would write. */
function keysRoot() {
  const root = path.join(PROJECT, 'target/test-roots/parts-keys');
  rmSync(root, { recursive: true, force: true });
  mkdirSync(path.join(root, 'themes/ours'), { recursive: true });
  cpSync(path.join(PROJECT, 'content'), path.join(root, 'content'), { recursive: true });
  writeFileSync(path.join(root, 'themes/ours/theme.yaml'), 'name: Ours\nextends: default\nsettings:\n  quick_exit_keys: yes\n');
  const index = path.join(root, 'content/index.md');
  writeFileSync(index, readFileSync(index, 'utf8').replace('---', '---\ntheme: ours'));
  return { name: 'keys', root };
}
