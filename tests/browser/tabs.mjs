// Many pages of a site, opened in a few tabs.

import { addressOf, publish } from './browser.mjs';
import { serve } from './server.mjs';

// Two tabs a core keep both the browser and the tests busy.
const TABS = 3;

/**
 * Goes through pages in a few tabs of a browser context. `look` is given a tab once, and gives what is to be done with
 * each page in it. A tab goes from page to page: a new one costs Chromium a process, in which every script has to be
 * compiled again. On a busy machine Chromium now and then loses a tab; a page that takes its tab down twice is a failure.
 */
export async function inTabs(context, pages, look) {
  const waiting = [...pages];
  const work = async () => {
    let lookAt = look(await context.newPage());
    for (let page = waiting.shift(); page; page = waiting.shift()) {
      try {
        await lookAt(page);
      } catch (error) {
        if (!isCrash(error)) throw error;
        console.error(`Chromium lost the tab with ${page.path}. It is looked at again, in a new one.`);
        lookAt = look(await context.newPage());
        await lookAt(page);
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(TABS, pages.length) }, work));
}

/** Whether the browser lost a tab, by the words of Playwright. */
function isCrash(error) {
  return /(Target|Page) crashed/.test(error.message);
}

/** Opens each page with `settings` and gives all that `look` found wrong, with the page's path in front. */
export async function visit(browser, site, pages, settings, look) {
  const server = await serve(site.folder);
  const context = await browser.newContext(settings);
  const address = await publish(context, site, server);
  const wrong = [];
  try {
    await inTabs(context, pages, (tab) => async (page) => {
      await tab.goto(addressOf(address, page));
      wrong.push(...(await look(tab, page)).map((what) => `${page.path}: ${what}`));
    });
  } finally {
    await context.close();
    await server.close();
  }
  return wrong;
}
