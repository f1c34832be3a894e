// The pictures that the README shows, made of the sample site: node pictures.mjs

import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { addressOf, launch, publish } from './browser.mjs';
import { samplePagesOf } from './pages.mjs';
import { serve } from './server.mjs';
import { sampleSite } from './sites.mjs';

const FOLDER = path.join(import.meta.dirname, 'pictures');

const PICTURES = [
  { name: 'home-1280', kind: 'home', width: 1280, height: 900 },
  { name: 'action-1280', kind: 'action', width: 1280, height: 1000 },
  { name: 'priority-320', kind: 'priority', width: 320, height: 780 },
  { name: 'calendar-dark-1280', kind: 'calendar', width: 1280, height: 1000, colorScheme: 'dark' },
];

const site = sampleSite();
const samples = samplePagesOf(site);
mkdirSync(FOLDER, { recursive: true });

const server = await serve(site.folder);
const browser = await launch();
const context = await browser.newContext();
const address = await publish(context, site, server);
for (const { name, kind, width, height, colorScheme = 'light' } of PICTURES) {
  const page = await context.newPage();
  await page.setViewportSize({ width, height });
  await page.emulateMedia({ colorScheme });
  await page.goto(addressOf(address, samples.find(({ label }) => label === kind)));
  await page.screenshot({ path: path.join(FOLDER, `${name}.png`) });
  await page.close();
}
await browser.close();
await server.close();
