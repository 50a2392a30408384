// What every spec starts from: a server of its own, and a watch on console, policy and network that fails
// the spec on any noise.
import { test as base, expect } from '@playwright/test';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { serve } from './pages-server.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
export const dist = path.join(root, 'dist');
export const routes = ['', 'welcome/', 'session/', 'plan/', 'progress/', 'fuel/', 'more/', 'data/', 'import/', 'edit/', 'settings/', 'about/', 'history/', 'workout/', 'exercise/', 'holds-back/', 'learn/'];

export const test = base.extend({
  site: async ({}, use) => {
    const site = await serve(dist);
    await use(site);
    await site.stop().catch(() => {});
  },
  // Noise that a spec expects (a 404 page, a stopped server) is listed by the spec.
  allowed: [{ patterns: [] }, { option: true }],
  watched: [async ({ context, site, allowed }, use) => {
    const noise = [];
    const watch = (page) => {
      page.on('console', (message) => {
        if (['error', 'warning'].includes(message.type())) noise.push(message.text());
      });
      page.on('pageerror', (error) => noise.push(String(error)));
    };
    context.on('page', watch);
    context.on('request', (request) => {
      const url = request.url();
      if (!url.startsWith(site.origin) && !url.startsWith('blob:') && !url.startsWith('data:')) noise.push(`request to ${url}`);
    });
    await use(noise);
    expect(noise.filter((text) => !allowed.patterns.some((pattern) => pattern.test(text)))).toEqual([]);
  }, { auto: true }],
});

export { expect };

/** Fills the form in and takes the plan. */
export async function adopt(page, site, kit) {
  await page.goto(`${site.url}welcome/`);
  await page.getByLabel('Age').fill('30');
  await page.locator('label.choice__option', { hasText: /^Male$/ }).click();
  await page.getByLabel('Height').fill('180');
  await page.getByLabel('Weight').fill('80');
  if (kit) await page.locator('label.choice__option', { hasText: new RegExp(`^${kit}$`) }).click();
  await page.getByLabel('None of these').check();
  await page.getByRole('button', { name: 'Use this plan' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Your plan' })).toBeVisible();
}

/** Ten in the morning of a day. */
export const at = (page, day) => page.clock.setFixedTime(new Date(`${day}T10:00:00`));

/** Restores what a simulated lifter left behind (tests/diagnosis/exported.rs), on the day it ends. */
export async function lifter(page, site, name, day) {
  await at(page, day);
  await page.goto(`${site.url}data/`);
  await page.locator('#restore-file').setInputFiles(path.join(root, `tests/fixtures/lifters/${name}.json`));
  await page.getByRole('button', { name: 'Replace what is here' }).click();
  await expect(page.getByText('Restored')).toBeVisible();
}

/** Starts the next session and gives its first exercise a load. */
export async function startSession(page, load = '100') {
  await page.getByRole('link', { name: 'Today', exact: true }).click();
  await page.getByRole('button', { name: 'Start session' }).click();
  await expect(page.getByRole('button', { name: 'Log set' })).toBeVisible();
  await page.getByLabel('Load', { exact: true }).fill(load);
}

export const logged = (page) => page.locator('.set-row[data-logged]');

/** Waits until the worker has installed everything. */
export async function workerReady(page) {
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    const worker = registration.active;
    if (worker.state !== 'activated') {
      await new Promise((done) => worker.addEventListener('statechange', () => worker.state === 'activated' && done()));
    }
  });
}

/** Takes a plan, begins its session and logs so many sets. */
export async function running(page, site, sets = 1) {
  await adopt(page, site);
  await startSession(page);
  for (let set = 1; set <= sets; set += 1) {
    await page.getByRole('button', { name: 'Log set' }).click();
    await expect(logged(page)).toHaveCount(set);
  }
}

/** The renderer dies: no unload, no event, nothing is flushed by the page. */
export async function crash(page) {
  page.goto('chrome://crash').catch(() => {});
  await page.waitForEvent('crash');
}
