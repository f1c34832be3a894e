// Every page of every site is built so that a person can find their way by ear: title, headings, landmarks, skip link.

import { test } from 'node:test';
import { assertNone } from './assert-none.mjs';
import { ancestors, attribute, descendants, readablePagesOf, textOf } from './pages.mjs';
import { allSites } from './sites.mjs';

/** Each rule gives what is wrong with one page: nothing, if nothing is. */
const RULES = {
  'says what kind of page it is': (page) => (page.kind ? [] : ['<body> has no data-page']),
  'says its language': (page) => (page.language ? [] : ['<html> has no lang']),
  'fits the screen of a phone': (page) => {
    const viewport = page.all('meta').find((meta) => attribute(meta, 'name') === 'viewport');
    return /width\s*=\s*device-width/.test(attribute(viewport, 'content')) ? [] : ['no viewport of the width of the device'];
  },
  'has one main heading, and no level is left out below it': wrongHeadings,
  'starts with a skip link to its main part': wrongSkipLink,
  'has one header, main and footer, and a name for each navigation': wrongLandmarks,
};

for (const site of allSites()) {
  const pages = readablePagesOf(site);

  for (const [rule, wrong] of Object.entries(RULES)) {
    test(`${site.name}: every page ${rule}`, () => {
      assertNone(pages.flatMap((page) => wrong(page).map((what) => `${page.path}: ${what}`)));
    });
  }

  test(`${site.name}: every page has a title of its own`, () => {
    const untitled = pages.filter((page) => !page.title).map((page) => `${page.path}: no title`);
    // A page and its twin in another language may share one: a name is the same in both.
    const byTitle = groupBy(pages, (page) => `${page.language}: ${page.title}`);
    const shared = [...byTitle].filter(([, same]) => same.length > 1).map(([title, same]) => `${title}: ${same.map((page) => page.path)}`);
    assertNone([...untitled, ...shared]);
  });
}

function groupBy(values, keyOf) {
  const groups = new Map();
  for (const value of values) groups.set(keyOf(value), [...(groups.get(keyOf(value)) ?? []), value]);
  return groups;
}

function wrongHeadings(page) {
  const headings = page.elements.filter((element) => /^h[1-6]$/.test(element.tagName));
  const count = headings.filter((heading) => heading.tagName === 'h1').length;
  const problems = count === 1 ? [] : [`${count} h1`];
  let last = 0;
  for (const heading of headings) {
    const level = Number(heading.tagName[1]);
    if (level > last + 1 && last > 0) problems.push(`"${textOf(heading)}" is h${level} after h${last}`);
    if (textOf(heading) === '') problems.push(`an h${level} is empty`);
    last = level;
  }
  return problems;
}

function wrongSkipLink(page) {
  const body = page.all('body')[0];
  const first = descendants(body).find(canHaveFocus);
  const target = attribute(first, 'href');
  const main = page.all('main')[0];
  if (first?.tagName !== 'a' || !target?.startsWith('#')) return ['the first thing that can have focus is no skip link'];
  if (ancestors(first).some((element) => ['nav', 'header'].includes(element.tagName))) return ['the skip link is inside a landmark'];
  const found = page.elements.find((element) => attribute(element, 'id') === target.slice(1));
  const leadsToMain = found && (found === main || ancestors(found).includes(main));
  return leadsToMain ? [] : [`the skip link leads to "${target}", not to main`];
}

function canHaveFocus(element) {
  const isControl = ['button', 'input', 'select', 'textarea', 'summary', 'iframe'].includes(element.tagName);
  return isControl || attribute(element, 'tabindex') === '0' || (element.tagName === 'a' && attribute(element, 'href') !== undefined);
}

function wrongLandmarks(page) {
  const problems = [];
  // Inside these, a header or footer belongs to its part and is no landmark (HTML-AAM 1.0).
  const parts = ['article', 'aside', 'main', 'nav', 'section'];
  for (const name of ['header', 'main', 'footer']) {
    const count = page.all(name).filter((element) => !ancestors(element).some((outer) => parts.includes(outer.tagName))).length;
    if (count !== 1) problems.push(`${count} ${name}`);
  }
  for (const nav of page.all('nav')) {
    const labels = (attribute(nav, 'aria-labelledby') ?? '').split(/\s+/).filter(Boolean);
    const named = labels.map((id) => textOf(page.elements.find((element) => attribute(element, 'id') === id)));
    if (!attribute(nav, 'aria-label')?.trim() && !named.join('')) problems.push(`a nav without a name: "${textOf(nav).slice(0, 40)}"`);
  }
  return problems;
}
