// The sites under test: built afresh by the program itself, once in each test file, or once for all of them.

import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of the project. */
export const PROJECT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** The program under test. */
export const PROGRAM = path.resolve(PROJECT, process.env.BOARDPLAN_BIN ?? 'target/release/boardplan');

/** "Overdue" and "upcoming" depend on the date, so the tests say which day it is. */
export const AS_OF = '2026-11-21';

// `node sites.mjs` built them a moment ago, and nothing changed since: `tests/run` says so.
const BUILT = Boolean(process.env.BOARDPLAN_SITES_BUILT);

// Test files run side by side, so one that builds has its own.
const CALLER = BUILT ? 'sites' : path.basename(process.argv[1] ?? 'sites', '.mjs');
const SITES = path.join(PROJECT, 'target/test-sites', CALLER);

/**
 * Every site to test, as `{ name, folder }`; the first is the sample board's.
 *
 * They are built from `content/` and from each `tests/plans/<name>/`, and once more from one of the plans with the
 * bundled theme "report", into `target/test-sites/<test file>/<name>/` by the
 * program at `BOARDPLAN_BIN` (default `target/release/boardplan`).
 *
 * With `BOARDPLAN_SITES_BUILT` set, those are taken that `node sites.mjs` has built.
 *
 * `BOARDPLAN_SITES` names folders that are already built (with `:` between them, `;` on Windows). They are then
 * tested instead, the first of them as the sample.
 */
export function allSites() {
  const given = process.env.BOARDPLAN_SITES;
  if (given) {
    return given.split(path.delimiter).map((folder) => ({ name: path.basename(folder), folder: path.resolve(folder) }));
  }
  return [sampleRoot(), ...planRoots(), reportRoot()].map(build);
}

/** The sample board's site alone. */
export function sampleSite() {
  if (process.env.BOARDPLAN_SITES) return allSites()[0];
  return build(sampleRoot());
}

/** A site from a root of the test's own: `{ name, root }`, with `content/` in `root`. */
export function siteOf(root) {
  return build(root);
}

/** The gallery of a bundled theme: every example of every component as a page of its own. */
export function gallery(theme) {
  const folder = path.join(SITES, `gallery-${theme}`);
  const run = spawnSync(PROGRAM, ['gallery', '--root', PROJECT, '--theme', theme, '--output', folder], { encoding: 'utf8' });
  if (run.status !== 0) throw new Error(`The gallery of the theme "${theme}" could not be made:\n${run.stdout}${run.stderr}`);
  return { name: `gallery-${theme}`, folder };
}

function sampleRoot() {
  return { name: 'sample', root: PROJECT };
}

function planRoots() {
  const plans = path.join(PROJECT, 'tests/plans');
  if (!existsSync(plans)) return [];
  return readdirSync(plans)
    .sort()
    .map((name) => ({ name: `plan-${name}`, root: path.join(plans, name) }))
    .filter(({ root }) => existsSync(path.join(root, 'content')));
}

/** A plan with the second bundled theme: its content with another line in `index.md`. */
function reportRoot() {
  const root = path.join(PROJECT, 'target/test-roots', CALLER);
  if (BUILT) return { name: 'theme-report', root };
  rmSync(root, { recursive: true, force: true });
  mkdirSync(root, { recursive: true });
  cpSync(path.join(PROJECT, 'tests/plans/b-work-plans/content'), path.join(root, 'content'), { recursive: true });
  const index = path.join(root, 'content/index.md');
  writeFileSync(index, readFileSync(index, 'utf8').replace('---', '---\ntheme: report'));
  return { name: 'theme-report', root };
}

function build({ name, root }) {
  if (!existsSync(PROGRAM)) {
    throw new Error(`There is no program at ${PROGRAM}. Run "cargo build --release" first, or set BOARDPLAN_BIN.`);
  }
  const folder = path.join(SITES, name);
  if (BUILT && existsSync(folder)) return { name, folder };
  const run = spawnSync(PROGRAM, ['build', '--root', root, '--output', folder, '--as-of', AS_OF], { encoding: 'utf8' });
  if (run.error) throw run.error;
  if (run.status !== 0) {
    throw new Error(`The site "${name}" (${root}) could not be built, exit ${run.status}:\n${run.stdout}${run.stderr}`);
  }
  return { name, folder };
}

// Run by itself, it only builds, so that a site that cannot be built is named before any browser starts.
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    for (const { name, folder } of allSites()) console.log(`${name}: ${folder}`);
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
