// The backup on its way out: through the system's own sharing where it takes files, else as a download; what the
// person calls off is no backup. And that what comes back is what went.
import fs from 'node:fs';
import { test, expect, lifter, running } from './fixtures.mjs';

const send = (page) => page.getByRole('button', { name: 'Send everything as a file' });
const save = (page) => page.getByRole('button', { name: 'Save everything as a file' });

/** A device that shares files: `how` is what becomes of it; what was shared is kept in the page. */
async function shares(page, how) {
  await page.addInitScript((how) => {
    window.shared = [];
    window.asked = 0;
    window.activated = [];
    navigator.canShare = (data) => how !== 'no files' && data.files.length === 1;
    navigator.share = async (data) => {
      window.asked += 1;
      window.activated.push(navigator.userActivation.isActive);
      if (how === 'called off') throw new DOMException('called off', 'AbortError');
      if (how === 'refused') throw new DOMException('Permission denied', 'NotAllowedError');
      for (const file of data.files) window.shared.push([file.name, file.type, await file.text()]);
    };
  }, how);
}

/** A plan and a running session, then the data page; nothing is backed up. */
async function data(page, site) {
  await running(page, site, 2);
  await page.goto(`${site.url}data/`);
  await expect(page.getByText('No backup yet.')).toBeVisible();
}

/** The file that a download brought. */
async function downloaded(page, press) {
  const saving = page.waitForEvent('download');
  await press();
  const download = await saving;
  return [download.suggestedFilename(), fs.readFileSync(await download.path(), 'utf8')];
}

test('a device that shares files is given the whole file, once, and that is a backup', async ({ page, site }, info) => {
  let downloads = 0;
  page.on('download', () => { downloads += 1; });
  await shares(page, 'taken');
  await data(page, site);
  await send(page).click();
  await expect(page.getByText('Export saved')).toBeVisible();
  await expect(page.getByText('Last backup:')).toBeVisible();
  const [[name, type, text]] = await page.evaluate(() => window.shared);
  expect(await page.evaluate(() => [window.asked, window.activated])).toEqual([1, [true]]);
  // Chromium shares texts and no .json: the name says both.
  expect(name).toMatch(/^legwork-\d{4}-\d\d-\d\d\.json\.txt$/);
  expect(type).toBe('text/plain');
  expect(downloads).toBe(0);
  // What was shared is restored like a download, name and all.
  const file = info.outputPath(name);
  fs.writeFileSync(file, text);
  await page.locator('#restore-file').setInputFiles(file);
  await page.getByRole('button', { name: 'Replace what is here' }).click();
  await expect(page.getByText('Restored')).toBeVisible();
  // Who wants it on the device itself gets it there.
  const [saved, again] = await downloaded(page, () => save(page).click());
  expect(saved).toMatch(/^legwork-\d{4}-\d\d-\d\d\.json$/);
  expect(again.split('\n').slice(1)).toEqual(text.split('\n').slice(1));
});

test('a sharing that is called off is no backup and brings no file', async ({ page, site }) => {
  let downloads = 0;
  page.on('download', () => { downloads += 1; });
  await shares(page, 'called off');
  await data(page, site);
  await send(page).click();
  await expect(page.getByText('Called off: nothing was saved')).toBeVisible();
  await page.reload();
  await expect(page.getByText('No backup yet.')).toBeVisible();
  expect(downloads).toBe(0);
});

test('a sharing that fails gives way to the download, and that is a backup', async ({ page, site }) => {
  await shares(page, 'refused');
  await data(page, site);
  const [name, text] = await downloaded(page, () => send(page).click());
  expect(name).toMatch(/\.json$/);
  expect(JSON.parse(text).format).toBe('legwork');
  await expect(page.getByText('Last backup:')).toBeVisible();
});

test('a device that shares no files, or nothing at all, is offered the download alone', async ({ context, page, site }) => {
  await data(page, site);
  await expect(send(page)).toHaveCount(0);
  await expect(save(page)).toBeVisible();
  const other = await context.newPage();
  await shares(other, 'no files');
  await page.close();
  await other.goto(`${site.url}data/`);
  await expect(save(other)).toBeVisible();
  await expect(send(other)).toHaveCount(0);
  const [name] = await downloaded(other, () => save(other).click());
  expect(name).toMatch(/\.json$/);
  await expect(other.getByText('Last backup:')).toBeVisible();
});

