// The preview as an author meets it: who edits stays where they were, and is told what is wrong, and where.

import assert from 'node:assert/strict';
import { after, afterEach, beforeEach, test } from 'node:test';
import { browserForTests } from './fixtures.mjs';
import { startPreview } from './preview.mjs';

const GROUP = 'content/groups/learning-and-workforce.md';

const browser = await browserForTests();
const preview = await startPreview('edits', { arguments: ['--editor', 'vscode://file/{file}:{line}'] });
after(() => preview.end());
let page;

beforeEach(async () => {
  page = await browser.newPage({ viewport: { width: 1000, height: 500 } });
});
afterEach(() => page.close());

/** Opens a page and marks the document, so that a load can be told from a change in place. */
async function open(address) {
  await page.goto(preview.address + address);
  await page.evaluate(() => { window.isStillHere = true; });
}

const isStillHere = () => page.evaluate(() => window.isStillHere === true);

/** Puts `text` at the end of a file of content, and returns what takes it away again. */
function append(file, text) {
  const before = preview.read(file);
  preview.write(file, `${before.trimEnd()}\n\n${text}\n`);
  return () => preview.write(file, before);
}

test('a change comes in place: scroll position, open details, focus and what was typed stay', async () => {
  await open('calendar.html');
  const details = page.locator('main details').first();
  assert.equal(await page.locator('main details').count() > 0, true, 'the calendar has details to open');
  const wasOpen = await details.evaluate((element) => { element.open = !element.open; return !element.open; });
  await page.evaluate(() => {
    window.scrollTo({ top: 400, behavior: 'instant' });
    // A field of a page of the future: it is in the page, but no part of what changes.
    document.querySelector('main a[href]').focus({ preventScroll: true });
    window.focused = document.activeElement;
  });
  const cycle = 'content/meetings/2026-27.md';
  const before = preview.read(cycle);
  const place = /place: (.+)/.exec(before)[1];
  preview.write(cycle, before.replace(place, `${place}, by the back door`));
  await page.getByText('by the back door').first().waitFor({ state: 'attached' });
  preview.write(cycle, before);
  assert.equal(await isStillHere(), true, 'the page was not loaded again');
  assert.equal(await page.evaluate(() => window.scrollY), 400);
  assert.equal(await details.evaluate((element) => element.open), !wasOpen);
  assert.equal(await page.evaluate(() => document.activeElement === window.focused), true);
});

test('entries that come and go move nothing else', async () => {
  await open('groups/learning-and-workforce.html');
  const last = await page.evaluateHandle(() => document.querySelector('main').lastElementChild);
  const undo = append(GROUP, 'A first new paragraph.\n\nA second new paragraph.');
  await page.getByText('A second new paragraph.').waitFor();
  undo();
  await page.getByText('A second new paragraph.').waitFor({ state: 'detached' });
  assert.equal(await page.getByText('A first new paragraph.').count(), 0);
  assert.equal(await last.evaluate((element) => element === document.querySelector('main').lastElementChild), true);
  assert.equal(await isStillHere(), true);
  const [live, sent] = await page.evaluate(async () => {
    const text = await (await fetch(location.pathname)).text();
    const main = (page) => page.querySelector('main').outerHTML;
    return [main(document), main(new DOMParser().parseFromString(text, 'text/html'))];
  });
  assert.equal(live, sent, 'the page is what a new visitor gets');
});

test('when only style sheets changed, only they are swapped', async () => {
  await open('index.html');
  const main = await page.evaluateHandle(() => document.querySelector('main'));
  const sheet = 'themes/default/assets/base.css';
  const before = preview.read(sheet);
  preview.write(sheet, `${before}\nh1 { letter-spacing: 3px; }\n`);
  await page.waitForFunction(() => getComputedStyle(document.querySelector('h1')).letterSpacing === '3px');
  preview.write(sheet, before);
  await page.waitForFunction(() => getComputedStyle(document.querySelector('h1')).letterSpacing !== '3px');
  assert.equal(await isStillHere(), true);
  assert.equal(await main.evaluate((element) => element === document.querySelector('main')), true);
  assert.equal(await page.locator('head link[rel=stylesheet][href*="site."]').count(), 1);
});

