// The pages look as they did when somebody last looked at them: pictures in `reference/`, compared with a tolerance.
//
//   node reference.test.mjs --update    takes the pictures anew, for you to look at and commit
//
// Letters differ between machines, so all pages are set in DejaVu, which the browser's package brings along. They differ
// from one browser to the next as well: pictures of another major version are not compared, and the test says so.

import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { addressOf, publish } from './browser.mjs';
import { browserForTests, serverForTests } from './fixtures.mjs';
import { samplePagesOf } from './pages.mjs';
import { PROJECT, sampleSite } from './sites.mjs';

const FOLDER = path.join(import.meta.dirname, 'reference');
const TAKEN_WITH = path.join(FOLDER, 'chromium.txt');
const FOUND = path.join(PROJECT, 'target/test-pictures');
const KINDS = ['home', 'plan', 'priority', 'action', 'group', 'calendar', 'glossary', 'statement'];

/** The first screens of a page tell whether it looks right; whole pages would make large files. */
const MODES = [
  { name: '1280', width: 1280, height: 1000, media: { colorScheme: 'light', media: 'screen' } },
  { name: '320', width: 320, height: 900, media: { colorScheme: 'light', media: 'screen' } },
  { name: 'dark', width: 1280, height: 1000, media: { colorScheme: 'dark', media: 'screen' } },
  { name: 'print', width: 794, height: 1123, media: { colorScheme: 'light', media: 'print' } },
];

/** The share of points that may differ: edges of letters do, from one version of a browser to the next. */
const TOLERANCE = 0.01;

const FONT = '* { font-family: "DejaVu Sans" !important } h1, h2, h3, h4 { font-family: "DejaVu Serif" !important }';

const isUpdate = process.argv.includes('--update');
const site = sampleSite();
const samples = samplePagesOf(site);
const browser = await browserForTests();
const server = await serverForTests(site.folder);
const context = await browser.newContext({ reducedMotion: 'reduce' });
const address = await publish(context, site, server);
if (isUpdate) write(TAKEN_WITH, `${majorVersion()}\n`);

for (const kind of KINDS) {
  for (const mode of MODES) {
    const name = `${kind}-${mode.name}.png`;
    const file = path.join(FOLDER, name);
    if (isUpdate) {
      test(`${name} is taken`, async () => write(file, await picture(kind, mode)));
    } else if (existsSync(file)) {
      test(`${name} looks as before`, async (t) => {
        const takenWith = readFileSync(TAKEN_WITH, 'utf8').trim();
        if (majorVersion() !== takenWith) return t.skip(`taken with Chromium ${takenWith}; this is ${majorVersion()}`);
        compare(name, readFileSync(file), await picture(kind, mode));
      });
    } else {
      // No picture is no proof, and no fault of a page either: it is said, and counted, each time.
      test(`${name} looks as before`, { todo: 'there is no picture yet: node reference.test.mjs --update' }, () => {
        assert.fail(`reference/${name} is missing`);
      });
    }
  }
}

function majorVersion() {
  return browser.version().split('.')[0];
}

async function picture(kind, { width, height, media }) {
  const sample = samples.find(({ label }) => label === kind);
  assert.ok(sample, `the sample has no page of the kind "${kind}"`);
  const page = await context.newPage();
  try {
    await page.setViewportSize({ width, height });
    await page.emulateMedia(media);
    await page.goto(addressOf(address, sample));
    await page.evaluate((font) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(font);
      document.adoptedStyleSheets = [sheet];
    }, FONT);
    return await page.screenshot({ animations: 'disabled', caret: 'hide' });
  } finally {
    await page.close();
  }
}

function compare(name, before, now) {
  const [old, fresh] = [before, now].map((bytes) => PNG.sync.read(bytes));
  const size = ({ width, height }) => `${width} × ${height}`;
  assert.equal(size(fresh), size(old), `${name} has another size`);
  const difference = new PNG({ width: old.width, height: old.height });
  const points = pixelmatch(old.data, fresh.data, difference.data, old.width, old.height, { threshold: 0.2 });
  const share = points / (old.width * old.height);
  if (share <= TOLERANCE) return;
  write(path.join(FOUND, name), now);
  write(path.join(FOUND, `difference-${name}`), PNG.sync.write(difference));
  assert.fail(`${(share * 100).toFixed(1)} % of ${name} differs. Look at ${path.join(FOUND, name)} and difference-${name} beside it.`);
}

function write(file, bytes) {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, bytes);
}
