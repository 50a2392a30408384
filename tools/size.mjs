// The gate on the first load: every file that a page asks for until it is drawn, gzip -9, in kB of 1,000
// bytes. One holds for the start page, a wider one for every other page opened by itself before anything of ours
// is in the browser: a start has fetched their chunks behind it, and the worker keeps them.
import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';

const MOST_KB = 260;
const MOST_BESIDE_KB = 340;
const dist = process.argv[2] ?? 'dist';

const sizes = new Map();
function size(file) {
  if (!sizes.has(file)) sizes.set(file, zlib.gzipSync(fs.readFileSync(path.join(dist, file)), { level: 9 }).length);
  return sizes.get(file);
}

function load(page, shown = () => true) {
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
    total += size(file);
    if (shown(file)) console.log(`${(size(file) / 1000).toFixed(1).padStart(8)} kB  ${file}`);
  }
  return { total: total / 1000, asked };
}

const first = load('index.html');
console.log(`FIGURE first_load.gzip_kb ${first.total.toFixed(1)} kB`);
let most = 0;
for (const folder of fs.readdirSync(dist).sort()) {
  const page = `${folder}/index.html`;
  if (!fs.existsSync(path.join(dist, page))) continue;
  const { total } = load(page, (file) => file.endsWith('.wasm') && !first.asked.has(file));
  console.log(`FIGURE ${folder}_load.gzip_kb ${total.toFixed(1)} kB`);
  most = Math.max(most, total);
}
if (first.total > MOST_KB || most > MOST_BESIDE_KB) {
  console.log(`A first load is over ${MOST_KB} kB, or another page's over ${MOST_BESIDE_KB}.`);
  process.exit(1);
}
