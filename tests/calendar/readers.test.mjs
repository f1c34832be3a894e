// Every calendar file of every site means the same in three readers that have nothing in common.

import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { allSites } from '../browser/sites.mjs';
import { built } from './boards.mjs';
import { calendarFiles, eventsBelow } from './readers.mjs';

const READERS = ['icalendar', 'vobject', 'ical.js'];

/** What does not depend on the language in which a meeting is told. */
const FACTS = ['uid', 'sequence', 'status', 'start', 'end'];

/**
 * Checks a folder; gives back the number of files and events, the events of all files by UID, and the same for each
 * other language: the files in a folder named after it.
 */
function readAlike(folder) {
  const found = eventsBelow(folder);
  assert.equal(Object.keys(found).length, calendarFiles(folder).length);
  const inLanguages = {};
  let count = 0;
  for (const [file, byReader] of Object.entries(found)) {
    const [, language = ''] = path.relative(folder, file).match(/^([a-z]{2,3})[/\\](?=calendar)/) ?? [];
    const events = (inLanguages[language] ??= {});
    const [first, ...others] = READERS;
    for (const other of others) {
      assert.deepEqual(byReader[other], byReader[first], `${file}: ${other} and ${first} differ`);
    }
    for (const event of Object.values(byReader[first])) {
      count += 1;
      assert.doesNotMatch(event.summary, /^\[/, `${file}: the theme has no words for the name of an event`);
      if (event.end !== null) assert.ok(event.end > event.start, `${file}: ${event.uid} ends before it starts`);
      // A meeting stands in the file of all meetings, its group's and its own: the same in each.
      assert.deepEqual(events[event.uid] ?? event, event, `${file}: ${event.uid} differs from another file`);
      events[event.uid] = event;
    }
  }
  const { '': events = {}, ...others } = inLanguages;
  for (const [language, translated] of Object.entries(others)) {
    // A meeting is one event in every language: who changes from one to the other has no event twice.
    const facts = (event) => Object.fromEntries(FACTS.map((name) => [name, event[name]]));
    for (const event of Object.values(translated)) {
      assert.deepEqual(facts(event), facts(events[event.uid]), `${event.uid} in ${language}`);
    }
  }
  return { files: Object.keys(found).length, count, events, others };
}

for (const { name, folder } of allSites()) {
  test(`${name}: every calendar file reads alike in ${READERS.join(', ')}`, (t) => {
    const { files, count, events } = readAlike(folder);
    t.diagnostic(`${files} files, ${count} events, ${Object.keys(events).length} of them different`);
  });
}

// Meetings on both sides of both clock changes, and on the days themselves. In each zone a time that the clocks skip
// and one that comes twice, where there is one. What is expected was worked out by hand.
const ZONES = [
  {
    zone: 'Europe/London',
    expected: {
      '2026-03-27T14:00': '2026-03-27T14:00:00Z',
      '2026-03-29T01:30': '2026-03-29T01:30:00Z',
      '2026-03-30T14:00': '2026-03-30T13:00:00Z',
      '2026-10-23T14:00': '2026-10-23T13:00:00Z',
      '2026-10-25T01:30': '2026-10-25T00:30:00Z',
      '2026-10-26T14:00': '2026-10-26T14:00:00Z',
    },
  },
  {
    zone: 'Europe/Dublin',
    expected: {
      '2026-03-27T14:00': '2026-03-27T14:00:00Z',
      '2026-03-29T01:30': '2026-03-29T01:30:00Z',
      '2026-03-30T14:00': '2026-03-30T13:00:00Z',
      '2026-10-23T14:00': '2026-10-23T13:00:00Z',
      '2026-10-25T01:30': '2026-10-25T00:30:00Z',
      '2026-10-26T14:00': '2026-10-26T14:00:00Z',
    },
  },
  {
    zone: 'Atlantic/Reykjavik',
    expected: { '2026-03-30T14:00': '2026-03-30T14:00:00Z', '2026-07-14T14:00': '2026-07-14T14:00:00Z' },
  },
  {
    zone: 'Asia/Kolkata',
    expected: { '2026-03-30T14:00': '2026-03-30T08:30:00Z', '2026-07-14T14:00': '2026-07-14T08:30:00Z' },
  },
  {
    zone: 'Australia/Sydney',
    expected: {
      '2026-04-03T14:00': '2026-04-03T03:00:00Z',
      '2026-04-05T02:30': '2026-04-04T15:30:00Z',
      '2026-04-06T14:00': '2026-04-06T04:00:00Z',
      '2026-10-02T14:00': '2026-10-02T04:00:00Z',
      '2026-10-04T02:30': '2026-10-03T16:30:00Z',
      '2026-10-05T14:00': '2026-10-05T03:00:00Z',
    },
  },
];

for (const { zone, expected } of ZONES) {
  test(`${zone}: meetings across the changes of the clock are at the right moment`, () => {
    const dates = Object.keys(expected).map((time) => time.split('T'));
    const site = built(zone.toLowerCase().replace('/', '-'), zone, [
      'meetings:',
      '  - group: Anytown Board',
      '    dates:',
      ...dates.map(([day, time]) => `      - {date: ${day}, time: "${time}"}`),
    ]);
    const { events } = readAlike(site);
    const found = Object.values(events).map((event) => event.start).sort();
    assert.deepEqual(found, Object.values(expected).sort());
  });
}

test('awkward texts come out of every reader as they were written', () => {
  const place = 'Ystafell Dŵr; 2nd floor, "Tŷ\\Hafan" 😀 🏴󠁧󠁢󠁷󠁬󠁳󠁿 '.repeat(4).trim();
  const site = built('awkward-texts', 'Europe/London', [
    'meetings:',
    '  - group: Anytown Board',
    `    place: '${place}'`,
    '    time: 14:00 to 16:00',
    '    dates: [14 July 2026, 2026-09-01]',
  ]);
  const { events } = readAlike(site);
  for (const event of Object.values(events)) assert.equal(event.location, place);
  assert.equal(Object.keys(events).length, 2);
});

test('in another language a meeting has other words, and the same id, time and state', () => {
  const site = built(
    'two-languages',
    'Europe/London',
    [
      'meetings:',
      '  - group: Training Group',
      '    time: 14:00 to 16:00',
      '    dates:',
      '      - 14 July 2026',
      '      - {date: 15 July 2026, state: cancelled}',
      '      - {date: 22 September 2026, moved_from: 15 September 2026}',
    ],
    {
      'content/index.cy.md': ['board: {name: Bwrdd Trefarno}'],
      'content/groups/training.md': ['name: Training Group'],
      'content/groups/training.cy.md': ['name: Grŵp Hyfforddi'],
    },
    ['languages: [cy]'],
  );
  const { events, others } = readAlike(site);
  const welsh = Object.values(others.cy);
  assert.deepEqual(Object.keys(others.cy).sort(), Object.keys(events).sort());
  assert.deepEqual(welsh.map((event) => event.summary).sort(), [
    'Cyfarfod Grŵp Hyfforddi',
    'Cyfarfod Grŵp Hyfforddi',
    'Wedi’i ganslo: cyfarfod Grŵp Hyfforddi',
  ]);
  const english = Object.values(events);
  assert.ok(english.some((event) => event.summary === 'Cancelled: Training Group meeting'));
  assert.ok(english.some((event) => event.description.startsWith('Moved from 15 September 2026')));
  assert.ok(welsh.some((event) => event.description.startsWith('Symudwyd o 15 Medi 2026')));
});

test('a date without a time is a whole day', () => {
  const site = built('whole-day', 'Europe/London', [
    'meetings:',
    '  - group: Anytown Board',
    '    dates: [31 December 2026]',
  ]);
  const [event] = Object.values(readAlike(site).events);
  assert.deepEqual([event.start, event.end], ['2026-12-31', '2027-01-01']);
  assert.equal(path.basename(site), 'public');
});
