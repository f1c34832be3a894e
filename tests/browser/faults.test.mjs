// The suite is tested too: each fault of `faults/`, planted alone into a small board that is otherwise in order, is
// found, by the program as it builds or by what `inspect.mjs` asks of the page; without a fault nothing is found.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { assertNone } from './assert-none.mjs';
import { browserForTests } from './fixtures.mjs';
import { inspect, MODES } from './inspect.mjs';
import { samplePagesOf } from './pages.mjs';
import { AS_OF, PROGRAM, PROJECT } from './sites.mjs';
import { differencesWithoutScript } from './without-script.mjs';

const FAULTS = path.join(import.meta.dirname, 'faults');

/** Which rule finds the fault of a name; "program" is what `boardplan build` says. */
const CAUGHT_BY = {
  'clipped-text': { rule: 'textSpacing', words: /cuts off its text/ },
  'colour-only': { rule: 'linksInText', words: /only its colour/ },
  contrast: { rule: 'axe', words: /color-contrast/ },
  'contrast-in-the-dark': { mode: 'dark', rule: 'axe', words: /color-contrast/ },
  'empty-link': { rule: 'accessibleNames', words: /a link has no name/ },
  'focus-covered': { rule: 'visibleFocus', words: /lies under <div class="fault">/ },
  'focus-hidden': { rule: 'visibleFocus', words: /no outline/ },
  'inline-style': { rule: 'program', words: /style/ },
  'keyboard-trap': { rule: 'tabOrder', words: /does not go on/ },
  'missing-alt': { rule: 'program', words: /alt/ },
  'missing-label': { rule: 'axe', words: /label/ },
  'only-with-script': { rule: 'without script', words: /only with script/ },
  'order-by-css': { rule: 'readingOrder', words: /which the source has before it/ },
  'plan-missing-alt': { rule: 'program', words: /missing-text-alternative/ },
  'plan-skipped-heading': { rule: 'program', words: /heading-level/ },
  'plan-table-without-heading': { rule: 'program', words: /empty-table-heading/ },
  'plan-vague-link': { rule: 'program', words: /vague-link/ },
  'positive-tabindex': { rule: 'tabOrder', words: /positive tabindex/ },
  'same-id': { rule: 'program', words: /id/ },
  'scroll-trap': { rule: 'reflow', words: /no named, focusable region/ },
  'skipped-heading': { rule: 'axe', words: /heading-order/ },
  'table-without-headings': { rule: 'program', words: /no header cells/ },
  'third-party': { rule: 'program', words: /pictures\.example\.org/ },
  'tiny-target': { rule: 'targetSize', words: /another target is near/ },
  'too-wide': { rule: 'reflow', words: /px wide/ },
  'words-in-css': { rule: 'withoutStyles', words: /only in a style sheet/ },
  'wrong-language': { rule: 'languageOfParts', words: /is in "cy"/ },
};

const names = readdirSync(FAULTS).filter((file) => /\.(html|md)$/.test(file) && file !== 'board.md').map((file) => path.parse(file).name);

const browser = await browserForTests();

test('every fault is planted, and every planted fault is expected', () => {
  assert.deepEqual(names.sort(), Object.keys(CAUGHT_BY).sort());
  assert.ok(names.length >= 20, `${names.length} faults`);
});

test('without a fault nothing is found', async () => {
  const found = await findingsOf('none');
  assertNone(found.map(({ mode, rule, what }) => `${mode}: ${rule}: ${what}`));
});

for (const name of names) {
  test(`caught: ${name}`, async () => {
    const expected = CAUGHT_BY[name];
    const found = await findingsOf(name, expected);
    const isIt = ({ mode, rule, what }) =>
      rule === expected.rule && expected.words.test(what) && (expected.mode === undefined || mode === expected.mode);
    const said = found.map(({ mode, rule, what }) => `  - ${mode}: ${rule}: ${what}`).join('\n');
    assert.ok(found.some(isIt), `"${name}" was not found by "${expected.rule}". Found was:\n${said || '  nothing'}`);
  });
}

/** Builds the board with one fault and gives all that is found: by everything, or by the rule that is expected to. */
async function findingsOf(name, expected) {
  const root = plant(name);
  const folder = path.join(root, 'public');
  const run = spawnSync(PROGRAM, ['build', '--root', root, '--output', folder, '--as-of', AS_OF, '--format', 'json'], { encoding: 'utf8' });
  const said = JSON.parse(run.stdout || '[]').map(({ code, message }) => ({ mode: 'build', rule: 'program', what: `${code}: ${message}` }));
  if (run.status !== 0) {
    assert.ok(said.length > 0, `the build failed without a message: ${run.stdout}${run.stderr}`);
    return said;
  }
  if (expected?.rule === 'program') return said;
  const site = { name, folder };
  const home = samplePagesOf(site).filter((page) => page.path === 'index.html');
  const modes = MODES.filter(({ name, rules }) => !expected || (expected.rule in rules && (expected.mode ?? name) === name));
  const { findings } = await inspect(browser, site, home, modes);
  const differences = !expected || expected.rule === 'without script' ? await differencesWithoutScript(browser, site, home) : [];
  return [...said, ...findings, ...differences.map((what) => ({ mode: 'no script', rule: 'without script', what }))];
}

/** Writes the board with one fault below `target/`, and gives its root. */
function plant(name) {
  const root = path.join(PROJECT, 'target/test-faults', name);
  rmSync(root, { recursive: true, force: true });
  const write = (file, text) => {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  };
  const fault = (extension) => {
    const file = path.join(FAULTS, name + extension);
    return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  };
  const board = readFileSync(path.join(FAULTS, 'board.md'), 'utf8');
  write('content/index.md', `${board}\n${fault('.md') ?? ''}`);
  write('themes/faulty/theme.yaml', 'name: Faulty\nextends: default\n');
  const page = fault('.html');
  if (page) {
    write('themes/faulty/pages/home.html', `{% extends "default/pages/home.html" %}\n{% block content %}{{ super() }}\n${page}{% endblock content %}\n`);
  }
  if (fault('.css')) write('themes/faulty/components/zz_fault/zz_fault.css', fault('.css'));
  if (fault('.js')) write('themes/faulty/assets/fault.js', fault('.js'));
  return root;
}
