// What a key in the search costs until its result is on the screen, and how large what the search knows is:
// node tests/bench/search.mjs SITE…
// Each SITE is a folder that `boardplan build` wrote. Needs `npm ci` in tests/browser once.
//
// Two figures for each key. "CPU": the time that the page's main thread worked for it (script, style, layout, paint) by
// its own clock, which other work on the machine does not touch, times 6. "Wall": from the key to the painted frame by
// the clock on the wall with Chromium slowed down 6 times; of use on a quiet machine only.

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

const sites = process.argv.slice(2);
if (sites.length === 0) {
  console.error('Say which built sites to measure: node tests/bench/search.mjs SITE…');
  process.exit(2);
}

const browser = await launch();
console.log('| site | pages and entries | index, KB | gzipped | ready, CPU ms | keys | CPU ms: median | 95 % | longest | wall ms: median | 95 % |');
console.log('|---|---|---|---|---|---|---|---|---|---|---|');
for (const folder of sites) console.log(`| ${(await measured(folder)).join(' | ')} |`);
await browser.close();

async function measured(folder) {
  const index = filesIn(folder).find((file) => file.startsWith('data/search-'));
  const bytes = readFileSync(path.join(folder, index));
  const server = await serve(folder);
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
  await page.focus('[name=q]');
  await page.waitForFunction(() => window.boardplanSearchIndex);
  const ready = (await worked()) - before;

  const cpu = [];
  await type(page, async (press) => {
    const start = await worked();
    await press();
    cpu.push((await worked()) - start);
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  await page.evaluate(watchKeys);
  await type(page, (press) => press());
  const wall = await page.evaluate(() => window.keyTimes);
  const count = await page.evaluate(() => window.boardplanSearchIndex.pages.names.length);
  await page.close();
  await server.close();
  const kilobytes = (size) => (size / 1000).toFixed(0);
  return [
    path.basename(folder), count, kilobytes(bytes.length), kilobytes(gzipSync(bytes).length), Math.round(ready),
    cpu.length, share(cpu, 0.5), share(cpu, 0.95), share(cpu, 1), share(wall, 0.5), share(wall, 0.95),
  ];
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
