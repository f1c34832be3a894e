// What the tests of a file share: started before them, ended after them.

import { after } from 'node:test';
import { launch } from './browser.mjs';
import { serve } from './server.mjs';

/** A browser for the tests of a file. */
export async function browserForTests() {
  const browser = await launch();
  after(() => browser.close());
  return browser;
}

/** A server of a built folder for the tests of a file; what it is, `serve` says. */
export async function serverForTests(folder) {
  const server = await serve(folder);
  after(() => server.close());
  return server;
}
