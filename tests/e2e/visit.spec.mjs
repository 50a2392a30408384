// A visit to the gym at its edges: what ended a set, sets more and fewer, days, clocks and time zones, what is
// remembered of a pain and a refusal, and the person's own exercises.
import fs from 'node:fs';
import { crc32 } from 'node:zlib';
import { test, expect, adopt, startSession, logged } from './fixtures.mjs';

const log = (page) => page.locator('#log-set');
const load = (page) => page.getByLabel('Load', { exact: true });
const rir = (page, name, reps) => page.locator(`input[name=${name}]`).nth(reps).check({ force: true });
const undo = (page) => page.getByRole('button', { name: 'Undo', exact: true }).first();
const draft = (page) => page.evaluate(() => JSON.parse(localStorage.getItem(Object.keys(localStorage).find((key) => key.endsWith(':draft'))).split('\n')[1]));
/** Every recorded session: its day of the month, its seconds, its rows of sets. */
const recorded = (page) => page.evaluate(() => Object.keys(localStorage).filter((key) => /:log:/.test(key)).sort().flatMap((key) => {
  const month = key.slice(key.indexOf(':log:') + 5);
  return JSON.parse(localStorage.getItem(key).split('\n')[1]).s.map((one) => ({ day: `${month}-${one[1]}`, lasted: one[3], sets: one[5].map((work) => work[1]) }));
}));

/** Adds an exercise to the session that runs. */
async function add(page, slug) {
  await page.locator('summary', { hasText: 'Add an exercise' }).click();
  await page.locator('#add-exercise').selectOption(slug);
}

/** A session without a plan, of one exercise. */
async function blank(page, site, slug) {
  await page.goto(site.url);
  await page.getByRole('button', { name: 'Start without a plan' }).click();
  await add(page, slug);
}

/** What ends the set and the session. */
async function finish(page) {
  await page.getByRole('button', { name: 'Finish session' }).click();
  await expect(page.getByRole('heading', { name: 'What it came to' })).toBeVisible();
}

/** Describes an own exercise for the hamstrings on the desk of the plan. */
async function describe(page, name) {
  await page.getByRole('link', { name: 'Plan', exact: true }).click();
  await page.getByRole('link', { name: 'Edit', exact: true }).click();
  await page.locator('#own').getByRole('button', { name: 'Your own exercise…' }).click();
  const form = page.locator('#own-form');
  await form.getByLabel('Name', { exact: true }).fill(name);
  await form.getByLabel('Hamstrings, knee').selectOption('full');
  await form.getByRole('button', { name: 'Keep exercise' }).click();
  await expect(page.locator('#own')).toContainText(name);
}

test('what ended a set is asked from four in reserve on, kept, and not asked below', async ({ page, site }) => {
  await adopt(page, site);
  await startSession(page);
  await rir(page, 'rir', 2);
  await expect(page.getByText('What ended the set?')).toHaveCount(0);
  await rir(page, 'rir', 4);
  await page.locator('label.choice__option', { hasText: /^Breath$/ }).click();
  await log(page).click();
  await expect(logged(page)).toContainText('RIR 4 · half');
  await page.reload();
  expect((await draft(page)).exercises[0].sets).toMatch(/@4B$/);
});

test('a set more, a set fewer and a set beyond the plan, each taken back', async ({ page, site }) => {
  await adopt(page, site);
  await startSession(page);
  const planned = page.locator('.set-row[data-planned]');
  const sets = await planned.count();
  await page.locator('#tool-order').click();
  await page.locator('#one-more').click();
  await expect(planned).toHaveCount(sets + 1);
  await undo(page).click();
  await expect(planned).toHaveCount(sets);
  await page.getByRole('button', { name: `Skip set ${sets}` }).click();
  await expect(planned).toHaveCount(sets - 1);
  await undo(page).click();
  await expect(planned).toHaveCount(sets);
  for (let set = 1; set <= sets; set += 1) {
    await log(page).click();
    await expect(logged(page)).toHaveCount(set);
  }
  await expect(page.locator('#set-title')).toHaveText(`Set ${sets + 1}, extra`);
  await log(page).click();
  await expect(logged(page)).toHaveCount(sets + 1);
});

test('last time, the note and the best stand beside the next set', async ({ page, site }) => {
  await adopt(page, site);
  await blank(page, site, 'leg-extension');
  await load(page).fill('60');
  await page.getByLabel('Reps', { exact: true }).fill('9');
  await rir(page, 'rir', 1);
  await log(page).click();
  await page.locator('#tool-notes').click();
  await page.locator('#note-exercise').fill('seat 4');
  await finish(page);
  await blank(page, site, 'leg-extension');
  const target = page.locator('dl.target');
  await expect(target).toContainText('60 kg × 9 at RIR 1');
  await expect(target).toContainText('seat 4');
  await expect(target).toContainText(/Best\s*60 kg × 9 · e1RM/);
});

