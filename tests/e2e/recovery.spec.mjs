// Sleep against seven to nine hours, mornings in one tap, and what both lead to.
import { test, expect, adopt, at, lifter } from './fixtures.mjs';

const fuel = async (page, site) => {
  await page.goto(`${site.url}fuel/`);
  await expect(page.getByRole('heading', { level: 1, name: 'Fuel' })).toBeVisible();
};

test('nights are counted, drawn against 7 to 9 hours, and too little of them is a sign', async ({ page, site }) => {
  await at(page, '2026-11-21');
  await adopt(page, site);
  await fuel(page, site);
  const card = page.locator('#recovery');
  await expect(card).toContainText('Log 4 nights of seven');
  await expect(card).toContainText('No sign that recovery lags behind.');
  await expect(page.locator('#sleep')).toHaveCount(0);
  const night = async (hours) => {
    await page.locator('#sleep-today').fill(hours);
    await page.locator('#sleep-today-save').click();
  };
  await night('5,5');
  await page.locator('label.choice__option', { hasText: 'Yesterday' }).click();
  await night('5.25');
  await page.locator('label.choice__option', { hasText: 'Another day' }).click();
  for (const day of ['2026-11-19', '2026-11-18']) {
    await page.getByLabel('Day', { exact: true }).fill(day);
    await night('6');
  }
  await expect(card).toContainText('5.7 h a night, the mean of 4 of the last 7: far below 7–9 h');
  await expect(page.locator('#sleep')).toHaveAttribute('aria-label', '4 nights of four weeks, from 5.3 to 6 hours');
  await expect(card.locator('#signs')).toContainText('1 sign that recovery lags behind. Two together ask for a lighter week.');
  await expect(card.locator('#signs')).toContainText('You sleep less than six hours');
  await expect(card).toContainText('What holds you back is judged from 10 nights in four weeks. So far: 4.');
  await card.locator('summary', { hasText: 'As a table' }).click();
  await expect(card.locator('tbody tr')).toHaveCount(4);
});

test('the quality of a night is one tap, of yesterday too, and mornings add up to a second sign', async ({ page, site }) => {
  await at(page, '2026-11-19');
  await adopt(page, site);
  for (const day of ['2026-11-19', '2026-11-20', '2026-11-21']) {
    await at(page, day);
    await page.goto(site.url);
    await page.getByRole('group', { name: 'Are your legs sore?' }).getByRole('button', { name: 'Very' }).click();
    await page.getByLabel('Slept last night').fill('5');
    await page.locator('#sleep-today-save').click();
  }
  await fuel(page, site);
  const quality = page.getByRole('group', { name: 'How did you sleep?' });
  await quality.getByRole('button', { name: 'Poorly' }).click();
  await expect(quality.getByRole('button', { name: 'Poorly' })).toHaveAttribute('aria-pressed', 'true');
  await page.locator('label.choice__option', { hasText: 'Another day' }).click();
  await page.getByLabel('Day', { exact: true }).fill('2026-11-18');
  await expect(quality.getByRole('button', { name: 'Poorly' })).toHaveAttribute('aria-pressed', 'false');
  await page.locator('#sleep-today').fill('5.5');
  await page.locator('#sleep-today-save').click();
  const card = page.locator('#recovery');
  await expect(card).toContainText('Very sore or not ready: 3 of the last 7 mornings. 3 are a sign.');
  await expect(card.locator('#signs')).toContainText('2 signs that recovery lags behind. Together they ask for a lighter week');
  await card.locator('summary', { hasText: 'As a table' }).click();
  await expect(card.locator('tbody tr').first()).toContainText('Poorly');
});

test('four weeks of nights say what the diagnosis takes them for', async ({ page, site }) => {
  await lifter(page, site, 'eats-little', '2026-11-22');
  await fuel(page, site);
  const card = page.locator('#recovery');
  await expect(card).toContainText(/Four weeks: 7\.\d h \(± 0\.\d\) from \d\d nights/);
  await expect(card).toContainText('within 7–9 h');
  await expect(page.locator('#sleep circle').nth(9)).toBeVisible();
});
