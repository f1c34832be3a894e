// axe-core, with every rule of WCAG 2.0 to 2.2 A and AA and of good practice. None is switched off on a screen.

import axe from 'axe-core';

const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Nothing is pointed at on paper (WCAG 2.2, 2.5.8 is about targets of pointers); on the screen the rule is asked. */
const NOT_ON_PAPER = { 'target-size': { enabled: false } };

/** Gives axe-core's findings on a page as it is printed, as sentences. */
export function axeFindingsOnPaper(page) {
  return axeFindings(page, NOT_ON_PAPER);
}

/** Gives axe-core's findings on an open page as sentences. */
export async function axeFindings(page, rules = {}) {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const { violations, looked } = await page.evaluate(async ({ values, rules }) => {
    const result = await window.axe.run({ resultTypes: ['violations'], runOnly: { type: 'tag', values }, rules });
    return { violations: result.violations, looked: result.passes.length };
  }, { values: STANDARDS, rules });
  if (looked === 0) return ['axe-core looked at nothing'];
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help}: ${node.target}: ${node.html.slice(0, 120)}: ${node.failureSummary.replace(/\s+/g, ' ')}`),
  );
}
