// Measures the release in dist with measure.mjs and prints the figures of the browser.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { desk } from './desk.mjs';
import { session } from './session.mjs';
import { verdict } from './verdict.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'legwork-bench-'));
function measure(name, react, ...more) {
  const out = path.join(folder, `${name}.json`);
  execFileSync('node', [path.join(here, 'measure.mjs'), '--dist', 'dist', '--base', '/legwork/', '--spa', 'none', '--name', 'legwork',
    '--ready', '.app__main h1', '--tap', ".tabs a[href$='/progress/']", '--react', react, '--flow', path.join(here, 'flow.json'),
    '--profiles', 'slow4g-4x', '--runs', process.env.RUNS ?? '5', '--out', out, ...more], { stdio: ['ignore', 'ignore', 'inherit'] });
  return JSON.parse(fs.readFileSync(out, 'utf8'));
}
// A press is answered when the page it leads to has taken the screen; its chart comes with a chunk of its own.
const result = measure('all', ".tabs a[aria-current='page'][href$='/progress/']");
const drawn = measure('drawn', '.volume', '--skip', 'load,repeat,offline,flow');
const slow = result.profiles['slow4g-4x'];
const figure = (name, value, unit) => console.log(`FIGURE ${name} ${value} ${unit}`);
// What is fetched until the first page stands; measure.mjs would count the chunks that idle time fetches, too.
const sizes = execFileSync('node', [path.join(here, '../../tools/size.mjs'), 'dist'], { encoding: 'utf8' });
console.log(/^FIGURE first_load.*$/m.exec(sizes)[0]);
figure('web.fcp_ms', slow.load.fcp_ms.median, 'ms');
figure('web.reacts_ms', slow.react.reacts_ms.median, 'ms');
figure('web.reacts_drawn_ms', drawn.profiles['slow4g-4x'].react.reacts_ms.median, 'ms');
const starts = Object.values(slow.offline);
const times = starts.map((s) => s.mainScreen_ms.median).filter((t) => t !== null).sort((a, b) => a - b);
figure('web.offline_start_ms', times[times.length >> 1] ?? 'none', 'ms');
figure('web.offline_starts', starts.map((s) => s.starts).join(','), 'starts');
figure('web.tap_ms', slow.logSet?.toPaint_ms.median ?? 'none', 'ms');
await desk('dist', figure);
await session('dist', figure);
await verdict('dist', figure);
