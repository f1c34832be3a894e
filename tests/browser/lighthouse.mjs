// What Lighthouse says of five pages of the sample: node lighthouse.mjs
//
// Lighthouse is large, so it is not among the packages of the tests. Once: npm install --no-save lighthouse@13.5.0
// It asks no other machine; the site is built for the address at which it is served here.

import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { samplePagesOf } from './pages.mjs';
import { serve } from './server.mjs';
import { AS_OF, PROGRAM, PROJECT } from './sites.mjs';

const KINDS = ['home', 'priority', 'action', 'calendar', 'glossary'];
const LEAST = { performance: 99, accessibility: 100, 'best-practices': 100, seo: 100 };

const { default: lighthouse } = await import('lighthouse').catch(() => {
  console.error('Lighthouse is not installed. Run: npm install --no-save lighthouse@13.5.0');
  process.exit(2);
});
const chromeLauncher = await import('chrome-launcher');

const root = path.join(PROJECT, 'target/test-roots/lighthouse');
const folder = path.join(root, 'public');
rmSync(root, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const server = await serve(folder);
build(server.address);

const chrome = await chromeLauncher.launch({
  chromePath: process.env.BOARDPLAN_CHROMIUM ?? '/usr/bin/chromium',
  chromeFlags: ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
});
let isGood = true;
try {
  for (const sample of samplePagesOf({ folder }).filter(({ label }) => KINDS.includes(label))) {
    const { lhr } = await lighthouse(server.address + sample.path, { port: chrome.port, output: 'json', logLevel: 'error', onlyCategories: Object.keys(LEAST) });
    const scores = Object.entries(lhr.categories).map(([name, { score }]) => [name, Math.round(score * 100)]);
    console.log(`${sample.label}: ${scores.map(([name, score]) => `${name} ${score}`).join(', ')}`);
    for (const [name, score] of scores.filter(([name, score]) => score < LEAST[name])) {
      isGood = false;
      const lost = lhr.categories[name].auditRefs.filter(({ id, weight }) => weight > 0 && lhr.audits[id].score !== null && lhr.audits[id].score < 1);
      for (const { id } of lost) console.log(`  ${name} ${score}: ${id}: ${lhr.audits[id].title} ${lhr.audits[id].displayValue ?? ''}`);
    }
  }
} finally {
  await chrome.kill();
  await server.close();
}
process.exitCode = isGood ? 0 : 1;

/** The sample, made for the address of a server, so that what search engines are told is true. */
function build(address) {
  cpSync(path.join(PROJECT, 'content'), path.join(root, 'content'), { recursive: true });
  const index = path.join(root, 'content/index.md');
  writeFileSync(index, readFileSync(index, 'utf8').replace(/^site_url:.*$/m, `site_url: ${address}`));
  const run = spawnSync(PROGRAM, ['build', '--root', root, '--output', folder, '--as-of', AS_OF], { encoding: 'utf8' });
  if (run.status !== 0) throw new Error(run.stdout + run.stderr);
}
