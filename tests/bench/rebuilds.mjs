// Whether a long day leaves anything behind: memory, threads and open files of `boardplan serve` over many rebuilds.
//
//   node tests/bench/rebuilds.mjs [REBUILDS [ROOT]]
//
// Two tabs listen all the while, and each gets the page that it shows first, as in a browser.

import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { get } from 'node:http';
import { startPreview } from '../browser/preview.mjs';

const rebuilds = Number(process.argv[2] ?? 20_000);
const preview = await startPreview('rebuilds', { root: process.argv[3] ?? 'tests/plans/d-tables-only' });
for (const page of ['/', '/groups/']) {
  const [stream] = await once(get(`${preview.address}_boardplan/events?page=${page}`), 'response');
  stream.resume();
}
const file = 'content/index.md';
const original = preview.read(file);

let first = null;
for (let number = 1; number <= rebuilds; number += 1) {
  const isDone = preview.says('up to date');
  preview.write(file, `${original.trimEnd()}\n\nRebuild number ${number % 7}${number}.\n`);
  await isDone;
  if (number === 500) first = state();
  if (number % 500 === 0) {
    const now = state();
    const growth = ((100 * (now.memory - first.memory)) / first.memory).toFixed(1);
    console.log(`${number} rebuilds: ${now.memory} kB (${growth} %), ${now.threads} threads, ${now.files} open files`);
  }
}
await preview.end();
process.exit();

function state() {
  const status = readFileSync(`/proc/${preview.pid}/status`, 'utf8');
  const value = (name) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)[1]);
  return { memory: value('VmRSS'), threads: value('Threads'), files: readdirSync(`/proc/${preview.pid}/fd`).length };
}