test('over midnight a session stays on its day; another two of the next day stand beside each other', async ({ page, site }) => {
  await page.clock.install({ time: new Date('2026-11-21T23:50:00') });
  await adopt(page, site);
  await blank(page, site, 'leg-extension');
  await page.clock.runFor(200);
  await load(page).fill('60');
  await log(page).click();
  await expect(logged(page)).toHaveCount(1);
  await page.clock.runFor(20 * 60_000);
  await log(page).click();
  await expect(logged(page)).toHaveCount(2);
  // It goes on: the rest runs although the day is another.
  await expect(page.getByRole('timer', { name: 'rest' })).toBeVisible();
  await finish(page);
  for (let session = 0; session < 2; session += 1) {
    await blank(page, site, 'leg-extension');
    await page.clock.runFor(200);
    await load(page).fill('50');
    await log(page).click();
    await expect(logged(page)).toHaveCount(1);
    await finish(page);
  }
  expect((await recorded(page)).map((one) => one.day)).toEqual(['2026-11-21', '2026-11-22', '2026-11-22']);
});

test('a flight to another time zone in the middle of a session changes neither its day nor its length', async ({ page, site, context }) => {
  const zone = await context.newCDPSession(page);
  await zone.send('Emulation.setTimezoneOverride', { timezoneId: 'Europe/Berlin' });
  await page.clock.install({ time: new Date('2026-11-21T22:30:00Z') });
  await adopt(page, site);
  await blank(page, site, 'leg-extension');
  await page.clock.runFor(200);
  await load(page).fill('60');
  await log(page).click();
  await expect(logged(page)).toHaveCount(1);
  await zone.send('Emulation.setTimezoneOverride', { timezoneId: 'Asia/Tokyo' });
  await page.clock.runFor(10 * 60_000);
  await page.reload();
  await page.clock.runFor(200);
  await log(page).click();
  await expect(logged(page)).toHaveCount(2);
  await finish(page);
  const [one] = await recorded(page);
  expect(one.day).toBe('2026-11-21');
  expect(one.lasted).toBeGreaterThanOrEqual(600);
  expect(one.lasted).toBeLessThan(700);
});

test('a clock set back in the middle keeps every set in order and says that the length is unknown', async ({ page, site }) => {
  await page.clock.install({ time: new Date('2026-11-21T10:00:00') });
  await adopt(page, site);
  await blank(page, site, 'leg-extension');
  await page.clock.runFor(200);
  await load(page).fill('60');
  for (const [reps, back] of [['11', 0], ['12', 3 * 3_600_000], ['13', 0]]) {
    if (back) await page.clock.setSystemTime(new Date('2026-11-21T07:00:00'));
    const before = await logged(page).count();
    await page.getByLabel('Reps', { exact: true }).fill(reps);
    await log(page).click();
    await expect(logged(page)).toHaveCount(before + 1);
  }
  await finish(page);
  await expect(page.getByText('How long it took is not known.')).toBeVisible();
  const [one] = await recorded(page);
  expect(one.lasted).toBeNull();
  expect(one.sets[0].match(/x\d+/g)).toEqual(['x11', 'x12', 'x13']);
});

test('a day before the birth is refused with a sentence, one before the profile is not', async ({ page, site }) => {
  await adopt(page, site);
  await page.goto(`${site.url}session/`);
  await page.locator('#earlier').click();
  await page.locator('#earlier-day').fill('1985-05-05');
  await page.getByRole('button', { name: 'Start logging it' }).click();
  await expect(page.getByText('That is before you were born.')).toBeVisible();
  await page.locator('#earlier-day').fill('2015-05-05');
  await page.getByRole('button', { name: 'Start logging it' }).click();
  await add(page, 'leg-extension');
  await load(page).fill('60');
  await log(page).click();
  await expect(logged(page)).toHaveCount(1);
  await finish(page);
  expect((await recorded(page)).map((one) => one.day)).toEqual(['2015-05-5']);
});

test('a pain said to be sharp is there after a reload, is taken back, and stands in the history', async ({ page, site }) => {
  await adopt(page, site);
  await startSession(page);
  await log(page).click();
  await page.locator('#tool-pain').click();
  await page.locator('#pain-2').click();
  await page.locator('#pain-sharp').check();
  await expect(page.locator('#pain-rule')).toContainText('Stop this exercise now');
  await page.reload();
  await page.locator('#tool-pain').click();
  await expect(page.locator('#pain-sharp')).toBeChecked();
  await expect(page.locator('#pain-2')).toHaveAttribute('aria-pressed', 'true');
  await expect(page.locator('#pain-rule')).toContainText('Stop this exercise now');
  await page.locator('#pain-sharp').uncheck();
  await expect(page.locator('#pain-rule')).toContainText('Go on');
  await undo(page).click();
  await expect(page.locator('#pain-sharp')).toBeChecked();
  await finish(page);
  await expect(page.getByText('Pain: 2 of 10, sharp')).toBeVisible();
  await page.reload();
  await expect(page.getByText('Pain: 2 of 10, sharp')).toBeVisible();
});

