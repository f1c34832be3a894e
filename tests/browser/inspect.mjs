// One page of a site, looked at in every way that a reader may meet it.

import { addressOf, complaintsOf, publish } from './browser.mjs';
import { axeFindings, axeFindingsOnPaper } from './rules/axe.mjs';
import { installHelpers } from './rules/helpers.mjs';
import { tabOrder, visibleFocus } from './rules/keyboard.mjs';
import { largeText, linksInText, readingOrder, reflow, targetSize, textSpacing } from './rules/layout.mjs';
import { accessibleNames, languageOfParts, withoutStyles } from './rules/meaning.mjs';
import { serve } from './server.mjs';
import { inTabs } from './tabs.mjs';

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

/**
 * Looks at pages of one site in `modes`. Gives the findings as `{ path, mode, rule, what }`, one for each finding, and
 * how many combinations of a page and a mode were looked at.
 */
export async function inspect(browser, site, pages, modes = MODES) {
  const server = await serve(site.folder);
  const context = await browser.newContext({ viewport: WIDE });
  const address = await publish(context, site, server);
  const findings = [];
  try {
    await inTabs(context, pages, (tab) => {
      const complaints = complaintsOf(tab, address);
      return async (page) => {
        for (const withoutScript of [false, true]) {
          const here = modes.filter((mode) => Boolean(mode.withoutScript) === withoutScript);
          complaints.length = 0;
          if (here.length === 0) continue;
          const found = await lookAt(tab, complaints, addressOf(address, page), here);
          findings.push(...found.map((each) => ({ path: page.path, ...each })));
        }
      };
    });
  } finally {
    await context.close();
    await server.close();
  }
  return { findings, combinations: pages.length * modes.length };
}

/** Opens a page and looks at it in modes that are all with, or all without script. */
async function lookAt(tab, complaints, address, modes) {
  const findings = [];
  const say = (mode, rule, problems) => findings.push(...problems.map((what) => ({ mode, rule, what })));
  await show(tab, modes[0]);
  await openPage(tab, address, Boolean(modes[0].withoutScript));
  say(modes[0].name, 'policy', [...new Set(complaints)]);
  for (const mode of modes) {
    await show(tab, mode);
    for (const [rule, look] of Object.entries(mode.rules)) say(mode.name, rule, await look(tab));
  }
  return findings;
}

async function show(tab, { viewport, media }) {
  await tab.setViewportSize(viewport);
  await tab.emulateMedia(media);
}

/** Without script the page's own never run; the rules are put into it afterwards, when it is too late for them. */
async function openPage(tab, address, withoutScript) {
  const session = await tab.context().newCDPSession(tab);
  await session.send('Emulation.setScriptExecutionDisabled', { value: withoutScript });
  await tab.goto(address);
  await session.send('Emulation.setScriptExecutionDisabled', { value: false });
  await session.detach();
  await tab.evaluate(installHelpers);
}
