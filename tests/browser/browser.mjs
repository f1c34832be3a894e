// Chromium, as Debian packages it, and what it complains about.

import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { publicAddressOf } from './pages.mjs';

/** Starts Chromium without a window. `BOARDPLAN_CHROMIUM` names another program than `/usr/bin/chromium`. */
export function launch() {
  const program = process.env.BOARDPLAN_CHROMIUM ?? '/usr/bin/chromium';
  if (!existsSync(program)) {
    throw new Error(`There is no browser at ${program}. Install Debian's package "chromium", or set BOARDPLAN_CHROMIUM.`);
  }
  return chromium.launch({
    executablePath: program,
    // The browser must not ask for anything by itself: a request of its own would look like one of the page's.
    args: [
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-gpu',
      '--disable-quic',
      '--disable-sync',
      '--no-first-run',
    ],
  });
}

/**
 * Lets a browser context open a site at the address that it is made for, though it comes from `server` on this
 * machine: only there do links with the whole address, as on the page for addresses that do not exist, lead home.
 * Gives that address, or the server's own if the site says none.
 */
export async function publish(context, site, server) {
  const address = publicAddressOf(site);
  if (!address) return server.address;
  await context.route(
    (url) => url.href.startsWith(address),
    async (route) => {
      const url = server.address + route.request().url().slice(address.length);
      try {
        await route.fulfill({ response: await route.fetch({ url }) });
      } catch {
        // The page was closed while something of it was under way. What a page then lacks, it says itself.
        await route.abort().catch(() => {});
      }
    },
  );
  return address;
}

/** The address of a page of a site that is served at `base`. */
export function addressOf(base, page) {
  return base + page.path.split('/').map(encodeURIComponent).join('/');
}

/**
 * Listens to a browser page and gives the list to which every complaint is added: script errors, console errors
 * (a breach of the content security policy is one), requests that fail, and requests that leave `base`.
 */
export function complaintsOf(page, base) {
  const complaints = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`script: ${error.message}`));
  page.on('request', (request) => {
    const address = request.url();
    if (!address.startsWith(base) && !address.startsWith('data:')) complaints.push(`asks another place: ${address}`);
  });
  page.on('requestfailed', (request) => {
    // Whoever leaves a page early ends what it was still asking for.
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') complaints.push(`request failed: ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`answered ${response.status()}: ${response.url()}`);
  });
  return complaints;
}
