// A web server for a built folder, as strict as the strictest host: it serves files by their exact path and
// nothing else (no index of a folder, no guessing of ".html"), with the policy that the pages promise to keep.

import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';

export const POLICY = "default-src 'self'";

const TYPES = {
  '.css': 'text/css',
  '.csv': 'text/csv',
  '.html': 'text/html; charset=utf-8',
  '.ics': 'text/calendar',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webp': 'image/webp',
  '.xml': 'application/xml',
};

/**
 * Serves `folder` on a free loopback port below `prefix` (`/` or `/some/path/`).
 * Gives `{ origin, address, close }`; `address` is that of the folder, with a slash at the end.
 */
export async function serve(folder, prefix = '/') {
  const server = createServer(async (request, response) => {
    const asked = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
    try {
      if (!asked.startsWith(prefix)) throw new Error('outside the folder');
      const body = await readFile(path.join(folder, asked.slice(prefix.length)));
      const type = TYPES[path.extname(asked)] ?? 'application/octet-stream';
      response.writeHead(200, { 'Content-Type': type, 'Content-Security-Policy': POLICY }).end(body);
    } catch {
      response.writeHead(404, { 'Content-Type': 'text/plain' }).end('Not found');
    }
  });
  // A connection that is closed for being quiet, just as a busy machine asks again, looks like a page that is not there.
  server.keepAliveTimeout = 600_000;
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  const origin = `http://127.0.0.1:${server.address().port}`;
  const close = () => {
    server.closeAllConnections();
    return new Promise((closed) => server.close(closed));
  };
  return { origin, address: origin + prefix, close };
}
