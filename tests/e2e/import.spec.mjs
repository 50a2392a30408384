// Other apps' logs come in: counted, confirmed once, the same however often, and out again. The log leaves as
// tables that come back.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { test, expect } from './fixtures.mjs';

const fixtures = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../fixtures');
const sample = path.join(fixtures, 'strong/strong-export.csv');

const NOTHING_NEW = 'Nothing new: every session was here already';

// The months of the log as they are stored, without the head line of each.
const months = (page) => page.evaluate(() => Object.keys(localStorage).filter((k) => k.includes(':log:')).sort()
  .map((k) => localStorage.getItem(k).split('\n')[1]));

async function take(page, said = '129 sessions taken in') {
  await page.locator('#import-file').setInputFiles(sample);
  await expect(page.getByText('2,078 rows').or(page.getByText('2078 rows'))).toBeVisible();
  await page.locator('#import label.choice__option', { hasText: /^kg$/ }).click();
  const lower = page.locator('.names__row', { hasText: 'Lower Back' }).getByRole('combobox');
  if (await lower.count()) {
    await lower.focus();
    await lower.selectOption({ label: '45° back extension' });
  }
  await page.getByRole('button', { name: 'Take these sessions in' }).click();
  await expect(page.getByText(said)).toBeVisible();
}

test('the real export comes in whole, twice the same, and its weeks show', async ({ page, site }) => {
  await page.goto(`${site.url}import/`);
  await take(page);
  const first = await months(page);
  expect(first).toHaveLength(11);
  await take(page, NOTHING_NEW);
  expect(await months(page)).toEqual(first);
  await page.getByRole('link', { name: 'Progress' }).click();
  await page.getByRole('button', { name: 'First week' }).click();
  await expect(page.getByText('Week 6 · 8–14 Feb 2021')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Quads ?: 6\.5 sets done/ })).toBeVisible();
  await page.reload();
  await page.getByRole('button', { name: 'First week' }).click();
  await expect(page.getByRole('button', { name: /^Quads ?: 6\.5 sets done/ })).toBeVisible();
});

const files = [
  ['Hevy', 'hevy/kg.csv', '9 rows: 8 sets, 1 warm-up, 0 rests, 0 notes, 0 left out', 2],
  ['Hevy', 'hevy/lbs.csv', '5 rows: 5 sets', 4],
  ['FitNotes', 'fitnotes/android-lbs.csv', '9 rows: 7 sets, 0 warm-ups, 0 rests, 0 notes, 2 left out', 2],
  ['FitNotes', 'fitnotes/android-units.csv', '6 rows: 6 sets', 1],
  ['FitNotes', 'fitnotes/ios.csv', '3 rows: 3 sets', 2],
  ['Liftosaur', 'liftosaur/history.csv', '4 rows: 2 sets, 1 warm-up, 0 rests, 0 notes, 1 left out', 1],
  ['LiftLog', 'liftlog/plain.csv', '5 rows: 5 sets', 2],
  ['Fitbod', 'fitbod/old.csv', '6 rows: 5 sets, 1 warm-up, 0 rests, 0 notes, 3 left out', 1],
  ['Alpha Progression', 'alpha/kg.csv', '12 rows: 6 sets, 3 warm-ups, 0 rests, 0 notes, 3 left out', 2],
];

async function pick(page, file) {
  await page.locator('#import-file').setInputFiles(file);
  await expect(page.getByRole('button', { name: 'Take these sessions in' })).toBeVisible();
  const kg = page.locator('#import label.choice__option', { hasText: /^kg$/ });
  if (await kg.count()) await kg.click();
  // What has no suggestion has to be chosen.
  for (const row of await page.locator('.names__row').getByRole('combobox').all()) {
    if ((await row.inputValue()) === '') await row.selectOption({ label: 'Other, no leg credit' });
  }
}

for (const [app, file, rows, sessions] of files) {
  test(`${file} is known as ${app}'s, comes in, comes again, and is taken back`, async ({ page, site }) => {
    await page.goto(`${site.url}import/`);
    const many = Number(sessions) === 1 ? '1 session' : `${sessions} sessions`;
    await pick(page, path.join(fixtures, file));
    await expect(page.getByText(`A file of ${app}`, { exact: true })).toBeVisible();
    await expect(page.getByText(rows)).toBeVisible();
    await page.getByRole('button', { name: 'Take these sessions in' }).click();
    await expect(page.getByText(`${many} taken in`)).toBeVisible();
    const first = await months(page);
    expect(first.length).toBeGreaterThan(0);
    // Again: nothing is asked but a unit, and nothing changes.
    await pick(page, path.join(fixtures, file));
    await expect(page.locator('.names__row')).toHaveCount(0);
    await page.getByRole('button', { name: 'Take these sessions in' }).click();
    await expect(page.getByText(NOTHING_NEW)).toBeVisible();
    expect(await months(page)).toEqual(first);
    // After a reload it can still be taken back, and that again.
    await page.reload();
    await expect(page.locator('#taken')).toContainText(`${app}: ${many},`);
    await page.getByRole('button', { name: `Take back what came from ${app}` }).click();
    await expect(page.getByText(`${many} taken out`)).toBeVisible();
    await expect(page.locator('#taken')).toHaveCount(0);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(page.locator('#taken')).toContainText(`${app}: ${many},`);
    expect(await months(page)).toEqual(first);
  });
}

