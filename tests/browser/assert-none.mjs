// Findings as a list that a person can read, instead of a comparison of two arrays.

import { AssertionError } from 'node:assert/strict';

const SHOWN = 40;

/** Fails unless `problems`, a list of sentences, is empty. */
export function assertNone(problems) {
  if (problems.length === 0) return;
  const shown = problems.slice(0, SHOWN).map((problem) => `  - ${problem}`);
  const more = problems.length > SHOWN ? [`  and ${problems.length - SHOWN} more`] : [];
  const message = [`${problems.length} found:`, ...shown, ...more].join('\n');
  throw new AssertionError({ message, stackStartFn: assertNone });
}
