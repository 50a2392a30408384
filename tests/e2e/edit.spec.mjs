// The plan on the desk: changed under live checks, swapped for what is there, sent to somebody, put on a calendar.
import fs from 'node:fs';
import ICAL from 'ical.js';
import { test, expect, adopt } from './fixtures.mjs';

const checks = (page) => page.locator('#checks');

async function openEdit(page) {
  await page.getByRole('link', { name: 'Plan', exact: true }).click();
  await page.getByRole('link', { name: 'Edit', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Edit plan' })).toBeVisible();
}

test('a change is checked at once, taken back, and kept @both', async ({ page, site }) => {
  await adopt(page, site);
  await openEdit(page);
  await page.getByRole('button', { name: 'Week 5 of 6' }).click();
  const row = page.locator('.edit__head').first();
  const before = await row.innerText();
  await row.click();
  await expect(checks(page)).not.toContainText('weekly sets, more than');
  const more = page.getByRole('button', { name: 'One set more' });
  for (let press = 0; press < 5; press += 1) await more.click();
  await expect(more).toBeFocused();
  await expect(checks(page).getByRole('listitem').first()).toBeVisible();
  const changed = await row.innerText();
  expect(changed).not.toBe(before);
  for (let press = 0; press < 5; press += 1) await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(row).toHaveText(before.replace('\n', ''));
  await page.getByRole('button', { name: 'Redo' }).click();
  const kept = await row.innerText();
  await page.reload();
  await page.getByRole('button', { name: 'Week 5 of 6' }).click();
  await expect(page.locator('.edit__head').first()).toHaveText(kept.replace('\n', ''));
});

test('what needs missing equipment is named, and swapped for what is there', async ({ page, site, browser }) => {
  await adopt(page, site);
  await openEdit(page);
  await page.getByRole('button', { name: 'Make a link' }).click();
  const link = await page.getByLabel('Link').inputValue();
  const context = await browser.newContext();
  const home = await context.newPage();
  await adopt(home, site, 'Dumbbells');
  await home.goto(link);
  await home.getByRole('button', { name: 'Keep this plan' }).click();
  await home.getByRole('button', { name: 'Use', exact: true }).click();
  const missing = checks(home).getByRole('listitem').filter({ hasText: 'needs something you do not have' });
  await expect(missing.first()).toBeVisible();
  const name = (await missing.first().innerText()).replace(' needs something you do not have.', '');
  await home.locator('.edit__head', { hasText: name }).first().click();
  await home.getByRole('button', { name: 'Swap for' }).click();
  await home.getByLabel('Swap for').selectOption({ index: 1 });
  await expect(home.locator('.edit__head', { hasText: name })).toHaveCount(0);
  await expect(missing.filter({ hasText: name })).toHaveCount(0);
  await context.close();
});

test('a link carries the plan to somebody else, who sees it first and loses nothing', async ({ page, site, browser }) => {
  await adopt(page, site);
  await openEdit(page);
  await page.getByRole('button', { name: 'Make a link' }).click();
  const link = await page.getByLabel('Link').inputValue();
  expect(link.length).toBeLessThanOrEqual(2_000 + site.url.length);
  const other = await browser.newContext();
  const theirs = await other.newPage();
  await adopt(theirs, site);
  const mine = await theirs.evaluate(() => localStorage.getItem(Object.keys(localStorage).find((k) => k.endsWith(':plans'))));
  await theirs.goto(link);
  await expect(theirs.getByRole('heading', { level: 1, name: 'A plan for you' })).toBeVisible();
  expect(await theirs.evaluate(() => localStorage.getItem(Object.keys(localStorage).find((k) => k.endsWith(':plans'))))).toBe(mine);
  await theirs.getByRole('button', { name: 'Keep this plan' }).click();
  await expect(theirs.getByRole('heading', { level: 1, name: 'Edit plan' })).toBeVisible();
  await expect(theirs.getByRole('button', { name: 'Use', exact: true })).toHaveCount(1);
  for (const broken of [link.slice(0, -20), `${site.url}share/#hello`, `${site.url}share/`, link.replace(/#./, '#9')]) {
    await theirs.goto('about:blank');
    await theirs.goto(broken);
    await expect(theirs.getByRole('heading', { level: 1, name: 'No plan is in this link' })).toBeVisible();
  }
  await other.close();
});

test('the calendar file is read by a calendar', async ({ page, site }) => {
  await adopt(page, site);
  await openEdit(page);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as a calendar file' }).click();
  const file = await (await download).path();
  const calendar = new ICAL.Component(ICAL.parse(fs.readFileSync(file, 'utf8')));
  const events = calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
  expect(events).toHaveLength(12);
  expect(new Set(events.map((one) => one.uid)).size).toBe(12);
  expect(events.every((one) => /^Lower/.test(one.summary) && one.description.includes('×'))).toBe(true);
});

test('a new plan says what it would change before it does', async ({ page, site }) => {
  await adopt(page, site);
  await openEdit(page);
  await page.locator('.edit__head').first().click();
  await page.getByRole('button', { name: 'Take out' }).click();
  await page.getByRole('button', { name: 'Make it anew from your answers' }).click();
  await expect(page.locator('#anew').getByRole('listitem').filter({ hasText: 'comes in' })).toHaveCount(1);
  await page.getByRole('button', { name: 'Leave it' }).click();
  await expect(page.locator('#anew').getByRole('listitem')).toHaveCount(0);
});

test('a week becomes the deload, by rule and with a way back', async ({ page, site }) => {
  await adopt(page, site);
  await openEdit(page);
  await page.getByRole('button', { name: 'Week 1 of 6' }).click();
  await page.getByRole('button', { name: 'Make this week the deload' }).click();
  await expect(page.getByText('cannot become the deload')).toBeVisible();
  await page.getByRole('button', { name: 'Week 3 of 6' }).click();
  await page.getByRole('button', { name: 'Make this week the deload' }).click();
  await expect(page.getByRole('button', { name: 'Week 3 of 3' })).toBeVisible();
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Week 6 of 6' })).toBeVisible();
});
