// Storage blocked, full, damaged, and shared by two tabs.
import { test, expect, adopt, startSession, logged } from './fixtures.mjs';
import fs from 'node:fs';

test('fault 06: blocked storage: the app works and says that nothing is saved', async ({ page, site }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('blocked', 'SecurityError'); } });
  });
  await adopt(page, site);
  await expect(page.getByRole('alert')).toContainText('nothing is being saved');
  await startSession(page);
  await page.getByRole('button', { name: 'Log set' }).click();
  await expect(logged(page)).toHaveCount(1);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export now' }).click();
  expect((await download).suggestedFilename()).toMatch(/^legwork-.*\.json$/);
});

test('fault 03: full storage: the set stays on the screen, the banner says so, room made saves it', async ({ page, site }) => {
  await adopt(page, site);
  await startSession(page);
  await page.evaluate(() => {
    for (const size of [1 << 20, 1 << 16, 1 << 12, 1 << 8, 1 << 4, 1]) {
      for (let n = 0; n < 60; n += 1) {
        try { localStorage.setItem(`filler:${size}:${n}`, 'x'.repeat(size)); } catch { break; }
      }
    }
  });
  for (let set = 1; set <= 3; set += 1) {
    await page.getByRole('button', { name: 'Log set' }).click();
    await expect(logged(page)).toHaveCount(set);
  }
  await expect(page.getByRole('alert')).toContainText('Storage is full');
  await page.evaluate(() => Object.keys(localStorage).filter((k) => k.startsWith('filler:')).forEach((k) => localStorage.removeItem(k)));
  await page.getByRole('button', { name: 'Log set' }).click();
  await expect(page.getByRole('alert')).toHaveCount(0);
  await page.reload();
  await expect(logged(page)).toHaveCount(4);
});

test('a damaged document is kept, said, and not written over', async ({ page, site }) => {
  await adopt(page, site);
  const broken = await page.evaluate(() => {
    const text = localStorage.getItem('legwork:1:plans').slice(0, 200);
    localStorage.setItem('legwork:1:plans', text);
    return text;
  });
  await page.goto(site.url);
  await expect(page.getByRole('alert')).toContainText('cannot be read');
  // Beside its two ways the sentence is still one to read.
  const banner = await page.getByRole('alert').boundingBox();
  expect(banner.height).toBeLessThan(200);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  expect(await page.evaluate(() => localStorage.getItem('legwork:1:plans'))).toBe(broken);
  expect(await page.evaluate(() => localStorage.getItem('legwork:quarantine:1'))).toBe(broken);
  await page.getByRole('button', { name: 'Start that part empty' }).click();
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('fault 18: a second tab shows, takes over where the person goes on in it, and writes when the first is closed', async ({ context, page, site }) => {
  await adopt(page, site);
  await startSession(page);
  const log = (tab) => tab.getByRole('button', { name: 'Log set' }).click();
  const aside = (tab) => tab.getByText('Legwork is open in another tab');
  await log(page);
  const other = await context.newPage();
  await other.goto(`${site.url}session/`);
  await expect(aside(other)).toBeVisible();
  await log(other);
  await expect(other.getByRole('status').filter({ hasText: 'Nothing changed' })).toBeVisible();
  await expect(logged(other)).toHaveCount(1);
  await other.getByRole('button', { name: 'Use here' }).click();
  await expect(aside(other)).toHaveCount(0);
  await expect(aside(page)).toBeVisible();
  await log(other);
  await expect(logged(other)).toHaveCount(2);
  await expect(logged(page)).toHaveCount(2);
  await log(page);
  await expect(logged(page)).toHaveCount(2);
  // Closed, it makes way by itself.
  await other.close();
  await expect(aside(page)).toHaveCount(0);
  await log(page);
  await expect(logged(page)).toHaveCount(3);
  // Taken to and fro, it still makes way: no ask of before stands in the queue.
  const third = await context.newPage();
  await third.goto(`${site.url}session/`);
  for (const tab of [third, page, third]) {
    await tab.getByRole('button', { name: 'Use here' }).click();
    await expect(aside(tab)).toHaveCount(0);
  }
  await expect(aside(page)).toBeVisible();
  await third.close();
  await expect(aside(page)).toHaveCount(0);
  // A reload is no other tab.
  await page.reload();
  await expect(logged(page)).toHaveCount(3);
  await page.waitForTimeout(1_500);
  await expect(aside(page)).toHaveCount(0);
});

test('fault 45: a tab that was put aside by the browser meets what was logged meanwhile', async ({ context, page, site }) => {
  await adopt(page, site);
  await startSession(page);
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true })));
  const other = await context.newPage();
  await other.goto(`${site.url}session/`);
  await other.getByLabel('Load', { exact: true }).fill('90');
  await other.getByRole('button', { name: 'Log set' }).click();
  await expect(logged(other)).toHaveCount(1);
  await other.waitForTimeout(1_500);
  const aside = (tab) => tab.getByText('Legwork is open in another tab');
  await expect(aside(other)).toHaveCount(0);
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
  await expect(logged(page)).toHaveCount(1);
  // The other one writes now: this one does not write beside it.
  await expect(aside(page)).toBeVisible();
  await other.close();
  await expect(aside(page)).toHaveCount(0);
  await page.getByRole('button', { name: 'Log set' }).click();
  await expect(logged(page)).toHaveCount(2);
});

