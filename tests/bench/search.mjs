// What a key in the search costs until its result is on the screen, and how large what the search knows is:
// node tests/bench/search.mjs SITE…
// Each SITE is a folder that `boardplan build` wrote. Needs `npm ci` in tests/browser once.
//
// "First result": from a key to the frame in which its first results are painted. "Wall" is the clock on the wall with
// Chromium slowed down 6 times; other programs add to it, so each key counts with its shortest time of several rounds,
// each in a page that was just opened. "CPU" is what the page's main thread worked (script, style, layout, paint) by
// its own clock, times 6: of use on a busy machine too. "Rests" is the same until there is nothing more to do.
// A key that finds nothing, as a letter alone, does not count.

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

// Long enough for everything that a key starts.
const BETWEEN_KEYS = 250;

const ROUNDS = 3;

const sites = process.argv.slice(2);
if (sites.length === 0) {
  console.error('Say which built sites to measure: node tests/bench/search.mjs SITE…');
  process.exit(2);
}

const browser = await launch();
console.log('| site | pages and entries | index, KB | gzipped | ready, ms | keys | first result, wall ms: median | 95 % | longest | CPU ms: median | 95 % | longest | rests, CPU ms: median | 95 % |');
console.log(`${'|---'.repeat(14)}|`);
for (const folder of sites) console.log(`| ${(await measured(folder)).join(' | ')} |`);
await browser.close();

async function measured(folder) {
  const index = filesIn(folder).find((file) => file.startsWith('data/search-'));
  const bytes = readFileSync(path.join(folder, index));
  const server = await serve(folder);
  const rests = await work(server, () => {});
  const first = await work(server, neverGoOn);
  const rounds = [];
  while (rounds.length < ROUNDS) rounds.push(await firstResults(server));
  const wall = rounds[0].map((_, key) => Math.min(...rounds.map((round) => round[key])));
  await server.close();
  const kilobytes = (size) => (size / 1000).toFixed(0);
  return [
    path.basename(folder), rests.count, kilobytes(bytes.length), kilobytes(gzipSync(bytes).length), Math.round(rests.ready),
    wall.length, ...[0.5, 0.95, 1].map((part) => share(wall, part)), ...[0.5, 0.95, 1].map((part) => share(first.keys, part)),
    share(rests.keys, 0.5), share(rests.keys, 0.95),
  ];
}

/** The work of the page's thread in a page that `prepare` changed: from the focus until the search is ready, and for each key. */
async function work(server, prepare) {
  const page = await browser.newPage();
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const worked = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration').value * 1000 * SLOWER;
  };
  await page.goto(`${server.address}search.html`);
  await page.waitForTimeout(BETWEEN_KEYS);
  const before = await worked();
  await makeReady(page);
  const ready = (await worked()) - before;
  await page.evaluate(prepare);
  const keys = [];
  await type(page, async (press) => {
    const start = await worked();
    await press();
    const end = await worked();
    if (await page.isVisible('.search-result')) keys.push(end - start);
  });
  const count = await page.evaluate(() => window.boardplanSearchIndex.pages.names.length);
  await page.close();
  return { ready, keys, count };
}

/** The page stops after its first results, so that only they are measured. */
function neverGoOn() {
  window.setTimeout = () => 0;
}

/** For each key, how long it takes until its first results are painted. */
async function firstResults(server) {
  const page = await browser.newPage();
  await page.goto(`${server.address}search.html`);
  await makeReady(page);
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  await page.evaluate(watchKeys);
  await type(page, (press) => press());
  const times = await page.evaluate(() => window.keyTimes);
  await page.close();
  return times;
}

async function makeReady(page) {
  await page.focus('[name=q]');
  await page.waitForFunction(() => window.boardplanSearchIndex);
}

/** Types every query; `around` is given what presses a key and waits until nothing more comes of it. */
async function type(page, around) {
  for (const query of QUERIES) {
    await page.fill('[name=q]', '');
    await page.waitForTimeout(2 * BETWEEN_KEYS);
    for (const key of query) {
      await around(async () => {
        await page.keyboard.press(key === ' ' ? 'Space' : key);
        await page.waitForTimeout(BETWEEN_KEYS);
      });
    }
  }
}

function share(times, part) {
  const sorted = [...times].sort((one, other) => one - other);
  return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))]);
}

/** From each key to the frame that shows what it found, painted. */
function watchKeys() {
  window.keyTimes = [];
  const results = document.querySelector('[data-search-results]');
  document.addEventListener('keydown', ({ key, timeStamp: pressed }) => {
    // Playwright empties a field with this one.
    if (key === 'Delete') return;
    // The search answers in the event `input`, and its first results are painted in the next frame; a message that is
    // sent in that frame comes after it was painted, and before whatever the page put off until then.
    document.addEventListener('input', () => requestAnimationFrame(() => {
      if (results.hidden) return;
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => window.keyTimes.push(performance.now() - pressed);
      port2.postMessage(null);
    }), { once: true, capture: true });
  });
}
