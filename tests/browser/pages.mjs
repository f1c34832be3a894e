// The built pages as data: parsed by the HTML standard's own rules, without a browser.

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'parse5';

/** Paths of all files in a folder, relative to it, with forward slashes, sorted. */
export function filesIn(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath ?? entry.path, entry.name)).replaceAll('\\', '/'))
    .sort();
}

/** What was read of each folder: a site does not change while it is tested, and many tests ask for its pages. */
const read = new Map();

/** Every HTML page of a site; see `readPage`. A site without a page is an error: a test of nothing would pass. */
export function pagesOf(site) {
  if (!read.has(site.folder)) read.set(site.folder, readPages(site));
  return [...read.get(site.folder)];
}

function readPages(site) {
  const pages = filesIn(site.folder)
    .filter((file) => file.endsWith('.html'))
    .map((file) => readPage(file, readFileSync(path.join(site.folder, file), 'utf8')));
  if (pages.length === 0) throw new Error(`The site in ${site.folder} has no page.`);
  return pages;
}

/** The pages that a person reads: not those that only send an old address on. */
export function readablePagesOf(site) {
  return pagesOf(site).filter((page) => !page.redirects);
}

/** The address that a site is made for (`site_url`), with a slash at the end; `undefined` if it says none. */
export function publicAddressOf(site) {
  const home = pagesOf(site).find((page) => page.path === 'index.html');
  const canonical = home?.all('link').find((link) => attribute(link, 'rel') === 'canonical');
  return attribute(canonical, 'href')?.replace(/index\.html$/, '');
}

/**
 * One page to stand for each kind (`<body data-page="action">`) in each language: the longest, because it is likely to hold every part that such a page can have.
 */
export function samplePagesOf(site) {
  const pages = readablePagesOf(site).sort((a, b) => b.length - a.length || a.path.localeCompare(b.path));
  const mainLanguage = pages.find((page) => page.path === 'index.html')?.language;
  const chosen = new Map();
  for (const page of pages) {
    const key = page.language === mainLanguage ? page.kind : `${page.kind} in ${page.language}`;
    if (!chosen.has(key)) chosen.set(key, { ...page, label: key ?? 'no kind' });
  }
  return [...chosen.values()].sort((a, b) => a.label.localeCompare(b.label));
}

/** What the tests need to know of one page. `path` is relative to the site; elements are parse5's, in page order. */
export function readPage(file, text) {
  const elements = descendants(parse(text));
  const all = (name) => elements.filter((element) => element.tagName === name);
  const refresh = all('meta').find((meta) => attribute(meta, 'http-equiv')?.toLowerCase() === 'refresh');
  return {
    path: file,
    length: text.length,
    elements,
    all,
    kind: attribute(all('body')[0], 'data-page'),
    language: attribute(all('html')[0], 'lang'),
    title: textOf(all('title')[0]),
    redirects: refresh !== undefined,
    // The page for addresses that do not exist is shown at any depth, so its links may start at the public address.
    isNotFound: path.posix.basename(file) === '404.html',
    hasBase: all('base').length > 0,
    ids: new Set(elements.map((element) => attribute(element, 'id')).filter(Boolean)),
    links: linksOf(elements, refresh),
  };
}

export function attribute(element, name) {
  return element?.attrs?.find((each) => each.name === name)?.value;
}

export function textOf(node) {
  if (!node) return '';
  if (node.nodeName === '#text') return node.value;
  return (node.childNodes ?? []).map(textOf).join('').replace(/\s+/g, ' ').trim();
}

/** The elements that an element stands in, nearest first. */
export function ancestors(element) {
  const found = [];
  for (let node = element.parentNode; node?.tagName; node = node.parentNode) found.push(node);
  return found;
}

export function descendants(node) {
  return (node.childNodes ?? []).flatMap((child) => (child.tagName ? [child, ...descendants(child)] : []));
}

/** The addresses that a stylesheet asks for. */
export function linksOfStylesheet(text) {
  return [...text.matchAll(/url\(\s*(['"]?)(.*?)\1\s*\)|@import\s+(['"])(.*?)\3/g)].map((found) => found[2] ?? found[4]);
}

function linksOf(elements, refresh) {
  const links = [];
  for (const element of elements) {
    for (const name of ['href', 'src', 'action', 'formaction', 'poster', 'data']) {
      const value = attribute(element, name);
      if (value !== undefined) links.push(value);
    }
    // "small.png 1x, large.png 2x"
    for (const candidate of attribute(element, 'srcset')?.split(',') ?? []) links.push(candidate.trim().split(/\s/)[0]);
  }
  // "0; url=../new-place.html"
  const target = attribute(refresh, 'content')?.match(/url\s*=\s*['"]?([^'"]+)/i);
  if (target) links.push(target[1]);
  return links.map((link) => link.trim());
}
