// A site opens from a disk, from a memory stick, below a sub-path: every link is relative and leads to a file.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { assertNone } from './assert-none.mjs';
import { addressOf, complaintsOf } from './browser.mjs';
import { browserForTests } from './fixtures.mjs';
import { filesIn, linksOfStylesheet, pagesOf, publicAddressOf, readPage, readablePagesOf, samplePagesOf } from './pages.mjs';
import { serve } from './server.mjs';
import { allSites } from './sites.mjs';
import { inTabs } from './tabs.mjs';

const browser = await browserForTests();

for (const site of allSites()) {
  let crawled;

  test(`${site.name}: every link leads to a file and a place in it`, () => {
    assertNone(brokenLinks(site));
  });

  test(`${site.name}: below a sub-path every link from the home page on is answered`, async () => {
    crawled = await crawl(site);
    const { wrong, visited } = crawled;
    assertNone(wrong);
    assert.ok(visited.has('index.html'), 'the home page was not visited');
  });

  test(`${site.name}: every page can be reached from the home page`, () => {
    assert.ok(crawled, 'the links could not be followed');
    const { visited } = crawled;
    const apart = readablePagesOf(site).filter((page) => !page.isNotFound);
    assertNone(apart.map((page) => page.path).filter((file) => !visited.has(file)));
  });

  test(`${site.name}: a page opened from the disk finds its styles and breaks no rule`, async () => {
    const home = `${pathToFileURL(site.folder)}/`;
    const wrong = [];
    const context = await browser.newContext();
    const pages = samplePagesOf(site).filter((page) => !page.isNotFound);
    await inTabs(context, pages, (tab) => {
      const complaints = complaintsOf(tab, home);
      return async (page) => {
        complaints.length = 0;
        await tab.goto(addressOf(home, page));
        const styles = await tab.evaluate(() => document.styleSheets.length);
        wrong.push(...complaints, ...(styles > 0 ? [] : [`${page.path} has no styles`]));
      };
    });
    await context.close();
    assertNone(wrong);
  });
}

/** Looks only at files: no server is there to be kind. */
function brokenLinks(site) {
  const files = new Set(filesIn(site.folder));
  const pages = new Map(pagesOf(site).map((page) => [page.path, page]));
  const address = publicAddressOf(site);

  const broken = [];
  const follow = (from, link) => {
    const inside = address && link.startsWith(address) ? fromHome(from, link.slice(address.length)) : link;
    if (isElsewhere(inside)) return;
    const say = (what) => broken.push(`${from}: "${link}" ${what}`);
    if (inside.startsWith('/')) return say('starts at the root of a server');
    const [place, anchor] = inside.split('#');
    const file = decodeURIComponent(place.split('?')[0]);
    const target = file === '' ? from : path.posix.join(path.posix.dirname(from), file);
    if (target.startsWith('../')) return say('leaves the site');
    if (!files.has(target)) return say('leads to no file');
    const isMissing = anchor && anchor !== 'top' && pages.has(target) && !pages.get(target).ids.has(decodeURIComponent(anchor));
    if (isMissing) say('leads to no place in that page');
  };

  for (const page of pages.values()) {
    if (!page.hasBase) page.links.forEach((link) => follow(page.path, link));
  }
  for (const file of files) {
    if (!file.endsWith('.css')) continue;
    const text = readFileSync(path.join(site.folder, file), 'utf8');
    linksOfStylesheet(text).forEach((link) => follow(file, link));
  }
  return broken;
}

/**
 * The relative link that does the same as a link from the site's home. A server shows the index of a folder, so a
 * whole address may count on it; a relative link may not.
 */
function fromHome(from, link) {
  return '../'.repeat(from.split('/').length - 1) + link.replace(/^$|\/$/, '$&index.html');
}

/** Follows every link from the home page on, as a search engine would, below a path that no author thought of. */
async function crawl(site) {
  const server = await serve(site.folder, '/some/sub/path/');
  const visited = new Set();
  const wrong = [];
  const waiting = [server.address + 'index.html'];
  const seen = new Set(waiting);
  try {
    for (let address = waiting.pop(); address; address = waiting.pop()) {
      if (!address.startsWith(server.address)) {
        wrong.push(`${address} leaves the folder`);
        continue;
      }
      const file = decodeURIComponent(address.slice(server.address.length));
      const response = await fetch(address);
      const text = await response.text();
      if (response.status !== 200) wrong.push(`${file}: ${response.status}`);
      visited.add(file);
      const page = file.endsWith('.html') ? readPage(file, text) : { links: file.endsWith('.css') ? linksOfStylesheet(text) : [] };
      if (page.hasBase) continue;
      for (const link of page.links.filter((each) => !isElsewhere(each))) {
        const next = new URL(link, address);
        next.hash = next.search = '';
        if (!seen.has(next.href)) waiting.push(next.href);
        seen.add(next.href);
      }
    }
  } finally {
    await server.close();
  }
  return { wrong, visited };
}

/** Web, mail and telephone addresses; `//host/…` is not one of them: it means something else on a disk. */
function isElsewhere(link) {
  return /^[a-z][a-z0-9+.-]*:/i.test(link);
}
