// One page of each kind, and one in each further language: no finding by axe-core on a wide screen, on a phone and
// in the dark; and nothing that the content security policy forbids.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import axe from 'axe-core';
import { assertNone } from './assert-none.mjs';
import { addressOf, complaintsOf, launch, publish } from './browser.mjs';
import { samplePagesOf } from './pages.mjs';
import { serve } from './server.mjs';
import { sampleSite } from './sites.mjs';

const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const MODES = [
  { name: 'wide', viewport: { width: 1280, height: 900 }, colorScheme: 'light' },
  { name: 'phone', viewport: { width: 320, height: 640 }, colorScheme: 'light' },
  { name: 'dark', viewport: { width: 1280, height: 900 }, colorScheme: 'dark' },
];

const site = sampleSite();
const samples = samplePagesOf(site);
let browser;
let server;

before(async () => {
  browser = await launch();
  server = await serve(site.folder);
});
after(async () => {
  await browser?.close();
  await server?.close();
});

for (const { name, ...settings } of MODES) {
  test(`axe-core finds nothing (${name})`, async (t) => {
    // axe-core is put into the page, which the policy rightly forbids; the policy itself is tested below.
    const context = await browser.newContext({ ...settings, bypassCSP: true });
    const address = await publish(context, site, server);
    for (const sample of samples) {
      await t.test(`${sample.label}: ${sample.path}`, async () => {
        const page = await context.newPage();
        await page.goto(addressOf(address, sample));
        await page.addScriptTag({ content: axe.source });
        const result = await page.evaluate((values) => window.axe.run({ runOnly: { type: 'tag', values } }), STANDARDS);
        await page.close();
        assert.ok(result.passes.length > 0, 'axe-core looked at nothing');
        assertNone(result.violations.flatMap(describe));
      });
    }
    await context.close();
  });
}

test('nothing is fetched from elsewhere, forbidden by the policy or in error', async (t) => {
  const context = await browser.newContext();
  const address = await publish(context, site, server);
  for (const sample of samples) {
    await t.test(`${sample.label}: ${sample.path}`, async () => {
      const page = await context.newPage();
      const complaints = complaintsOf(page, address);
      await page.goto(addressOf(address, sample), { waitUntil: 'networkidle' });
      await page.close();
      assertNone(complaints);
    });
  }
  await context.close();
});

function describe(violation) {
  return violation.nodes.map((node) => `${violation.id}: ${violation.help}: ${node.target}: ${node.failureSummary}`);
}
