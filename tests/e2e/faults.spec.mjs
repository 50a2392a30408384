// Faults of the browser, of its storage and of the network, each by its number in tests/faults.md. Those that other
// specs show anyway stand there; killed browsers stand in kill.spec.mjs.
import crypto from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test, expect, adopt, crash, dist, logged, running } from './fixtures.mjs';

test.use({ allowed: { patterns: [/Failed to load resource/, /net::ERR/, /503/, /[Ss]ervice ?[Ww]orker/, /wasm|WebAssembly|MIME/i, /unreachable|out of bounds|RuntimeError|integrity|digest/] } });

const log = (page) => page.getByRole('button', { name: 'Log set' }).click();
const stored = (page) => page.evaluate(() => Object.fromEntries(Object.keys(localStorage).sort().map((key) => [key, localStorage.getItem(key)])));
/** A page of another project at the same origin. */
async function neighbour(context, site) {
  const page = await context.newPage();
  await page.goto(`${site.origin}/neighbour/`);
  return page;
}

/** The data page's file, in the test's folder. */
async function exported(page, site, info) {
  await page.goto(`${site.url}data/`);
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save everything as a file' }).click();
  const file = info.outputPath('export.json');
  await (await saving).saveAs(file);
  return file;
}

test('fault 03: a full store is known by whatever name an engine gives it', async ({ page, site }) => {
  await page.addInitScript(() => {
    const write = Storage.prototype.setItem;
    Storage.prototype.setItem = function setItem(key, value) {
      if (window.engine) throw Object.assign(new Error('full'), window.engine);
      write.call(this, key, value);
    };
  });
  await running(page, site);
  let sets = 1;
  for (const engine of [{ name: 'QuotaExceededError', code: 22 }, { name: 'NS_ERROR_DOM_QUOTA_REACHED', code: 1014 }, { name: 'QuotaExceededError', code: 0 }, { name: 'QUOTA_EXCEEDED_ERR', code: 22 }]) {
    await page.evaluate((error) => { window.engine = error; }, engine);
    await log(page);
    await expect(page.getByRole('alert')).toContainText('Storage is full');
    await page.evaluate(() => { window.engine = null; });
    await log(page);
    await expect(page.getByRole('alert')).toHaveCount(0);
    sets += 2;
    await expect(logged(page)).toHaveCount(sets);
  }
  await page.reload();
  await expect(logged(page)).toHaveCount(sets);
});

test('fault 17: what neighbours keep is left alone, and a neighbour that clears everything costs nothing', async ({ context, page, site }) => {
  const theirs = { neighbour: 'not json {', legworks: '[]', 'leg:1:log:2026-11': 'x', '': 'a key without a name', 'äöü💪': '\u0000' };
  const other = await neighbour(context, site);
  await other.evaluate((texts) => Object.entries(texts).forEach(([key, text]) => localStorage.setItem(key, text)), theirs);
  await page.bringToFront();
  await running(page, site, 2);
  expect(await stored(page)).toMatchObject(theirs);
  const before = Object.keys(await stored(page)).filter((key) => /^legwork:\d/.test(key));
  await other.evaluate(() => localStorage.clear());
  await page.bringToFront();
  await log(page);
  await expect(logged(page)).toHaveCount(3);
  await page.reload();
  await expect(logged(page)).toHaveCount(3);
  expect(Object.keys(await stored(page))).toEqual(expect.arrayContaining(before));
});

test('fault 19: a frozen tab that comes back meets what was logged meanwhile and writes over none of it', async ({ context, page, site }) => {
  await context.addInitScript(() => Object.defineProperty(Navigator.prototype, 'locks', { get: () => undefined }));
  await running(page, site);
  const life = await context.newCDPSession(page);
  await life.send('Page.setWebLifecycleState', { state: 'frozen' });
  const other = await context.newPage();
  await other.goto(`${site.url}session/`);
  for (let set = 2; set <= 4; set += 1) {
    await log(other);
    await expect(logged(other)).toHaveCount(set);
  }
  await life.send('Page.setWebLifecycleState', { state: 'active' });
  await page.bringToFront();
  await log(page);
  await expect(logged(page)).toHaveCount(5);
  await other.reload();
  await expect(logged(other)).toHaveCount(5);
});

