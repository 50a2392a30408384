// The gate on the first load: every file that a page asks for, gzip -9, in kB of 1,000 bytes. It holds for the
// start page and, each by itself, for the pages of the other bundle.
import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';

const MOST_KB = 260;
const dist = process.argv[2] ?? 'dist';

function load(page) {
  const html = fs.readFileSync(path.join(dist, page), 'utf8');
  const base = /<base href="([^"]*)"/.exec(html)?.[1] ?? '/';
  const asked = new Set([page]);
  for (const [, url] of html.matchAll(/(?:href|src)="([^"]+)"/g)) {
    const file = url.startsWith(base) ? url.slice(base.length) : url;
    // Links to pages are not part of the load.
    if (/\.(js|wasm|css|svg|webmanifest)$/.test(file)) asked.add(file);
  }
  for (const [, url] of html.matchAll(/['"]([^'"]+_bg\.wasm)['"]/g)) asked.add(url.replace(base, ''));
  let total = 0;
  for (const file of asked) {
    const size = zlib.gzipSync(fs.readFileSync(path.join(dist, file)), { level: 9 }).length;
    total += size;
    console.log(`${(size / 1000).toFixed(1).padStart(8)} kB  ${file}`);
  }
  return total / 1000;
}

const first = load('index.html');
console.log(`FIGURE first_load.gzip_kb ${first.toFixed(1)} kB`);
const desk = load('import/index.html');
console.log(`FIGURE desk_load.gzip_kb ${desk.toFixed(1)} kB`);
if (Math.max(first, desk) > MOST_KB) {
  console.log(`A first load is over ${MOST_KB} kB.`);
  process.exit(1);
}
