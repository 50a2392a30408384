// Installed once, it starts without a server, changes version only when asked, and leaves neighbours alone.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test, expect, adopt, dist, routes, workerReady } from './fixtures.mjs';

test.use({ allowed: { patterns: [/Failed to load resource/, /net::ERR/, /503/, /ServiceWorker/] } });

test('every route answers by itself, an unknown one says so', async ({ page, site }) => {
  for (const route of routes) {
    const response = await page.goto(site.url + route);
    expect(response.status(), route).toBe(200);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  }
  const response = await page.goto(`${site.url}nowhere/`);
  expect(response.status()).toBe(404);
  await expect(page.getByRole('heading', { name: 'Nothing is here' })).toBeVisible();
  await page.goto(site.url.slice(0, -1));
  await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible();
});

test('with the server stopped, and with it hanging, every route starts', async ({ page, site }) => {
  await adopt(page, site);
  await workerReady(page);
  await site.stop();
  for (const route of routes) {
    await page.goto(site.url + route);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Nothing is here' }), route).toHaveCount(0);
  }
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await site.restart();
  site.state.mode = 'hang';
  await page.goto(`${site.url}plan/`);
  await expect(page.getByRole('heading', { name: 'Your plan' })).toBeVisible();
});

/** A second build: the same app with another style sheet text, digests and all. */
function buildB() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'legwork-b-'));
  fs.cpSync(dist, folder, { recursive: true });
  const robots = path.join(folder, 'sw.js');
  const worker = fs.readFileSync(robots, 'utf8').replace(/const VERSION = '([^']+)'/, "const VERSION = '$1b'");
  fs.writeFileSync(robots, worker);
  return folder;
}

const cachesOf = (page) => page.evaluate(() => caches.keys());

test('fault 36: a new version waits, changes on request, and the other tab is told', async ({ context, page, site }) => {
  await page.goto(site.url);
  await workerReady(page);
  await page.reload();
  const other = await context.newPage();
  await other.goto(`${site.url}progress/`);
  await page.evaluate(() => caches.open('neighbour-cache'));
  await page.evaluate(() => localStorage.setItem('neighbour', 'stays'));
  site.state.folder = buildB();
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).update());
  const reload = page.getByRole('status').getByRole('button', { name: 'Reload to update' });
  await expect(reload).toBeVisible();
  const before = await cachesOf(page);
  expect(before.filter((name) => name.startsWith('legwork:'))).toHaveLength(2);
  await Promise.all([page.waitForEvent('load'), reload.click()]);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect.poll(async () => (await cachesOf(page)).filter((name) => name.startsWith('legwork:')).length).toBe(1);
  expect(await cachesOf(page)).toContain('neighbour-cache');
  expect(await page.evaluate(() => localStorage.getItem('neighbour'))).toBe('stays');
  await expect(other.getByText('Another tab runs a newer version.')).toBeVisible();
  await expect(other.getByRole('heading', { name: 'Sets per muscle' })).toBeVisible();
});

test('fault 38: an install that breaks off leaves the old version serving', async ({ page, site }) => {
  await page.goto(site.url);
  await workerReady(page);
  const before = await cachesOf(page);
  site.state.folder = buildB();
  site.state.broken.add('icon-512.png');
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).update().catch(() => {}));
  await expect.poll(() => site.state.requests.filter((path) => path.endsWith('icon-512.png')).length).toBeGreaterThan(1);
  await expect.poll(() => page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    return !registration.installing && !registration.waiting;
  })).toBe(true);
  await expect.poll(() => cachesOf(page)).toEqual(before);
  await site.stop();
  await page.goto(`${site.url}plan/`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

test('nothing but our own origin is ever asked, and the policy allows nothing else', async ({ page, site }) => {
  await page.goto(site.url);
  await workerReady(page);
  const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toContain('unsafe-inline');
  expect(policy).not.toContain("'unsafe-eval'");
});
