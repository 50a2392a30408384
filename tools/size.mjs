// The gate on the first load: every file that index.html asks for, gzip -9, in kB of 1,000 bytes.
import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';

const MOST_KB = 260;
const dist = process.argv[2] ?? 'dist';
const html = fs.readFileSync(path.join(dist, 'index.html'), 'utf8');
const base = /<base href="([^"]*)"/.exec(html)?.[1] ?? '/';
const asked = new Set(['index.html']);
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
console.log(`FIGURE first_load.gzip_kb ${(total / 1000).toFixed(1)} kB`);
if (total > MOST_KB * 1000) {
  console.log(`The first load is over ${MOST_KB} kB.`);
  process.exit(1);
}