test('an import is undone at once, whole, and leaves what was there', async ({ page, site }) => {
  await page.goto(`${site.url}import/`);
  await pick(page, path.join(fixtures, 'hevy/kg.csv'));
  await page.getByRole('button', { name: 'Take these sessions in' }).click();
  await expect(page.getByText('2 sessions taken in')).toBeVisible();
  const before = await months(page);
  await pick(page, path.join(fixtures, 'liftlog/plain.csv'));
  await page.getByRole('button', { name: 'Take these sessions in' }).click();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.locator('#taken')).not.toContainText('LiftLog');
  expect((await months(page)).filter((month) => !before.includes(month)).join('')).not.toContain('liftlog');
  await page.reload();
  await expect(page.locator('#taken')).toContainText('Hevy: 2 sessions');
});

test('rows that are left out are named by line, hostile names are words', async ({ page, site }) => {
  await page.goto(`${site.url}import/`);
  const rows = ['Date,Exercise,Category,Weight (kg),Reps', '2026-01-05,<img src=x onerror=alert(1)>,Legs,50,10',
    '2026-01-05,__proto__,Legs,NaN,10', `2026-01-05,${'x'.repeat(10_000)},Legs,50,10`, '2026-01-05,__proto__,Legs,50,10'];
  page.on('dialog', () => { throw new Error('a name was run'); });
  await pick(page, { name: 'notes.csv', mimeType: 'text/csv', buffer: Buffer.from(rows.join('\n')) });
  await page.getByText('Rows that are left out of notes.csv').click();
  await expect(page.getByText('Line 3: the weight is no number')).toBeVisible();
  await expect(page.getByText('Line 4: a cell is too long')).toBeVisible();
  await expect(page.locator('.names__row').first()).toContainText('<img src=x onerror=alert(1)>');
  await page.getByRole('button', { name: 'Take these sessions in' }).click();
  await expect(page.getByText('1 session taken in')).toBeVisible();
});

test('a file that no app wrote says so and changes nothing', async ({ page, site }) => {
  await page.goto(`${site.url}import/`);
  const said = {
    'empty.csv': ['', 'empty'],
    'hevy.csv': ['"title","start_time","end_time","description","exercise_title","superset_id","exercise_notes","set_index","set_type","weight_kg","reps","distance_km","duration_seconds","rpe"\n', 'no sets below it'],
    'prose.csv': ['hello there\nthis is no table\n', 'not an export that Legwork knows'],
    'backup.csv': ['{"app":"legwork"}', 'restored under Your data'],
    'short.csv': ['Date,Exercise,Category,Weight (kg)\n1', 'looks like FitNotes, but the column for the reps is missing'],
  };
  for (const [name, [text, answer]] of Object.entries(said)) {
    await page.locator('#import-file').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
    await expect(page.locator('#import').getByRole('status')).toContainText(answer);
    await expect(page.locator('#import').getByRole('status')).toContainText(`${name}: `);
  }
  expect(await months(page)).toEqual([]);
});

test('a file of a million rows shows how far it is, can be stopped, and never holds the page up', async ({ page, site }, info) => {
  await page.goto(`${site.url}import/`);
  const file = info.outputPath('million.csv');
  fs.writeFileSync(file, `Date,Exercise,Category,Weight (kg),Reps\n${'2026-01-05,Squat,Legs,50,5\n'.repeat(1_000_000)}`);
  await page.evaluate(() => {
    window.longest = 0;
    let last = performance.now();
    const tick = (now) => { window.longest = Math.max(window.longest, now - last); last = now; requestAnimationFrame(tick); };
    requestAnimationFrame(tick);
  });
  await page.locator('#import-file').setInputFiles(file);
  await expect(page.getByRole('progressbar', { name: 'Reading' })).toBeVisible();
  await page.locator('#import').getByRole('button', { name: 'Cancel' }).click();
  await expect(page.locator('#import').getByRole('status')).toContainText('Stopped. Nothing has changed.');
  await page.locator('#import-file').setInputFiles([]);
  await page.locator('#import-file').setInputFiles(file);
  await expect(page.locator('#import').getByRole('status')).toContainText('more than 250000 rows', { timeout: 60_000 });
  const longest = await page.evaluate(() => window.longest);
  console.log(`FIGURE import.longest_frame_ms ${longest.toFixed(0)} ms`);
  expect(longest).toBeLessThan(2_000);
  expect(await months(page)).toEqual([]);
});

const slow = (name, rows) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(`Date,Exercise,Category,Weight (kg),Reps\n${'2026-01-05,Squat,Legs,50,5\n'.repeat(rows)}`) });

