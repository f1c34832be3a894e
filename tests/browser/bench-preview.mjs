// How long it takes from saving a file to seeing it: the median of many edits of one file, in Chromium.
//
//   node bench-preview.mjs [ROOT FILE ADDRESS [EDITS]]
//
// ROOT holds content/ (and themes/); FILE is edited, and ADDRESS is the page that is made from it.

import { readFileSync } from 'node:fs';
import os from 'node:os';
import { launch } from './browser.mjs';
import { startPreview } from './preview.mjs';

const [root, file = 'content/groups/learning-and-workforce.md', address = 'groups/learning-and-workforce.html', edits = '50'] =
  process.argv.slice(2);

const preview = await startPreview('bench', { root });
const browser = await launch();
const page = await browser.newPage();
// Notes when the news of an edition comes, before the preview's own script hears of it.
await page.addInitScript(() => {
  window.news = [];
  const Original = window.EventSource;
  window.EventSource = class extends Original {
    constructor(url) {
      super(url);
      this.addEventListener('edition', () => window.news.push(performance.timeOrigin + performance.now()));
    }
  };
  window.painted = (words) =>
    new Promise((done) => {
      const look = () => {
        if (!document.body.textContent.includes(words)) return;
        observer.disconnect();
        // The second frame begins when the first has been painted.
        requestAnimationFrame(() => requestAnimationFrame(() => done(performance.timeOrigin + performance.now())));
      };
      const observer = new MutationObserver(look);
      observer.observe(document, { subtree: true, childList: true, characterData: true });
      look();
    });
});
await page.goto(preview.address + address);
await page.waitForFunction(() => window.news.length > 0);

const original = preview.read(file);
const rows = [];
for (let number = 1; number <= Number(edits) + 3; number += 1) {
  const words = `Edit number ${number} of the bench.`;
  await page.evaluate(() => { window.news = []; });
  const painted = page.evaluate((words) => window.painted(words), words);
  const isWhole = preview.says('up to date');
  const cpuBefore = cpuOf(preview.pid);
  const begin = performance.timeOrigin + performance.now();
  preview.write(file, `${original.trimEnd()}\n\n${words}\n`);
  const end = await painted;
  await isWhole;
  const cpu = cpuOf(preview.pid) - cpuBefore;
  const [news] = await page.evaluate(() => window.news);
  // The first edits warm up the browser and the disk.
  if (number > 3) rows.push({ own: news - begin, all: end - begin, cpu });
}
await browser.close();
await preview.end();

const median = (key) => rows.map((row) => row[key]).sort((a, b) => a - b)[Math.floor(rows.length / 2)];
const [own, all, cpu] = ['own', 'all', 'cpu'].map(median);
console.log(
  `${rows.length} edits, medians: saved to painted ${all.toFixed(0)} ms, of which saved to news ${own.toFixed(0)} ms ` +
    `(${((100 * own) / all).toFixed(0)} %); CPU of the whole build ${cpu.toFixed(0)} ms; load ${os.loadavg()[0].toFixed(1)} ` +
    `on ${os.cpus().length} cores`,
);

/** The CPU time of a process so far, in ms (proc(5), utime and stime in ticks of 10 ms). */
function cpuOf(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}
