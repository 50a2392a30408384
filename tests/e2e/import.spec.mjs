// Another app's log comes in: counted, confirmed once, the same however often.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { test, expect } from './fixtures.mjs';

const sample = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../fixtures/strong/strong-export.csv');

async function take(page) {
  await page.locator('#import-file').setInputFiles(sample);
  await expect(page.getByText('2,078 rows').or(page.getByText('2078 rows'))).toBeVisible();
  await page.locator('#import label.choice__option', { hasText: /^kg$/ }).click();
  const lower = page.locator('.names__row', { hasText: 'Lower Back' }).getByRole('combobox');
  if (await lower.count()) {
    await lower.focus();
    await lower.selectOption({ label: '45° back extension' });
  }
  await page.getByRole('button', { name: 'Take these sessions in' }).click();
  await expect(page.getByText('129 sessions taken in')).toBeVisible();
}

test('the real export comes in whole, twice the same, and its weeks show', async ({ page, site }) => {
  await page.goto(`${site.url}import/`);
  await take(page);
  const months = () => page.evaluate(() => Object.keys(localStorage).filter((k) => k.includes(':log:')).sort()
    .map((k) => localStorage.getItem(k).split('\n')[1]));
  const first = await months();
  expect(first).toHaveLength(11);
  await take(page);
  expect(await months()).toEqual(first);
  await page.getByRole('link', { name: 'Progress' }).click();
  await page.getByRole('button', { name: 'First week' }).click();
  await expect(page.getByText('Week 6 · 8–14 Feb 2021')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Quads ?: 6\.5 sets done/ })).toBeVisible();
  await page.reload();
  await page.getByRole('button', { name: 'First week' }).click();
  await expect(page.getByRole('button', { name: /^Quads ?: 6\.5 sets done/ })).toBeVisible();
});

test('a file that is no export of Strong says so and changes nothing', async ({ page, site }, info) => {
  await page.goto(`${site.url}import/`);
  const files = { 'empty.csv': '', 'hevy.csv': '"title","start_time","end_time","description","exercise_title","superset_id","exercise_notes","set_index","set_type","weight_kg","reps","distance_km","duration_seconds","rpe"\n', 'prose.csv': 'hello there\nthis is no table\n' };
  for (const [name, text] of Object.entries(files)) {
    const file = info.outputPath(name);
    fs.writeFileSync(file, text);
    await page.locator('#import-file').setInputFiles(file);
    await expect(page.locator('#import').getByRole('status')).toContainText(name === 'empty.csv' ? 'empty' : 'not an export of Strong');
  }
  expect(await page.evaluate(() => Object.keys(localStorage).filter((k) => k.includes(':log:')))).toEqual([]);
});