test('fault 20: ten thousand storage events leave the page answering and the sets as they are', async ({ context, page, site }) => {
  await running(page, site, 2);
  const other = await neighbour(context, site);
  const begun = Date.now();
  await other.evaluate(() => { for (let n = 0; n < 5_000; n += 1) localStorage.setItem(`storm:${n % 50}`, String(n)); });
  await page.evaluate(() => {
    const keys = ['legwork:1:draft', 'legwork:head', 'legwork:1:log:2026-11', 'legwork:1:profile', 'legwork:1:nonsense'];
    for (let n = 0; n < 5_000; n += 1) dispatchEvent(new StorageEvent('storage', { key: keys[n % keys.length], storageArea: localStorage }));
  });
  await log(page);
  await expect(logged(page)).toHaveCount(3);
  console.log(`FIGURE storage.storm_ms ${Date.now() - begun} ms`);
  expect(Date.now() - begun).toBeLessThan(20_000);
  await page.reload();
  await expect(logged(page)).toHaveCount(3);
});

test('fault 21: a tab that never lets the lock go is passed by, one that dies lets it go', async ({ context, page, site }) => {
  const holder = await neighbour(context, site);
  await holder.evaluate(() => { navigator.locks.request('legwork', () => new Promise(() => {})).catch(() => {}); });
  await page.bringToFront();
  await page.goto(site.url);
  const aside = (tab) => tab.getByText('Legwork is open in another tab');
  await expect(aside(page)).toBeVisible();
  await page.getByRole('button', { name: 'Use here' }).click();
  await expect(aside(page)).toHaveCount(0);
  await running(page, site);
  const waiting = await context.newPage();
  await waiting.goto(`${site.url}session/`);
  await expect(aside(waiting)).toBeVisible();
  await crash(page);
  await expect(aside(waiting)).toHaveCount(0);
  await log(waiting);
  await expect(logged(waiting)).toHaveCount(2);
});

test('fault 30: a file of a gigabyte and a cell of a hundred megabytes are refused, a million rows do not stop the page', async ({ page, site }, info) => {
  test.setTimeout(180_000);
  const file = (name, write) => {
    const at = info.outputPath(name);
    const out = fs.openSync(at, 'w');
    write(out);
    fs.closeSync(out);
    return at;
  };
  const header = 'Date,Workout Name,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes\n';
  await page.goto(`${site.url}import/`);
  const huge = file('gigabyte.csv', (out) => { fs.writeSync(out, header); fs.ftruncateSync(out, 1_000_000_000); });
  const cell = file('cell.csv', (out) => { fs.writeSync(out, `${header}2024-01-01 10:00:00,A,`); fs.writeSync(out, Buffer.alloc(100_000_000, 'x')); });
  for (const one of [huge, cell]) {
    await page.locator('#import-file').setInputFiles(one);
    await expect(page.locator('#import').getByRole('status')).toContainText('larger than 32 MB');
  }
  await page.goto(`${site.url}data/`);
  await page.locator('#restore-file').setInputFiles(huge);
  await expect(page.getByText('larger than 32 MB')).toBeVisible();
  await page.goto(`${site.url}import/`);
  await page.evaluate(() => {
    window.longest = 0;
    let last = performance.now();
    const tick = (now) => { window.longest = Math.max(window.longest, now - last); last = now; requestAnimationFrame(tick); };
    requestAnimationFrame(tick);
  });
  const million = file('million.csv', (out) => fs.writeSync(out, header + '2024-01-01 10:00:00,A,Q,1,9,5,,,\n'.repeat(1_000_000)));
  await page.locator('#import-file').setInputFiles(million);
  await expect(page.locator('#import').getByRole('status')).toContainText('more than 250000 rows', { timeout: 120_000 });
  const longest = await page.evaluate(() => Math.round(window.longest));
  console.log(`FIGURE import.million_rows.longest_frame_ms ${longest} ms`);
  expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes(':log:')))).toEqual([]);
});

