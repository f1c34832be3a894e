// axe-core, with every rule of WCAG 2.0 to 2.2 A and AA and of good practice. None is switched off.

import axe from 'axe-core';

const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Gives axe-core's findings on an open page as sentences. */
export async function axeFindings(page) {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const { violations, looked } = await page.evaluate(async (values) => {
    const result = await window.axe.run({ resultTypes: ['violations'], runOnly: { type: 'tag', values } });
    return { violations: result.violations, looked: result.passes.length };
  }, STANDARDS);
  if (looked === 0) return ['axe-core looked at nothing'];
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help}: ${node.target}: ${node.html.slice(0, 120)}: ${node.failureSummary.replace(/\s+/g, ' ')}`),
  );
}
