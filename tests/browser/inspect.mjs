// One page of a site, looked at in every way that a reader may meet it.

import { addressOf, complaintsOf, publish } from './browser.mjs';
import { axeFindings, axeFindingsOnPaper } from './rules/axe.mjs';
import { installHelpers } from './rules/helpers.mjs';
import { tabOrder, visibleFocus } from './rules/keyboard.mjs';
import { largeText, linksInText, readingOrder, reflow, targetSize, textSpacing } from './rules/layout.mjs';
import { accessibleNames, languageOfParts, withoutStyles } from './rules/meaning.mjs';
import { serve } from './server.mjs';

/** A4 upright is 794 CSS px wide; this leaves margins of 2 cm. */
export const PAPER = { width: 642, height: 971 };

const WIDE = { width: 1280, height: 900 };
// 320 CSS px: a screen of 1280 px at 400 % (WCAG 2.2, 1.4.10).
const PHONE = { width: 320, height: 640 };
const HALF = { width: 640, height: 450 };

// Without motion, so that what a key scrolls to is there at once.
const LIGHT = { media: 'screen', colorScheme: 'light', forcedColors: 'none', reducedMotion: 'reduce' };
const DARK = { ...LIGHT, colorScheme: 'dark' };
const FORCED = { ...LIGHT, forcedColors: 'active' };
const PRINT = { ...LIGHT, media: 'print' };

const onPaper = (page) => reflow(page, { scrollRegions: false });

/**
 * The ways to look at a page, and what is asked in each. A page is opened once with and once without script; the rest
 * is changed under it, as a reader who turns a phone or switches to the dark would. What leaves a page changed is last.
 */
export const MODES = [
  {
    name: 'wide',
    viewport: WIDE,
    media: LIGHT,
    rules: { axe: axeFindings, accessibleNames, readingOrder, linksInText, targetSize, tabOrder, visibleFocus, textSpacing, largeText, reflow, languageOfParts },
  },
  { name: 'dark', viewport: WIDE, media: DARK, rules: { axe: axeFindings, visibleFocus } },
  { name: 'forced colours', viewport: WIDE, media: FORCED, rules: { axe: axeFindings, visibleFocus } },
  { name: '200 %', viewport: HALF, media: LIGHT, rules: { reflow, readingOrder } },
  {
    name: '400 %, phone',
    viewport: PHONE,
    media: LIGHT,
    rules: { axe: axeFindings, accessibleNames, reflow, readingOrder, targetSize, tabOrder, visibleFocus, textSpacing },
  },
  { name: 'phone, dark', viewport: PHONE, media: DARK, rules: { axe: axeFindings } },
  { name: 'print', viewport: PAPER, media: PRINT, rules: { axe: axeFindingsOnPaper, onPaper, readingOrder } },
  { name: 'no script', viewport: WIDE, media: LIGHT, withoutScript: true, rules: { axe: axeFindings, reflow } },
  { name: 'no styles', viewport: WIDE, media: LIGHT, rules: { withoutStyles } },
];

// Two tabs a core keep both the browser and the tests busy.
const TABS = 3;

/**
 * Looks at pages of one site in `modes`. Gives the findings as `{ path, mode, rule, what }`, one for each finding, and
 * how many combinations of a page and a mode were looked at.
 */
export async function inspect(browser, site, pages, modes = MODES) {
  const server = await serve(site.folder);
  const context = await browser.newContext({ viewport: WIDE });
  const address = await publish(context, site, server);
  const findings = [];
  const waiting = [...pages];
  const work = async () => {
    for (let page = waiting.shift(); page; page = waiting.shift()) {
      for (const withoutScript of [false, true]) {
        const here = modes.filter((mode) => Boolean(mode.withoutScript) === withoutScript);
        if (here.length > 0) findings.push(...(await lookAt(context, address, page, here, withoutScript)));
      }
    }
  };
  try {
    await Promise.all(Array.from({ length: TABS }, work));
  } finally {
    await context.close();
    await server.close();
  }
  return { findings, combinations: pages.length * modes.length };
}

async function lookAt(context, address, { path, ...sample }, modes, withoutScript) {
  const page = await context.newPage();
  const findings = [];
  const say = (mode, rule, problems) => findings.push(...problems.map((what) => ({ path, mode, rule, what })));
  const complaints = complaintsOf(page, address);
  try {
    const { viewport, media } = modes[0];
    await page.setViewportSize(viewport);
    await page.emulateMedia(media);
    await openPage(page, addressOf(address, { path, ...sample }), withoutScript);
    say(modes[0].name, 'policy', [...new Set(complaints)]);
    for (const { name, viewport, media, rules } of modes) {
      await page.setViewportSize(viewport);
      await page.emulateMedia(media);
      for (const [rule, look] of Object.entries(rules)) say(name, rule, await look(page));
    }
  } finally {
    await page.close();
  }
  return findings;
}

/** Without script the page's own never run; the rules are put into it afterwards, when it is too late for them. */
async function openPage(page, address, withoutScript) {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setScriptExecutionDisabled', { value: withoutScript });
  await page.goto(address);
  await session.send('Emulation.setScriptExecutionDisabled', { value: false });
  await session.detach();
  await page.evaluate(installHelpers);
}
