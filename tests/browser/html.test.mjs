// Every page of every site is valid HTML by the Nu checker, and so is every SVG picture.
//
// Its CSS check is not used: it does not know @container and @property yet.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { assertNone } from './assert-none.mjs';
import { filesIn } from './pages.mjs';
import { allSites } from './sites.mjs';

const checker = createRequire(import.meta.url)('vnu-jar');
const sites = allSites();
const messages = check(sites.map((site) => site.folder));

for (const site of sites) {
  test(`${site.name}: the Nu checker finds no error`, (t) => {
    const pages = filesIn(site.folder).filter((file) => file.endsWith('.html'));
    assert.ok(pages.length > 0, `there is no page in ${site.folder}`);

    const here = messages.filter((message) => message.file?.startsWith(site.folder + path.sep));
    const say = (message) => `${path.relative(site.folder, message.file)}:${message.lastLine}: ${message.message}`;
    const warnings = here.filter((message) => message.type === 'info').map(say);
    for (const warning of warnings.slice(0, 20)) t.diagnostic(warning);
    assertNone(here.filter((message) => message.type !== 'info').map(say));
  });
}

test('the Nu checker says nothing that is not about a page of a site', () => {
  const lost = messages.filter(({ file }) => !sites.some((site) => file?.startsWith(site.folder + path.sep)));
  assertNone(lost.map((message) => JSON.stringify(message)));
});

/** One run for all folders: most of the time goes into starting Java. */
function check(folders) {
  const options = ['--stdout', '--exit-zero-always', '--format', 'json', '--skip-non-html', '--also-check-svg'];
  // For the checker a file on a disk is never 'self', so it warns of every stylesheet. The browser tests watch the policy.
  options.push('--filterpattern', '.*Content Security Policy.*');
  const run = spawnSync('java', ['-jar', String(checker), ...options, ...folders], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (run.error) throw run.error;
  if (run.status !== 0) throw new Error(`The Nu checker failed, exit ${run.status}:\n${run.stderr}`);
  return JSON.parse(run.stdout).messages.map((message) => ({
    ...message,
    file: message.url && fileURLToPath(message.url),
  }));
}