const HOSTILE = ['<img src=x onerror=window.pwned=1>', '<svg onload=window.pwned=1>', '</script><script>window.pwned=1</script>', '__proto__', 'constructor', 'javascript:window.pwned=1', '{{7*7}} ${7*7}', '\u202Egnorw yaw eht\u202C', '💪'.repeat(40), '=HYPERLINK("http://evil")'];

test('fault 35: names of HTML, SVG, prototypes, turned writing and endless length are words and nothing else', async ({ page, site }, info) => {
  await adopt(page, site);
  const quote = (text) => `"${text.replaceAll('"', '""')}"`;
  const rows = HOSTILE.flatMap((name, n) => [1, 2].map((set) => `2024-01-${String(n + 1).padStart(2, '0')} 10:00:00,${quote(name)},${quote(name)},${set},50,8,0,0,${quote(name)}`));
  rows.push(`2024-02-01 10:00:00,${'n'.repeat(10_000)},Leg Press,1,50,8,0,0,`, '2024-02-01 10:00:00,Legs,Leg Press,2,60,8,0,0,');
  const file = info.outputPath('hostile.csv');
  fs.writeFileSync(file, `Date,Workout Name,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes\n${rows.join('\n')}\n`);
  await page.goto(`${site.url}import/`);
  await page.locator('#import-file').setInputFiles(file);
  await page.locator('#import label.choice__option', { hasText: /^kg$/ }).click();
  for (const choice of await page.locator('.names__row').getByRole('combobox').all()) {
    if (await choice.inputValue() === '') await choice.selectOption('_other');
  }
  await page.getByRole('button', { name: 'Take these sessions in' }).click();
  await expect(page.getByText(/sessions taken in/)).toBeVisible();
  const inert = async () => {
    // The page itself, not the frame that stands there while its code comes.
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.locator('main [aria-busy]')).toHaveCount(0);
    expect(await page.evaluate(() => [window.pwned, {}.polluted, document.querySelectorAll('main img, main iframe, main script, main a[href^="javascript:"]').length])).toEqual([undefined, undefined, 0]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  };
  await page.goto(`${site.url}history/?month=2024-01`);
  await inert();
  const sessions = await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes(':log:2024-01'))
    .flatMap((key) => JSON.parse(localStorage.getItem(key).split('\n')[1]).s.map((session) => session[0])));
  expect(sessions).toHaveLength(HOSTILE.length);
  const seen = [];
  for (const id of sessions) {
    await page.goto(`${site.url}workout/?id=${id}`);
    await inert();
    seen.push(await page.getByRole('heading', { level: 1 }).innerText());
  }
  // What turns the direction of writing may be left out; every other letter is there.
  const plain = (text) => text.replace(/[\u202A-\u202E]/g, '');
  expect(seen.map(plain).sort()).toEqual(HOSTILE.map(plain).sort());
  for (const route of ['', 'progress/', 'holds-back/']) {
    await page.goto(site.url + route);
    await inert();
  }
  // In and out of a file they are the same.
  const before = Object.entries(await stored(page)).filter(([key]) => key.includes(':log:')).map(([, text]) => text.split('\n')[1]);
  const saved = await exported(page, site, info);
  await page.locator('#restore-file').setInputFiles(saved);
  await page.getByRole('button', { name: 'Replace what is here' }).click();
  await expect(page.getByText('Restored')).toBeVisible();
  const after = Object.entries(await stored(page)).filter(([key]) => key.startsWith('legwork:2:log:')).map(([, text]) => text.split('\n')[1]);
  expect(after).toEqual(before);
});