test('where a script of the site has its hands in what changes, the page is loaded again and put back', async () => {
  await open('groups/learning-and-workforce.html');
  await page.evaluate(() => {
    const main = document.querySelector('main');
    main.prepend(document.createElement('input'));
    main.querySelector('h1').insertAdjacentHTML('afterend', '<p>added by a script</p>');
    window.scrollTo({ top: 200, behavior: 'instant' });
  });
  const undo = append(GROUP, 'A paragraph that a script does not expect.');
  await page.getByText('A paragraph that a script does not expect.').waitFor();
  undo();
  assert.equal(await isStillHere(), false, 'the page was loaded again');
  await page.waitForFunction(() => window.scrollY === 200);
});

test('errors come as a panel over the last good page, and go by themselves', async () => {
  await open('groups/learning-and-workforce.html');
  const undo = append(GROUP, '[Nowhere](nowhere.md)');
  const panel = page.locator('#boardplan-problems');
  await panel.waitFor();
  const words = await panel.innerText();
  assert.match(words, /1 error must be mended/);
  assert.match(words, /content\/groups\/learning-and-workforce\.md, line \d+/);
  assert.match(words, /\[Nowhere\]\(nowhere\.md\)/, 'the line itself is shown');
  assert.equal(await page.locator('h1').count(), 1, 'the page is still there');
  undo();
  await panel.waitFor({ state: 'detached' });
  assert.equal(await isStillHere(), true);
});

test('warnings of the page are in a bar that stays closed once it was closed', async () => {
  await open('groups/learning-and-workforce.html');
  const undo = append(GROUP, 'For more information [click here](../index.md).');
  const bar = page.locator('#boardplan-bar > details');
  await page.locator('#boardplan-bar > details[open]').waitFor();
  assert.match(await bar.locator('> summary').innerText(), /1 warning on this page/);
  assert.match(await bar.innerText(), /content\/groups\/learning-and-workforce\.md, line \d+/);
  await bar.locator('> summary').click();
  await page.reload();
  assert.equal(await bar.evaluate((element) => element.open), false);
  await page.goto(`${preview.address}index.html`);
  assert.doesNotMatch(await bar.locator('> summary').innerText(), /warning/, 'another page does not have it');
  undo();
});

test('a page says which file it is made from and on which lines its parts stand, and one click opens them', async () => {
  await open('glossary.html');
  const bar = page.locator('#boardplan-bar');
  await bar.locator('> details > summary').click();
  assert.match(await bar.innerText(), /This page is made from\s+content\/glossary\.md/);
  await page.locator('#boardplan-parts > summary').click();
  const term = await page.locator('main dfn').first().innerText();
  const part = page.locator('#boardplan-parts li', { hasText: new RegExp(`^${term}`) }).locator('button').first();
  const place = await part.innerText();
  const line = /^content\/glossary\.md:(\d+)$/.exec(place)?.[1];
  assert.ok(preview.read('content/glossary.md').split('\n')[line - 1].includes(term), `${term} stands at line ${line}`);

  // The editor's address is one that no program here opens, so what the server answers is looked at.
  const [answer] = await Promise.all([
    page.waitForResponse((response) => response.url().includes('/_boardplan/open/')),
    part.click(),
  ]);
  assert.equal(await answer.text(), `vscode://file${preview.folder}/content/glossary.md:${line}`);
  const guess = await page.request.get(`${preview.address}_boardplan/open/0123456789abcdef/${place}`);
  assert.equal(guess.status(), 403);
});

test('without an editor one click copies the place', async () => {
  const other = await startPreview('copies');
  try {
    const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
    const page = await context.newPage();
    await page.goto(`${other.address}groups/learning-and-workforce.html`);
    await page.locator('#boardplan-bar > details > summary').click();
    await page.locator('#boardplan-bar [data-place]').first().click();
    await page.getByText('Copied: content/groups/learning-and-workforce.md:1').waitFor();
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), 'content/groups/learning-and-workforce.md:1');
    await context.close();
  } finally {
    await other.end();
  }
});

test('nothing of the preview breaks the content security policy', async () => {
  const complaints = [];
  page.on('console', (message) => { if (message.type() === 'error') complaints.push(message.text()); });
  page.on('pageerror', (error) => complaints.push(error.message));
  for (const address of ['index.html', 'glossary.html', '_boardplan/']) {
    await open(address);
    await page.waitForFunction(() => document.documentElement.hasAttribute('data-boardplan-edition'));
  }
  assert.deepEqual(complaints, []);
});