test('leaving the page while a file is read leaves an app that works', async ({ page, site }) => {
  const errors = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(`${site.url}import/`);
  await page.locator('#import-file').setInputFiles(slow('long.csv', 200_000));
  await expect(page.getByRole('progressbar', { name: 'Reading' })).toBeVisible();
  await page.getByRole('link', { name: 'Your data' }).click();
  await expect(page.getByRole('button', { name: 'Save everything as a file' })).toBeVisible();
  await page.waitForTimeout(3_000);
  await page.getByRole('link', { name: 'Choose a file from another app' }).click();
  await pick(page, path.join(fixtures, 'hevy/kg.csv'));
  await page.getByRole('button', { name: 'Take these sessions in' }).click();
  await expect(page.getByText('2 sessions taken in')).toBeVisible();
  expect(errors).toEqual([]);
});

test('of two files chosen one after the other the second counts, however long the first takes', async ({ page, site }) => {
  await page.goto(`${site.url}import/`);
  await page.locator('#import-file').setInputFiles(slow('long.csv', 200_000));
  await expect(page.getByRole('progressbar', { name: 'Reading' })).toBeVisible();
  await page.locator('#import-file').setInputFiles(path.join(fixtures, 'hevy/kg.csv'));
  await expect(page.getByText('A file of Hevy', { exact: true })).toBeVisible();
  await page.waitForTimeout(3_000);
  await expect(page.getByText('A file of Hevy', { exact: true })).toBeVisible();
  await expect(page.getByText('200000 rows')).toHaveCount(0);
  await expect(page.locator('#import').getByRole('status')).toHaveText('');
});

test('the log leaves as two tables, and ours comes back as the same log', async ({ page, site }) => {
  await page.goto(`${site.url}import/`);
  await take(page);
  const before = await months(page);
  await page.goto(`${site.url}data/`);
  const save = async (name) => {
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).click()]);
    await expect(page.getByText('Export saved')).toBeVisible();
    return [download.suggestedFilename(), fs.readFileSync(await download.path(), 'utf8')];
  };
  const [ours, table] = await save('Table of sets (CSV)');
  expect(ours).toMatch(/^legwork-sets-\d{4}-\d\d-\d\d\.csv$/);
  expect(table.startsWith('\ufeffSession id,Day,Start,')).toBe(true);
  expect(table.trim().split('\r\n').length).toBeGreaterThan(2078);
  const [theirs, strong] = await save('For another app (Strong CSV)');
  expect(theirs).toMatch(/^legwork-for-other-apps-kg-\d{4}-\d\d-\d\d\.csv$/);
  expect(strong.startsWith('Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,')).toBe(true);
  await page.goto(`${site.url}import/`);
  await pick(page, { name: ours, mimeType: 'text/csv', buffer: Buffer.from(table) });
  await expect(page.getByText('A file of Legwork', { exact: true })).toBeVisible();
  await expect(page.locator('.names__row')).toHaveCount(0);
  await page.getByRole('button', { name: 'Take these sessions in' }).click();
  await expect(page.getByText(NOTHING_NEW)).toBeVisible();
  expect(await months(page)).toEqual(before);
  // The other one is Strong's to our own eyes.
  await pick(page, { name: theirs, mimeType: 'text/csv', buffer: Buffer.from(strong) });
  await expect(page.getByText('A file of Strong', { exact: true })).toBeVisible();
  await expect(page.getByText('0 left out')).toBeVisible();
});

test('ten thousand rows are read and counted on a slow phone while the page answers', async ({ page, site, browserName }) => {
  test.skip(browserName !== 'chromium', 'only Chromium can be slowed down');
  await page.goto(`${site.url}import/`);
  const rows = Array.from({ length: 10_000 }, (_, n) => {
    const day = new Date(Date.UTC(2020, 0, 1 + Math.floor(n / 20))).toISOString().slice(0, 10);
    return `${day} 10:00:00,Legs,"${n % 2 ? 'Squat (Barbell)' : 'Leg Press'}",${n % 20 + 1},${50 + n % 50},kg,10,`;
  });
  const file = { name: 'strong.csv', mimeType: 'text/csv', buffer: Buffer.from(`Date,Workout Name,Exercise Name,Set Order,Weight,Weight Unit,Reps,Notes\n${rows.join('\n')}`) };
  const client = await page.context().newCDPSession(page);
  await client.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  const started = Date.now();
  await page.locator('#import-file').setInputFiles(file);
  await expect(page.getByText('10000 rows: 10000 sets')).toBeVisible({ timeout: 20_000 });
  const read = Date.now() - started;
  await page.getByRole('button', { name: 'Take these sessions in' }).click();
  await expect(page.getByText('500 sessions taken in')).toBeVisible({ timeout: 20_000 });
  await client.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  console.log(`FIGURE import.throttled_read_ms ${read} ms`);
  expect(read).toBeLessThan(2_000);
});