test('fault 49: a partial, a foreign and a newer backup are refused in words and change nothing', async ({ page, site }, info) => {
  await running(page, site, 2);
  const whole = fs.readFileSync(await exported(page, site, info), 'utf8');
  // The export itself is noted.
  const before = await stored(page);
  const bad = {
    'half.json': [whole.slice(0, whole.length / 2), 'cut off or was changed'],
    'less.json': [whole.replace(/"draft":.*\n/, ''), 'something impossible'],
    'newer.json': [whole.replace(/"schema":\d+/, '"schema":99'), 'A newer Legwork saved this file'],
    'foreign.json': ['{"app":"another","sessions":[]}', 'not a file that Legwork saved'],
    'table.csv': ['Date,Workout Name\n2024-01-01,Legs\n', 'not a file that Legwork saved'],
    'empty.json': ['', 'The file is empty'],
  };
  for (const [name, [text, said]] of Object.entries(bad)) {
    expect(text).not.toBe(whole);
    const file = info.outputPath(name);
    fs.writeFileSync(file, text);
    await page.locator('#restore-file').setInputFiles(file);
    await expect(page.getByText(said), name).toBeVisible();
    await expect(page.getByRole('button', { name: 'Replace what is here' })).toHaveCount(0);
    expect(await stored(page), name).toEqual(before);
  }
});

/** Another build: every file that carries a hash has another one, and the old names are gone. */
function rebuilt() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'legwork-c-'));
  fs.cpSync(dist, folder, { recursive: true });
  const turned = (text) => text.replace(/legwork-([0-9a-f]{16})/g, (_, hash) => `legwork-${[...hash].reverse().join('')}`);
  for (const entry of fs.readdirSync(folder, { recursive: true })) {
    const file = path.join(folder, entry);
    if (!fs.statSync(file).isFile()) continue;
    if (/\.(html|js|css|webmanifest)$/.test(entry)) {
      const old = fs.readFileSync(file, 'utf8');
      let text = turned(old);
      const script = (page) => /<script type="module">([\s\S]*?)<\/script>/.exec(page)?.[1];
      const digest = (page) => crypto.createHash('sha256').update(script(page) ?? '').digest('base64');
      text = text.replaceAll(digest(old), digest(text));
      fs.writeFileSync(file, text);
    }
    if (turned(entry) !== entry) fs.renameSync(file, path.join(folder, turned(entry)));
  }
  return folder;
}

test.describe('without a worker', () => {
  test.use({ serviceWorkers: 'block' });

  test('fault 37: an open page of the old version whose files are gone says so, and starts as the new one', async ({ page, site }) => {
    // Nothing is fetched ahead of being asked for.
    await page.route('**/*-progress.wasm', (route) => (site.state.folder === dist ? route.abort() : route.continue()));
    await page.goto(site.url);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    site.state.folder = rebuilt();
    const missing = await page.evaluate(() => document.querySelector('link[href$="_bg.wasm"]').href.split('/').pop().replace('_bg', '-progress'));
    expect((await page.request.get(site.url + missing)).status()).toBe(404);
    await page.getByRole('link', { name: 'Progress', exact: true }).click();
    await expect(page.getByRole('alert')).toContainText('could not be fetched');
    await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: 'Reload' }).click()]);
    await expect(page.getByRole('heading', { level: 1, name: 'Sets per muscle' })).toBeVisible();
  });

  test('fault 39: a page of HTML in the place of wasm is refused in words, and nothing stored is lost', async ({ page, site }) => {
    await running(page, site, 2);
    site.state.portal = /_bg\.wasm$/;
    await page.evaluate(async () => { await fetch(document.querySelector('link[href$="_bg.wasm"]').href, { cache: 'reload' }); });
    await page.goto(`${site.url}session/`);
    await expect(page.locator('#frame-note')).toContainText('Legwork could not start. Your log is still on this device.');
    await page.getByRole('link', { name: 'Get your data out' }).click();
    await expect(page.getByText(/stored texts found/)).toBeVisible();
    site.state.portal = null;
    await page.goto(`${site.url}session/`);
    await expect(logged(page)).toHaveCount(2);
  });
});
