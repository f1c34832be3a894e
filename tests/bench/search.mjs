// How long it takes from a key in the search to the result on the screen, on a slow machine, and how large what the
// search knows is: node tests/bench/search.mjs SITE…
// Each SITE is a folder that `boardplan build` wrote. Needs `npm ci` in tests/browser once.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { launch } from '../browser/browser.mjs';
import { filesIn } from '../browser/pages.mjs';
import { serve } from '../browser/server.mjs';

// A phone of some years ago beside the machine of a developer.
const SLOWER = 6;

// Typed letter by letter: a common word, a reference, two words, a slip, an abbreviation in a longer query.
const QUERIES = ['children', '3.10', 'training plan', 'safegaurding', 'help with schol'];

// A reader begins to type when the page is quiet; a person does not type faster than this.
const BETWEEN_KEYS = 400;

const sites = process.argv.slice(2);
if (sites.length === 0) {
  console.error('Say which built sites to measure: node tests/bench/search.mjs SITE…');
  process.exit(2);
}

const browser = await launch();
console.log('| site | found in | index, KB | gzipped | ready, ms | keys | median, ms | 95 %, ms | longest, ms |');
console.log('|---|---|---|---|---|---|---|---|---|');
for (const folder of sites) console.log(`| ${(await measured(folder)).join(' | ')} |`);
await browser.close();

async function measured(folder) {
  const index = filesIn(folder).find((file) => file.startsWith('data/search-'));
  const bytes = readFileSync(path.join(folder, index));
  const server = await serve(folder);
  const page = await browser.newPage();
  const session = await page.context().newCDPSession(page);
  await page.goto(`${server.address}search.html`);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  const ready = await page.evaluate(readyAfterFocus);
  await page.evaluate(watchKeys);
  for (const query of QUERIES) {
    await page.fill('[name=q]', '');
    await page.waitForTimeout(BETWEEN_KEYS);
    for (const key of query) {
      await page.keyboard.press(key === ' ' ? 'Space' : key);
      await page.waitForTimeout(BETWEEN_KEYS);
    }
  }
  const times = (await page.evaluate(() => window.keyTimes)).sort((one, other) => one - other);
  const count = await page.evaluate(() => window.boardplanSearchIndex.pages.names.length);
  await page.close();
  await server.close();
  const at = (share) => Math.round(times[Math.min(times.length - 1, Math.floor(times.length * share))]);
  const kilobytes = (size) => (size / 1000).toFixed(0);
  return [
    path.basename(folder), `${count} pages and entries`, kilobytes(bytes.length), kilobytes(gzipSync(bytes).length),
    Math.round(ready), times.length, at(0.5), at(0.95), at(1),
  ];
}

/** From the focus to the moment at which a query can be answered. */
function readyAfterFocus() {
  return new Promise((ready) => {
    const began = performance.now();
    document.querySelector('[name=q]').focus();
    const look = () => (window.boardplanSearchIndex ? requestAnimationFrame(() => setTimeout(() => ready(performance.now() - began))) : setTimeout(look, 1));
    look();
  });
}

/** From each key to the frame after the results changed, painted. */
function watchKeys() {
  window.keyTimes = [];
  document.querySelector('[name=q]').addEventListener('keydown', (event) => {
    const pressed = event.timeStamp;
    // The frame in which the key is shown begins after its `input` event; a message that is sent in it comes after it was painted.
    document.querySelector('[name=q]').addEventListener('input', () => requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => window.keyTimes.push(performance.now() - pressed);
      port2.postMessage(null);
    }), { once: true });
  });
}
