// Pictures to look at, one page of each kind in each mode: node screenshots.mjs FOLDER [KIND…]

import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { addressOf, launch, publish } from './browser.mjs';
import { samplePagesOf } from './pages.mjs';
import { serve } from './server.mjs';
import { sampleSite } from './sites.mjs';

const KINDS = ['home', 'plan', 'priority', 'action', 'group', 'calendar', 'glossary', 'statement'];

const MODES = [
  { name: 'wide', width: 1280, media: { colorScheme: 'light' } },
  { name: 'phone', width: 320, media: { colorScheme: 'light' } },
  { name: 'dark', width: 1280, media: { colorScheme: 'dark' } },
  { name: 'print', width: 794, media: { colorScheme: 'light', media: 'print' } },
];

const [folder, ...asked] = process.argv.slice(2);
if (!folder) {
  console.error('Say which folder the pictures go to: node screenshots.mjs FOLDER [KIND…]');
  process.exit(2);
}

const site = sampleSite();
const samples = samplePagesOf(site);
const kinds = asked.length > 0 ? asked : KINDS;
const missing = kinds.filter((kind) => !samples.some((sample) => sample.label === kind));
mkdirSync(folder, { recursive: true });

const server = await serve(site.folder);
const browser = await launch();
const context = await browser.newContext();
const address = await publish(context, site, server);
for (const sample of samples.filter(({ label }) => kinds.includes(label))) {
  for (const { name, width, media } of MODES) {
    const page = await context.newPage();
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia(media);
    await page.goto(addressOf(address, sample));
    const file = path.join(folder, `${sample.label}-${name}.png`.replaceAll(' ', '-'));
    await page.screenshot({ path: file, fullPage: true });
    await page.close();
    console.log(`${file}  (${sample.path})`);
  }
}
await browser.close();
await server.close();

if (missing.length > 0) {
  console.error(`No page of this kind: ${missing.join(', ')}. There are: ${samples.map(({ label }) => label).join(', ')}.`);
  process.exitCode = 1;
}