test('a calibration set that was declined is not asked again after a reload, and the refusal is taken back', async ({ page, site }) => {
  await adopt(page, site);
  await page.getByRole('link', { name: 'Today', exact: true }).click();
  await page.getByRole('button', { name: 'Start session' }).click();
  const items = page.locator('.strip__item');
  const trial = page.locator('#trial');
  for (let at = 0; at < (await items.count()) && !(await trial.count()); at += 1) {
    await items.nth(at).click();
    await load(page).fill('40');
    const sets = Number(/of (\d+)$/.exec(await page.locator('#set-title').innerText())[1]);
    for (let set = 1; set < sets; set += 1) {
      await log(page).click();
      await expect(logged(page)).toHaveCount(set);
    }
  }
  await expect(trial).toBeVisible();
  await page.getByRole('button', { name: 'Not today' }).click();
  await expect(trial).toHaveCount(0);
  await undo(page).click();
  await expect(trial).toBeVisible();
  // Fewer reps than when the word was given are no trial: that is said, and nothing is logged.
  await page.getByLabel('Reps', { exact: true }).fill('10');
  await trial.locator('label.choice__option', { hasText: /^2$/ }).click();
  await page.getByLabel('Reps', { exact: true }).fill('9');
  const before = await logged(page).count();
  await log(page).click();
  await expect(trial).toContainText('log 10 reps or more, or take it back');
  await expect(logged(page)).toHaveCount(before);
  await page.getByRole('button', { name: 'Take that back' }).click();
  await page.getByRole('button', { name: 'Not today' }).click();
  await page.reload();
  await expect(page.locator('#set-title')).toBeVisible();
  await expect(trial).toHaveCount(0);
});

test('a person who stops too early is told so by their own calibration sets', async ({ page, site }, info) => {
  await adopt(page, site);
  await page.goto(`${site.url}data/`);
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save everything as a file' }).click();
  const file = info.outputPath('export.json');
  await (await saving).saveAs(file);
  const [, head, book] = /^(.*"checksum":")[0-9a-f]{8}",\n"logbook":(.*)\}\n$/s.exec(fs.readFileSync(file, 'utf8'));
  const day = await page.evaluate(() => new Date().toLocaleDateString('sv'));
  // Said one rep, did five: three times.
  const trials = JSON.stringify(Array(3).fill([day, 'knee-extension', 2, 5]));
  const changed = book.replace(/"trials":\[\]/, `"trials":${trials}`);
  expect(changed).not.toBe(book);
  fs.writeFileSync(file, `${head}${crc32(changed).toString(16).padStart(8, '0')}",\n"logbook":${changed}}\n`);
  await page.locator('#restore-file').setInputFiles(file);
  await page.getByRole('button', { name: 'Replace what is here' }).click();
  await expect(page.getByText('Restored')).toBeVisible();
  await blank(page, site, 'leg-extension');
  await expect(page.getByText('On leg extensions you stop with about 4 more than you think.')).toBeVisible();
});

test('an own exercise is found by its name, added, and comes in for another', async ({ page, site }) => {
  await adopt(page, site);
  await describe(page, 'Towel curl');
  await page.goto(site.url);
  await page.getByRole('button', { name: 'Start without a plan' }).click();
  await page.locator('summary', { hasText: 'Add an exercise' }).click();
  const search = page.locator('#add-search');
  await search.fill('nothing like that');
  await expect(page.getByText('No exercise is called that.')).toBeVisible();
  await search.fill('curl LEG');
  await expect(page.locator('.substitute', { hasText: 'Seated leg curl' })).toBeVisible();
  // Other apps' names find it too, and it is pressed instead of picked.
  await page.locator('.substitute', { hasText: 'Lying leg curl' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Lying leg curl' })).toBeVisible();
  await expect(page.locator('#add-exercise option').nth(1)).toHaveText('Towel curl');
  await page.locator('#tool-swap').click();
  await page.locator('label.choice__option', { hasText: 'Taken' }).click();
  await expect(page.locator('.substitute', { hasText: 'Towel curl' })).toBeVisible();
  await page.locator('.panel summary', { hasText: 'Any other exercise' }).click();
  await page.locator('#swap-search').fill('towel');
  await page.locator('.panel details .substitute', { hasText: 'Towel curl' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Towel curl' })).toBeVisible();
  await expect(page.locator('.strip__item')).toHaveCount(1);
  await undo(page).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Lying leg curl' })).toBeVisible();
  await page.locator('summary', { hasText: 'Add an exercise' }).click({ trial: true });
  await page.locator('#add-exercise').selectOption('own-towel-curl');
  await load(page).fill('0');
  await log(page).click();
  await expect(logged(page)).toHaveCount(1);
});
