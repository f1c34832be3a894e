// Small boards that are built for one test: their content is written, and the program makes their site.

import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const PROJECT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const BELOW = path.join(PROJECT, 'target/test-calendars');

/**
 * Builds a board in a time zone whose meetings file holds these lines, and gives back the folder of its site. `more` holds
 * the lines of further files by path, `settings` further lines of its own.
 */
export function built(name, timeZone, meetings, more = {}, settings = []) {
  const root = path.join(BELOW, name);
  rmSync(root, { recursive: true, force: true });
  write(root, 'content/index.md', [
    'board:',
    '  name: Anytown Board',
    'site_url: https://board.example/',
    `time_zone: ${timeZone}`,
    'accessibility: {compliance: fully, prepared: 4 May 2026, reviewed: 4 May 2026}',
    'colours: {brand: "#00703c"}',
    ...settings,
  ]);
  write(root, 'content/meetings/2026.md', [
    'title: Meetings of 2026',
    'period: January 2026 to December 2026',
    ...meetings,
  ]);
  for (const [file, lines] of Object.entries(more)) write(root, file, lines);
  const site = path.join(root, 'public');
  const program = path.resolve(PROJECT, process.env.BOARDPLAN_BIN ?? 'target/release/boardplan');
  const run = spawnSync(program, ['build', '--root', root, '--as-of', '2026-01-01'], { encoding: 'utf8' });
  if (run.status !== 0) throw new Error(`${name} could not be built:\n${run.stdout}${run.stderr}${run.error ?? ''}`);
  return site;
}

function write(root, file, lines) {
  const place = path.join(root, file);
  mkdirSync(path.dirname(place), { recursive: true });
  writeFileSync(place, ['---', ...lines, '---', ''].join('\n'));
}
