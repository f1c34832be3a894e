// Every page of the sample is light, for an old phone on a slow line: with its style sheets and scripts, pictures apart.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { assertNone } from './assert-none.mjs';
import { addressOf, publish } from './browser.mjs';
import { browserForTests } from './fixtures.mjs';
import { attribute, filesIn, linksOfStylesheet, pagesOf, publicAddressOf, samplePagesOf } from './pages.mjs';
import { serve } from './server.mjs';
import { sampleSite } from './sites.mjs';

const KB = 1024;
const PAGE = 20 * KB;
// What holds all of a plan is longer than what holds a part of it.
const WHOLE = 60 * KB;
const WHOLE_KINDS = new Set(['whole-plan', 'actions']);
const SCRIPTS = 12 * KB;

const site = sampleSite();
const pages = pagesOf(site);
// On the page for addresses that do not exist every address is whole.
const own = publicAddressOf(site);
const sizes = new Map();

const browser = await browserForTests();

test('a page with its style sheets and scripts is at most 20 KB, what holds the whole plan 60 KB', (context) => {
  const weights = pages.map((page) => {
    const parts = [page.path, ...partsOf(page)];
    return { page, weight: parts.reduce((sum, part) => sum + sizeOf(part), 0) };
  });
  const isWhole = ({ page }) => WHOLE_KINDS.has(page.kind);
  for (const some of [weights.filter((one) => !isWhole(one)), weights.filter(isWhole)]) {
    const heaviest = some.reduce((one, other) => (other.weight > one.weight ? other : one));
    context.diagnostic(`heaviest of ${some.length}: ${heaviest.page.path}, ${inKb(heaviest.weight)}`);
  }
  assertNone(
    weights
      .filter((one) => one.weight > (isWhole(one) ? WHOLE : PAGE))
      .map(({ page, weight }) => `${page.path}: ${inKb(weight)}`),
  );
});

test('all scripts of the theme together are at most 12 KB', (context) => {
  // What the search knows is data, and no script of the theme.
  const scripts = filesIn(site.folder).filter((file) => /^assets\/.*\.js$/.test(file));
  const weight = scripts.reduce((sum, script) => sum + sizeOf(script), 0);
  context.diagnostic(`${scripts.length} scripts: ${inKb(weight)}`);
  assertNone(scripts.length === 0 || weight > SCRIPTS ? [`${scripts.join(', ')}: ${inKb(weight)}`] : []);
});

test('no page names a file of another place to load', () => {
  const isElsewhere = (link) => /^([a-z]+:)?\/\//i.test(link) && !(own && link.startsWith(own));
  const inPages = pages.flatMap((page) => loadedBy(page).filter(isElsewhere).map((link) => `${page.path}: ${link}`));
  const sheets = filesIn(site.folder).filter((file) => file.endsWith('.css'));
  const inSheets = sheets.flatMap((sheet) =>
    linksOfStylesheet(readFileSync(path.join(site.folder, sheet), 'utf8')).filter(isElsewhere).map((link) => `${sheet}: ${link}`),
  );
  assertNone([...inPages, ...inSheets]);
});

test('no page asks another place for anything while it is open', async () => {
  const server = await serve(site.folder);
  const context = await browser.newContext();
  const address = await publish(context, site, server);
  const asked = [];
  const page = await context.newPage();
  page.on('request', (request) => {
    if (!request.url().startsWith(address)) asked.push(`${page.url()}: ${request.url()}`);
  });
  try {
    for (const each of samplePagesOf(site)) await page.goto(addressOf(address, each), { waitUntil: 'load' });
  } finally {
    await context.close();
    await server.close();
  }
  assertNone(asked);
});

/**
 * The style sheets and scripts that a page loads by itself, as paths in the site. The search fetches how to search, and
 * what it knows, when somebody does.
 */
function partsOf(page) {
  const base = new URL(page.path, 'file:///');
  const pathOf = (link) => (own && link.startsWith(own) ? link.slice(own.length) : new URL(link, base).pathname.slice(1));
  const sheets = page.all('link').filter((link) => attribute(link, 'rel') === 'stylesheet').map((link) => attribute(link, 'href'));
  const scripts = page.all('script').map((script) => attribute(script, 'src')).filter(Boolean);
  return [...sheets, ...scripts].map((link) => decodeURIComponent(pathOf(link)));
}

/** Every address from which a page loads something by itself; links that a reader may follow are not among them. */
function loadedBy(page) {
  const sources = page.elements.flatMap((element) => {
    const srcset = (attribute(element, 'srcset') ?? '').split(',').map((part) => part.trim().split(/\s/)[0]);
    return [attribute(element, 'src'), attribute(element, 'poster'), attribute(element, 'data'), ...srcset];
  });
  const loading = /\b(stylesheet|icon|preload|modulepreload|prefetch|preconnect|dns-prefetch|manifest)\b/;
  const links = page.all('link').filter((link) => loading.test(attribute(link, 'rel'))).map((link) => attribute(link, 'href'));
  return [...sources, ...links].filter(Boolean);
}

/** How many bytes of a file of the site go over the line, each compressed by itself as a host does it. */
function sizeOf(file) {
  if (!sizes.has(file)) sizes.set(file, gzipSync(readFileSync(path.join(site.folder, file))).length);
  return sizes.get(file);
}

function inKb(bytes) {
  return `${(bytes / KB).toFixed(1)} KB`;
}
