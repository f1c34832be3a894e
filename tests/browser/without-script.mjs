// Does a page say the same to those whose browser runs no script?

import { addressOf, publish } from './browser.mjs';
import { serve } from './server.mjs';
import { inTabs } from './tabs.mjs';

/** Opens each page with and without script and gives the lines that stand in one of them only. */
export async function differencesWithoutScript(browser, site, pages) {
  const server = await serve(site.folder);
  try {
    const withScript = await linesOf(browser, site, server, pages, { javaScriptEnabled: true });
    const without = await linesOf(browser, site, server, pages, { javaScriptEnabled: false });
    return pages.flatMap(({ path }) => differences(path, withScript.get(path), without.get(path)));
  } finally {
    await server.close();
  }
}

async function linesOf(browser, site, server, pages, settings) {
  const context = await browser.newContext(settings);
  const address = await publish(context, site, server);
  const found = new Map();
  try {
    await inTabs(context, pages, (tab) => async (page) => {
      await tab.goto(addressOf(address, page));
      // What only works with a script is not shown without it, and the page says so: both are marked.
      await tab.evaluate(() => document.querySelectorAll('[data-script-only], [data-noscript-only]').forEach((part) => part.remove()));
      const text = await tab.locator('body').innerText();
      found.set(page.path, text.split('\n').map((line) => line.replace(/\s+/g, ' ').trim()).filter(Boolean));
    });
  } finally {
    await context.close();
  }
  return found;
}

function differences(path, withScript, without) {
  if (without.length === 0) return [`${path} is empty without script`];
  return [
    ...withScript.filter((line) => !without.includes(line)).map((line) => `${path}: only with script: "${line}"`),
    ...without.filter((line) => !withScript.includes(line)).map((line) => `${path}: only without script: "${line}"`),
  ];
}
