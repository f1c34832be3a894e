// Every page of every site is valid HTML by the Nu checker, and so is every SVG picture.
//
// Its CSS check is not used: it does not know @container and @property yet.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { filesIn } from './pages.mjs';
import { allSites } from './sites.mjs';

const checker = createRequire(import.meta.url)('vnu-jar');
const sites = allSites();
const messages = check(sites.map((site) => site.folder));

for (const site of sites) {
  test(`${site.name}: the Nu checker finds no error`, (t) => {
    const pages = filesIn(site.folder).filter((file) => file.endsWith('.html'));
    assert.ok(pages.length > 0, `there is no page in ${site.folder}`);

    const home = `${pathToFileURL(site.folder)}/`;
    const here = messages.filter((message) => decodeURI(message.url ?? '').startsWith(decodeURI(home)));
    const say = (message) => `${decodeURI(message.url).slice(decodeURI(home).length)}:${message.lastLine}: ${message.message}`;
    const errors = here.filter((message) => message.type !== 'info').map(say);
    const warnings = here.filter((message) => message.subType === 'warning').map(say);
    for (const warning of warnings.slice(0, 20)) t.diagnostic(`warning: ${warning}`);
    assert.deepEqual(errors, [], `${errors.length} errors in ${pages.length} pages`);
  });
}

test('every message of the Nu checker belongs to a site', () => {
  const homes = sites.map((site) => decodeURI(`${pathToFileURL(site.folder)}/`));
  const lost = messages.filter((message) => !homes.some((home) => decodeURI(message.url ?? '').startsWith(home)));
  assert.deepEqual(lost, []);
});

/** One run for all folders: most of the time goes into starting Java. */
function check(folders) {
  const options = ['--stdout', '--exit-zero-always', '--format', 'json', '--skip-non-html', '--also-check-svg'];
  const run = spawnSync('java', ['-jar', String(checker), ...options, ...folders], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (run.error) throw run.error;
  if (run.status !== 0) throw new Error(`The Nu checker failed, exit ${run.status}:\n${run.stderr}`);
  return JSON.parse(run.stdout).messages;
}
