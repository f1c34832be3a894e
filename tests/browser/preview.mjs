// A preview of a board in a folder of its own, so that a test may edit its files.

import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const PROJECT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/**
 * Copies `content/` and `themes/` of `root` (the sample by default) and runs `boardplan serve` with more `arguments`.
 * Gives `{ address, folder, pid, read, write, says, end }`; paths are below the folder, and `says(words)` waits for
 * the next line with these words.
 */
export async function startPreview(name, { root = PROJECT, arguments: more = [] } = {}) {
  const program = path.resolve(PROJECT, process.env.BOARDPLAN_BIN ?? 'target/release/boardplan');
  const folder = path.join(PROJECT, 'target/test-previews', name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const part of ['content', 'themes']) {
    if (existsSync(path.join(root, part))) cpSync(path.join(root, part), path.join(folder, part), { recursive: true });
  }
  const child = spawn(program, ['serve', '--root', folder, '--port', '0', '--as-of', '2026-11-21', ...more], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const listeners = new Set();
  const says = (words) =>
    new Promise((heard, failed) => {
      const listener = (line) => {
        if (line === null) failed(new Error('boardplan serve has ended'));
        else if (line.includes(words)) heard(line);
        else return;
        listeners.delete(listener);
      };
      listeners.add(listener);
    });
  const tell = (line) => [...listeners].forEach((listener) => listener(line));
  createInterface(child.stdout).on('line', tell);
  child.once('error', () => tell(null));
  child.once('exit', () => tell(null));
  const isReady = says('up to date');
  const address = /http:\/\/\S+/.exec(await says('http://'))[0];
  await isReady;
  const inside = (file) => path.join(folder, file);
  return {
    address,
    folder,
    pid: child.pid,
    read: (file) => readFileSync(inside(file), 'utf8'),
    write: (file, text) => writeFileSync(inside(file), text),
    says,
    end: () =>
      new Promise((ended) => {
        child.once('exit', ended);
        child.kill();
      }),
  };
}