test('fault 18: without locks two tabs logging at once keep every set', async ({ context, page, site }) => {
  await context.addInitScript(() => Object.defineProperty(Navigator.prototype, 'locks', { get: () => undefined }));
  await adopt(page, site);
  await startSession(page);
  const other = await context.newPage();
  await other.goto(`${site.url}session/`);
  await other.getByLabel('Load', { exact: true }).fill('90');
  for (let round = 0; round < 2; round += 1) {
    await page.getByLabel('Load', { exact: true }).fill('100');
    await page.getByRole('button', { name: 'Log set' }).click();
    await other.getByLabel('Load', { exact: true }).fill('90');
    await other.getByRole('button', { name: 'Log set' }).click();
  }
  await expect(logged(page)).toHaveCount(4);
  await expect(logged(other)).toHaveCount(4);
});

test('export, erase, restore gives the identical store', async ({ page, site }, info) => {
  await adopt(page, site);
  await startSession(page);
  await page.getByRole('button', { name: 'Log set' }).click();
  await page.getByRole('button', { name: 'Finish session' }).click();
  await page.goto(`${site.url}data/`);
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save everything as a file' }).click();
  const file = info.outputPath('export.json');
  await (await saving).saveAs(file);
  const bodies = () => page.evaluate(() => Object.fromEntries(Object.keys(localStorage)
    .filter((key) => /^legwork:\d+:/.test(key) && !key.endsWith(':settings'))
    .map((key) => [key.replace(/^legwork:\d+:/, ''), localStorage.getItem(key).split('\n')[1]])));
  const before = await bodies();
  await page.getByRole('button', { name: 'Erase everything' }).click();
  await page.getByRole('button', { name: 'Yes, erase everything' }).click();
  await expect(page.getByText('Everything is erased')).toBeVisible();
  expect(await bodies()).toEqual({});
  await page.locator('#restore-file').setInputFiles(file);
  await expect(page.getByText('1 new session,')).toBeVisible();
  await page.getByRole('button', { name: 'Replace what is here' }).click();
  await expect(page.getByText('Restored')).toBeVisible();
  expect(await bodies()).toMatchObject(before);
  const cut = info.outputPath('cut.json');
  fs.writeFileSync(cut, fs.readFileSync(file, 'utf8').slice(0, 900));
  await page.locator('#restore-file').setInputFiles(cut);
  await expect(page.getByText('cut off or was changed')).toBeVisible();
});
