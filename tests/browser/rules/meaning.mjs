// What a page says to those who do not see it as it was drawn: names, languages, and the page without its styles.

/** Roles that need a name of their own: controls, landmarks that may come twice, tables and figures. */
const NAMED_ROLES = new Set([
  'link', 'button', 'textbox', 'searchbox', 'combobox', 'listbox', 'checkbox', 'radio', 'switch', 'slider', 'spinbutton',
  'tab', 'menuitem', 'DisclosureTriangle', 'table', 'grid', 'figure', 'image', 'img', 'navigation', 'region', 'form',
  'group', 'dialog', 'meter', 'progressbar',
]);

/** Roles of which two on one page must not share a name. */
const UNIQUE_ROLES = new Set(['navigation', 'region', 'form', 'table', 'grid']);

/**
 * WCAG 2.2, 4.1.2 and 1.1.1: the browser computes a name for every control, table and figure, and what is a table in
 * the source is one for a screen reader too.
 */
export async function accessibleNames(page) {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();

  const problems = [];
  const seen = new Map();
  const count = new Map();
  for (const node of nodes.filter(({ ignored }) => !ignored)) {
    const role = node.role?.value;
    count.set(role, (count.get(role) ?? 0) + 1);
    if (!NAMED_ROLES.has(role)) continue;
    const name = (node.name?.value ?? '').trim();
    // A fieldset and a details element are groups; only the first of them needs a name, and "summary" has its own.
    if (!name && role === 'group') continue;
    // By HTML-AAM 1.0 a figure is named by its caption. Chromium tells of the caption, and leaves the name empty.
    if (!name && role === 'figure' && hasCaption(node, nodes)) continue;
    if (!name) problems.push(`a ${role} has no name${textBelow(node, nodes)}`);
    if (!UNIQUE_ROLES.has(role) || !name) continue;
    const key = `${role} "${name}"`;
    seen.set(key, (seen.get(key) ?? 0) + 1);
  }
  for (const [key, times] of seen) if (times > 1) problems.push(`${times} times ${key} on one page`);

  const tables = await page.evaluate(() => [...document.querySelectorAll('table')].filter((table) => table.checkVisibility()).length);
  const told = (count.get('table') ?? 0) + (count.get('grid') ?? 0);
  if (told < tables) problems.push(`${tables} tables are seen, and a screen reader is told of ${told}`);
  return problems;
}

function hasCaption(figure, nodes) {
  const caption = nodes.find((node) => node.role?.value === 'Figcaption' && figure.childIds?.includes(node.nodeId));
  return caption !== undefined && textBelow(caption, nodes) !== '';
}

function textBelow(node, nodes) {
  const byId = new Map(nodes.map((each) => [each.nodeId, each]));
  const texts = [];
  const visit = (each) => {
    if (!each || texts.length > 8) return;
    if (each.name?.value) texts.push(each.name.value);
    (each.childIds ?? []).forEach((id) => visit(byId.get(id)));
  };
  visit(node);
  const words = texts.join(' ').slice(0, 60);
  return words ? `: it holds "${words}"` : '';
}

/** Little words that no text of a language is without, and that the other languages here do not have. */
const LITTLE_WORDS = {
  en: 'the and of to is for with this that are from by we our at it be will not have'.split(' '),
  cy: "yr y yn ac mae ar gan eu ein wedi bod sydd i'r o'r a'r hyn am ei neu gyda".split(' '),
};

/**
 * WCAG 2.2, 3.1.1 and 3.1.2: a block of text of a dozen words and more is in the language that it says. Only languages
 * whose little words are known here are told apart.
 */
export async function languageOfParts(page) {
  return page.evaluate((littleWords) => {
    const { isSeen } = window.look;
    const LONG_ENOUGH = 12;
    const problems = [];
    const declared = (element) => element.closest('[lang]')?.lang.toLowerCase().split('-')[0] ?? '';
    const languages = Object.keys(littleWords);
    for (const element of document.querySelectorAll('p, li, td, th, dd, dt, figcaption, caption, h1, h2, h3, h4, summary, label')) {
      const own = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE || isInlineSameLanguage(node, element));
      const words = own.map((node) => wordsOf(node)).join(' ').toLowerCase().match(/[\p{L}'’]+/gu) ?? [];
      if (words.length < LONG_ENOUGH || !isSeen(element)) continue;
      const scores = languages.map((language) => words.filter((word) => littleWords[language].includes(word.replace('’', "'"))).length / words.length);
      const best = languages[scores.indexOf(Math.max(...scores))];
      const said = declared(element);
      const isPlain = Math.max(...scores) > 0.1 && Math.max(...scores) > 2 * (scores[languages.indexOf(said)] ?? 0);
      if (isPlain && said !== best) problems.push(`"${words.slice(0, 12).join(' ')} …" is in "${best}", and the page says "${said}"`);
    }
    // In a text the words of a link are its author's, in the language of the text.
    for (const link of document.querySelectorAll('a[hreflang]:not(.prose a)')) {
      const language = link.hreflang.split('-')[0];
      if (declared(link) !== language && document.documentElement.lang.split('-')[0] !== language) {
        problems.push(`the link "${link.textContent.trim()}" leads to a page in "${language}", and its words do not say their language`);
      }
    }
    return problems;

    // The words of an element, without those parts of it that say a language of their own.
    function wordsOf(node) {
      if (node.nodeType === Node.TEXT_NODE) return node.textContent;
      return [...node.childNodes].filter((child) => !child.lang).map(wordsOf).join('');
    }

    function isInlineSameLanguage(node, element) {
      return node.nodeType === Node.ELEMENT_NODE && !node.lang && node.closest('[lang]') === element.closest('[lang]') && getComputedStyle(node).display === 'inline';
    }
  }, LITTLE_WORDS);
}

/**
 * Without the style sheets every word that was seen is still there, no word stands only in a style sheet (WCAG 2.2,
 * 1.3.1), and no drawing grows over the page. To be asked last: the styles are gone afterwards.
 */
export async function withoutStyles(page) {
  return page.evaluate(() => {
    const { describe, isSeen } = window.look;
    const problems = [];
    for (const element of document.body.querySelectorAll('*')) {
      for (const part of ['::before', '::after']) {
        const content = getComputedStyle(element, part).content;
        // What an attribute says (the address of a link, on paper) is in the page; symbols carry no word.
        const words = [...content.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map((found) => found[1]).join('');
        if (/\p{L}{2,}/u.test(words)) problems.push(`${describe(element)} says "${words}" only in a style sheet`);
      }
    }
    const textOf = () => [...document.body.querySelectorAll('*')].filter((element) => element.childElementCount === 0 && element.textContent.trim() !== '' && isSeen(element));
    const before = textOf();
    const screen = innerWidth;
    for (const sheet of document.styleSheets) sheet.disabled = true;
    const after = new Set(textOf());
    // What stands in a details element, which a style sheet had opened, is one click away.
    const isFolded = (element) => element.closest('details:not([open])') !== null;
    for (const element of before) {
      if (!after.has(element) && !isFolded(element)) problems.push(`${describe(element)} is not there without style sheets`);
    }
    for (const drawing of document.querySelectorAll('svg')) {
      const { width } = drawing.getBoundingClientRect();
      if (width > screen) problems.push(`${describe(drawing)} is ${Math.round(width)} px wide without style sheets`);
    }
    return problems;
  });
}
