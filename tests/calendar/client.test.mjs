// What a calendar program shows after a change: it imports the file as it was, then the file as it is now.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { built } from './boards.mjs';
import { eventsOf } from './readers.mjs';

/** A program's calendar: of two events with one UID the higher SEQUENCE stays (RFC 5546, 2.1.5). */
class Client {
  events = new Map();

  import(site, file = 'calendar.ics') {
    for (const event of Object.values(eventsOf(readFileSync(path.join(site, file), 'utf8'), file))) {
      const known = this.events.get(event.uid);
      if (!known || event.sequence > known.sequence) this.events.set(event.uid, event);
    }
  }

  get shown() {
    return [...this.events.values()];
  }
}

function board(name, date, updated = []) {
  return built(name, 'Europe/London', [
    ...updated,
    'meetings:',
    '  - group: Anytown Board',
    '    time: 14:00 to 16:00',
    '    dates:',
    `      - ${date}`,
  ]);
}

const PLANNED = '14 July 2026';
const MOVED = '{date: 21 July 2026, time: 10:00 to 12:00, moved_from: 14 July 2026, note: The room was taken}';
const MOVED_AGAIN = '{date: 22 September 2026, moved_from: 14 July 2026}';
const CANCELLED = '{date: 14 July 2026, state: cancelled}';

test('a meeting that moved is one event at its new time', () => {
  const client = new Client();
  client.import(board('client-planned', PLANNED));
  assert.deepEqual(client.shown.map((event) => event.start), ['2026-07-14T13:00:00Z']);
  client.import(board('client-moved', MOVED));
  assert.deepEqual(client.shown.map((event) => event.start), ['2026-07-21T09:00:00Z']);
});

test('a meeting that was added alone is moved by the calendar of all meetings', () => {
  const client = new Client();
  client.import(board('client-planned', PLANNED), 'calendar/2026/anytown-board-2026-07-14.ics');
  client.import(board('client-moved', MOVED));
  assert.deepEqual(client.shown.map((event) => event.start), ['2026-07-21T09:00:00Z']);
});

test('a meeting that was cancelled is one event that says so', () => {
  const client = new Client();
  client.import(board('client-moved', MOVED));
  client.import(board('client-cancelled', CANCELLED));
  assert.deepEqual(client.shown.map((event) => event.status), ['CANCELLED']);
});

test('with the day of the change in the file, a second move and a return win too', () => {
  const client = new Client();
  client.import(board('client-moved', MOVED, ['updated: 2026-06-01']));
  client.import(board('client-moved-again', MOVED_AGAIN, ['updated: 2026-07-01']));
  assert.deepEqual(client.shown.map((event) => event.start), ['2026-09-22T13:00:00Z']);
  client.import(board('client-cancelled', CANCELLED, ['updated: 2026-07-02']));
  client.import(board('client-planned', PLANNED, ['updated: 2026-07-03']));
  assert.deepEqual(
    client.shown.map(({ start, status }) => [start, status]),
    [['2026-07-14T13:00:00Z', 'TENTATIVE']],
  );
});
