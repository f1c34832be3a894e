// The events of calendar files, in the words of three independent readers.

import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import ICAL from 'ical.js';

const HERE = path.dirname(fileURLToPath(import.meta.url));
const PROJECT = path.resolve(HERE, '../..');

/** The Python that has what requirements.txt names; `tests/run` makes it. */
const PYTHON = path.join(PROJECT, 'target/calendar-venv', process.platform === 'win32' ? 'Scripts/python.exe' : 'bin/python');

/** Every .ics file below a folder, with its events by UID, once for each reader: `{ file: { reader: { uid: event } } }`. */
export function eventsBelow(folder) {
  if (!existsSync(PYTHON)) throw new Error(`There is no ${PYTHON}. Run tests/run once; it makes it.`);
  const run = spawnSync(PYTHON, [path.join(HERE, 'events.py'), folder], { encoding: 'utf8', maxBuffer: 1 << 30 });
  if (run.status !== 0) throw new Error(`${run.stderr}${run.error ?? ''}`);
  const found = JSON.parse(run.stdout);
  for (const file of Object.keys(found)) {
    found[file]['ical.js'] = eventsOf(readFileSync(file, 'utf8'), file);
  }
  return found;
}

/** The files as paths below the folder. */
export function calendarFiles(folder) {
  return readdirSync(folder, { recursive: true })
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => file.endsWith('.ics'))
    .sort();
}

/** The events of one calendar by UID, as ical.js reads them. */
export function eventsOf(text, file) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const found = {};
  for (const component of calendar.getAllSubcomponents('vevent')) {
    const event = new ICAL.Event(component);
    if (found[event.uid]) throw new Error(`${file}: two events have the UID ${event.uid}`);
    found[event.uid] = {
      uid: event.uid,
      sequence: event.sequence,
      status: component.getFirstPropertyValue('status'),
      start: inUtc(component.getFirstPropertyValue('dtstart')),
      end: inUtc(component.getFirstPropertyValue('dtend')),
      summary: event.summary,
      location: event.location ?? null,
      description: event.description ?? null,
      url: component.getFirstPropertyValue('url'),
    };
  }
  return found;
}

/** A day as 2026-07-14, a moment as 2026-07-14T13:00:00Z. */
function inUtc(time) {
  if (!time) return null;
  if (time.isDate) return time.toString();
  if (time.zone.tzid === 'floating') throw new Error(`${time} has no zone`);
  return time.toJSDate().toISOString().replace('.000Z', 'Z');
}