/** Four sessions a week for so many years, as another app exports them. */
function years(count, file) {
  const names = ['Squat (Barbell)', 'Leg Press', 'Leg Extension (Machine)', 'Seated Leg Curl (Machine)', 'Standing Calf Raise (Machine)'];
  const rows = ['Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE'];
  for (let session = count * 52 * 4; session > 0; session -= 1) {
    const date = new Date(Date.parse('2026-11-20T10:00:00Z') - Math.floor((session * 7 * 86_400_000) / 4)).toISOString().slice(0, 19).replace('T', ' ');
    for (const [place, name] of names.entries()) {
      for (let set = 1; set <= 5; set += 1) rows.push(`${date},"Legs",1h 5m,"${name}",${set},${60 + place * 10 + (session % 20) * 2.5},${8 + (set % 4)},0,0,"łydki ${session}","",8`);
    }
  }
  fs.writeFileSync(file, rows.join('\n'));
  return rows.length - 1;
}

/** Takes so many years of another app's log in. */
async function trained(page, site, info, count) {
  const file = info.outputPath('strong.csv');
  const sets = years(count, file);
  expect(sets).toBe(count * 5_200);
  await page.goto(`${site.url}import/`);
  await page.locator('#import-file').setInputFiles(file);
  await page.locator('#import label.choice__option', { hasText: /^kg$/ }).click({ timeout: 60_000 });
  await page.getByRole('button', { name: 'Take these sessions in' }).click();
  await expect(page.getByText(/sessions taken in/)).toBeVisible({ timeout: 60_000 });
}

const books = {
  'a new one': async (page, site) => {
    await running(page, site, 2);
    await page.getByRole('button', { name: 'Finish session' }).click();
  },
  // Three months of training, food, weight and mornings as tests/diagnosis simulates them, on top of a year.
  'a year': async (page, site, info) => {
    await lifter(page, site, 'skips-curls', '2026-11-21');
    await trained(page, site, info, 1);
  },
  'ten years': async (page, site, info) => {
    await trained(page, site, info, 10);
    await running(page, site, 2);
  },
};

for (const [name, make] of Object.entries(books)) {
  test(`export, erase, restore, export: ${name} is the same to the byte`, async ({ page, site }, info) => {
    test.setTimeout(240_000);
    await make(page, site, info);
    await page.goto(`${site.url}data/`);
    const [, before] = await downloaded(page, () => save(page).click());
    await page.getByRole('button', { name: 'Erase everything' }).click();
    await page.getByRole('button', { name: 'Yes, erase everything' }).click();
    await expect(page.getByText('Erased')).toBeVisible();
    expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => /:(log|food|draft|plans|profile)/.test(key)))).toEqual([]);
    // In a browser that has never seen it: another start.
    await page.reload();
    const file = info.outputPath('back.json');
    fs.writeFileSync(file, before);
    await page.locator('#restore-file').setInputFiles(file);
    await page.getByRole('button', { name: 'Replace what is here' }).click({ timeout: 60_000 });
    await expect(page.getByText('Restored')).toBeVisible({ timeout: 60_000 });
    await page.reload();
    const [, after] = await downloaded(page, () => save(page).click());
    // The first line says when it was exported, and nothing else may differ: the checksum of the rest stands in it.
    const [head, ...rest] = before.split('\n');
    const [headAfter, ...restAfter] = after.split('\n');
    const still = (line) => line.replace(/"exported_at":"[^"]*"/, '');
    expect(still(headAfter)).toBe(still(head));
    expect(restAfter.join('\n') === rest.join('\n')).toBe(true);
    console.log(`${name}: ${before.length} characters, the same after`);
  });
}

test('a file without a profile is only added; the whole one may replace', async ({ page, site }, info) => {
  await trained(page, site, info, 1);
  await page.goto(`${site.url}data/`);
  const kept = info.outputPath('old.json');
  const [, old] = await downloaded(page, () => save(page).click());
  fs.writeFileSync(kept, old);
  await running(page, site, 2);
  await page.goto(`${site.url}data/`);
  const [, whole] = await downloaded(page, () => save(page).click());
  await page.locator('#restore-file').setInputFiles(kept);
  await expect(page.getByText('The file has no profile, so it cannot replace what is here')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Add to what is here' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Replace what is here' })).toHaveCount(0);
  // Everything is in the whole file: nothing is named.
  const file = info.outputPath('whole.json');
  fs.writeFileSync(file, whole);
  await page.locator('#restore-file').setInputFiles(file);
  await expect(page.getByRole('button', { name: 'Replace what is here' })).toBeVisible();
  await expect(page.getByText('Only here and removed by replacing')).toHaveCount(0);
});
