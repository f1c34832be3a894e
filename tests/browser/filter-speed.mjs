// How long a person waits for the list of all actions after a key, on an old phone: the work of the page's thread from
// the key until the list is painted again, times six. It is counted in processor time, because other programs of
// the machine must not count. Not a test, because machines differ: its figures are in ../bench/README.md.
//
//   node filter-speed.mjs /path/to/a/built/site

import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { launch } from './browser.mjs';

const SLOWER = 6;
// Letters that leave fewer and fewer actions, and the way back to all of them.
const KEYS = [...'training', ...Array(8).fill('Backspace')];
const ROUNDS = 5;

const [folder] = process.argv.slice(2);
if (!folder) throw new Error('Say which site: node filter-speed.mjs /path/to/site');

const browser = await launch();
const page = await browser.newPage({ viewport: { width: 360, height: 740 } });
await page.goto(pathToFileURL(path.resolve(folder, 'actions.html')).href);
const session = await page.context().newCDPSession(page);
await session.send('Performance.enable', { timeDomain: 'threadTicks' });
await page.locator('.explorer summary').click();
await page.locator('.explorer [name=text]').focus();

// The frame after the next one begins when the next one is painted.
const painted = () => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
const work = async () => {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration').value * 1000;
};

const waits = [];
for (let round = 0; round < ROUNDS; round += 1) {
  for (const key of KEYS) {
    await painted();
    const before = await work();
    await page.keyboard.press(key);
    await painted();
    waits.push((await work()) - before);
  }
}
const list = await page.locator('li[data-status]').count();
await browser.close();

const [first, ...rest] = waits.map((wait) => wait * SLOWER);
rest.sort((a, b) => a - b);
const at = (share) => Math.round(rest[Math.min(rest.length - 1, Math.floor(share * rest.length))]);
console.log(`${list} actions, ${SLOWER}× slower: first key ${Math.round(first)} ms; then median ${at(0.5)} ms, 95 % ${at(0.95)} ms, worst ${at(1)} ms (${rest.length} keys)`);
