// html-validate, which knows rules that the Nu checker does not (accessible names, redundant roles, ids that labels
// miss), finds nothing on one page of each kind of every site.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { assertNone } from './assert-none.mjs';
import { samplePagesOf } from './pages.mjs';
import { allSites } from './sites.mjs';

const checker = new HtmlValidate(
  new StaticConfigLoader({
    root: true,
    extends: ['html-validate:standard', 'html-validate:a11y'],
    rules: {
      // It asks for <section> in place of role="region". A region that scrolls is no section of the text: it only can
      // be reached and has a name.
      'prefer-native-element': ['error', { exclude: ['region'] }],
    },
  }),
);

for (const site of allSites()) {
  test(`${site.name}: html-validate finds nothing`, async () => {
    const problems = [];
    for (const page of samplePagesOf(site)) {
      const text = readFileSync(path.join(site.folder, page.path), 'utf8');
      const { results } = await checker.validateString(text, page.path);
      const messages = results.flatMap(({ messages }) => messages);
      problems.push(...messages.map(({ line, message, ruleId }) => `${page.path}:${line}: ${message} (${ruleId})`));
    }
    assertNone(problems);
  });
}
