// What the network and the browser may do to an installed app: each fault by its number in tests/faults.md.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test, expect, adopt, dist, startSession, logged, workerReady } from './fixtures.mjs';

test.use({ allowed: { patterns: [/Failed to load resource/, /net::ERR/, /503/, /Failed to fetch/, /[Ss]ervice ?[Ww]orker/, /integrity|digest/, /MIME/] } });

const ours = (page) => page.evaluate(async () => (await caches.keys()).filter((name) => name.startsWith('legwork:')));
const update = (page) => page.evaluate(async () => { await (await navigator.serviceWorker.getRegistration()).update().catch(() => {}); });
const settled = (page) => expect.poll(() => page.evaluate(async () => {
  const registration = await navigator.serviceWorker.getRegistration();
  return !registration.installing && !registration.waiting;
})).toBe(true);

/** Installed, with one finished session of two sets. */
async function installed(page, site) {
  await adopt(page, site);
  await workerReady(page);
  await startSession(page);
  for (let set = 1; set <= 2; set += 1) {
    await page.getByRole('button', { name: 'Log set' }).click();
    await expect(logged(page)).toHaveCount(set);
  }
}

async function found(page, site, sets = 2) {
  await page.goto(`${site.url}session/`);
  await expect(logged(page)).toHaveCount(sets);
}

test('fault 39: an update with a byte changed on its way is not installed, and the old version serves on', async ({ page, site }) => {
  await installed(page, site);
  const before = await ours(page);
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'legwork-d-'));
  fs.cpSync(dist, folder, { recursive: true });
  const worker = path.join(folder, 'sw.js');
  fs.writeFileSync(worker, fs.readFileSync(worker, 'utf8').replace(/const VERSION = '([^']+)'/, "const VERSION = '$1d'"));
  fs.appendFileSync(path.join(folder, 'icons/icon.svg'), ' ');
  site.state.folder = folder;
  await update(page);
  await expect.poll(() => site.state.requests.filter((one) => one.endsWith('icon.svg')).length).toBeGreaterThan(1);
  await settled(page);
  await expect.poll(() => ours(page)).toEqual(before);
  await site.stop();
  await found(page, site);
});

test('fault 38: an install whose server answers 503, then is gone, leaves the old version and every set', async ({ page, site }) => {
  await installed(page, site);
  const before = await ours(page);
  site.state.broken.add('sw.js');
  await update(page);
  await settled(page);
  expect(await ours(page)).toEqual(before);
  await site.stop();
  await update(page);
  await found(page, site);
});

test('fault 40: with its cache evicted the app comes from the network, and every set is there', async ({ page, site }) => {
  await installed(page, site);
  await page.evaluate(async () => { for (const name of await caches.keys()) await caches.delete(name); });
  await found(page, site);
  for (const route of ['', 'plan/', 'progress/']) {
    await page.goto(site.url + route);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  }
  await page.getByRole('link', { name: 'Today', exact: true }).click();
  await expect(page.getByRole('link', { name: 'Resume session' })).toBeVisible();
});

test('fault 41: with its data evicted and the server gone the second copy brings every set back', async ({ page, site }) => {
  test.setTimeout(60_000);
  await installed(page, site);
  await page.getByRole('button', { name: 'Finish session' }).click();
  await page.goto(`${site.url}data/`);
  // It is made a few seconds after the log has changed or the page has come.
  await expect(async () => {
    await page.waitForTimeout(5_000);
    await page.reload();
    await page.getByText('Every copy there is').click();
    await expect(page.getByRole('button', { name: /^Look at the copy of .*1 session with 2 sets/ }).first()).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 22_000 });
  await page.evaluate(() => localStorage.clear());
  await site.stop();
  await page.goto(site.url);
  await expect(page.getByRole('heading', { level: 1, name: 'Your log is still here' })).toBeVisible({ timeout: 15_000 });
  await page.getByRole('button', { name: 'Bring it back' }).click();
  await page.goto(`${site.url}history/`);
  await expect(page.getByText('2 sets').first()).toBeVisible();
});

test('fault 42: a first visit without a network, then behind a sign-in page, leaves nothing that is in the way', async ({ context, page, site }) => {
  await site.stop();
  const first = await context.newPage();
  await expect(first.goto(site.url)).rejects.toThrow(/ERR_/);
  await first.close();
  await site.restart();
  site.state.portal = /./;
  await page.goto(site.url);
  await expect(page.getByRole('heading', { name: 'Sign in to the network' })).toBeVisible();
  expect(await page.evaluate(async () => [(await navigator.serviceWorker.getRegistrations()).length, (await caches.keys()).length, localStorage.length])).toEqual([0, 0, 0]);
  site.state.portal = null;
  await installed(page, site);
  // Behind such a page again it starts from what is installed, and takes nothing of it for an update.
  const before = await ours(page);
  site.state.portal = /./;
  await found(page, site);
  await update(page);
  await settled(page);
  expect(await ours(page)).toEqual(before);
  await page.goto(`${site.url}plan/`);
  await expect(page.getByRole('heading', { level: 1, name: 'Your plan' })).toBeVisible();
});
