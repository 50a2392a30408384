// Measures the release in dist with measure.mjs and prints the figures of the browser.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { desk } from './desk.mjs';
import { session } from './session.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const out = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'legwork-bench-')), 'result.json');
execFileSync('node', [path.join(here, 'measure.mjs'), '--dist', 'dist', '--base', '/legwork/', '--spa', 'none', '--name', 'legwork',
  '--ready', '.app__main h1', '--tap', ".tabs a[href$='/progress/']", '--react', '.volume', '--flow', path.join(here, 'flow.json'),
  '--profiles', 'slow4g-4x', '--runs', process.env.RUNS ?? '5', '--out', out], { stdio: ['ignore', 'ignore', 'inherit'] });
const result = JSON.parse(fs.readFileSync(out, 'utf8'));
const slow = result.profiles['slow4g-4x'];
const figure = (name, value, unit) => console.log(`FIGURE ${name} ${value} ${unit}`);
figure('first_load.gzip_kb', (result.weight.byType.total.gzip / 1000).toFixed(1), 'kB');
figure('web.fcp_ms', slow.load.fcp_ms.median, 'ms');
figure('web.reacts_ms', slow.react.reacts_ms.median, 'ms');
const starts = Object.values(slow.offline);
const times = starts.map((s) => s.mainScreen_ms.median).filter((t) => t !== null).sort((a, b) => a - b);
figure('web.offline_start_ms', times[times.length >> 1] ?? 'none', 'ms');
figure('web.offline_starts', starts.map((s) => s.starts).join(','), 'starts');
figure('web.tap_ms', slow.logSet?.toPaint_ms.median ?? 'none', 'ms');
await desk('dist', figure);
await session('dist', figure);
