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

const session = (page, place) => page.locator('.two .stack').first().locator('section.card').nth(place + 1);
const stored = (page, name) => page.evaluate((name) => localStorage.getItem(Object.keys(localStorage).find((key) => key.endsWith(`:${name}`))), name);

test('an own exercise is described, refused with a reason, planned, counted, logged and let go @both', async ({ page, site }) => {
  await adopt(page, site);
  await openEdit(page);
  const first = session(page, 0);
  const calves = page.locator('.volume__row', { hasText: 'Calves' }).locator('.volume__number');
  const before = Number(await calves.innerText());
  await first.getByRole('button', { name: 'Your own exercise…' }).click();
  const form = page.locator('#own-form');
  const keep = form.getByRole('button', { name: 'Keep exercise' });
  await keep.click();
  await expect(form.getByText('It needs a name.')).toBeVisible();
  const name = form.getByLabel('Name', { exact: true });
  await name.fill('Leg extension');
  await keep.click();
  await expect(form.getByText('There is an exercise of this name already.')).toBeVisible();
  await name.fill('x'.repeat(61));
  await keep.click();
  await expect(form.getByText('A name has 60 characters at most.')).toBeVisible();
  await name.fill('Sled push on toes');
  await keep.click();
  await expect(form.getByText('Say of one muscle at least what it does.')).toBeVisible();
  await form.getByLabel('Calves, gastroc.').selectOption('full');
  await form.getByLabel('Quads, vasti').selectOption('half');
  await keep.click();
  await expect(form).toHaveCount(0);
  await expect(first.locator('.edit__head', { hasText: 'Sled push on toes' })).toBeVisible();
  await expect(calves).toHaveText(String(before + 3));
  // Described anew, it counts anew.
  const own = page.locator('#own');
  await expect(own.getByRole('listitem')).toHaveText(/Sled push on toes\s*Quads, Calves/);
  await own.getByRole('button', { name: 'Edit' }).click();
  await form.getByLabel('Calves, gastroc.').selectOption('half');
  await keep.click();
  await expect(calves).toHaveText(String(before + 1.5));
  // It stays while a plan has it.
  await own.getByRole('button', { name: 'Let go' }).click();
  await expect(own.getByText('It stays: a plan or your log has it.')).toBeVisible();
  await page.reload();
  await expect(session(page, 0).locator('.edit__head', { hasText: 'Sled push on toes' })).toBeVisible();
  // It can be logged, and comes as a stand-in.
  await page.getByRole('link', { name: 'Today', exact: true }).click();
  await page.getByRole('button', { name: 'Start session' }).click();
  await page.locator('.strip__item', { hasText: 'Sled push on toes' }).click();
  await page.getByLabel('Load', { exact: true }).fill('40');
  await page.getByRole('button', { name: 'Log set' }).click();
  await expect(page.locator('.set-row[data-logged]')).toHaveCount(1);
});

test('an own exercise that nothing has is let go, with a way back', async ({ page, site }) => {
  await adopt(page, site);
  await openEdit(page);
  const own = page.locator('#own');
  await own.getByRole('button', { name: 'Your own exercise…' }).click();
  const form = page.locator('#own-form');
  await form.getByLabel('Name', { exact: true }).fill('Nordic with a band');
  await form.getByLabel('Trains the same as').selectOption('Seated leg curl');
  await expect(form.getByLabel('Hamstrings, knee').locator('option:checked')).toHaveText('full');
  await form.getByRole('button', { name: 'Keep exercise' }).click();
  await expect(own.getByRole('listitem')).toHaveCount(1);
  await own.getByRole('button', { name: 'Let go' }).click();
  await expect(own.getByRole('listitem')).toHaveCount(0);
  await page.locator('.toast').getByRole('button', { name: 'Undo' }).click();
  await expect(own.getByRole('listitem')).toHaveCount(1);
  expect(await stored(page, 'exercises')).toContain('Nordic with a band');
  // It stands in for a curl.
  await page.locator('.edit__head', { hasText: 'leg curl' }).first().click();
  await page.getByRole('button', { name: 'Swap for' }).click();
  await page.getByLabel('Swap for').selectOption({ label: await page.getByLabel('Swap for').locator('option', { hasText: 'Nordic with a band' }).innerText() });
  await expect(page.locator('.edit__head', { hasText: 'Nordic with a band' })).toHaveAttribute('aria-expanded', 'true');
});

test('an isolation exercise ends with drops and alternates with its opposite; a squat does neither', async ({ page, site }) => {
  await adopt(page, site);
  await openEdit(page);
  await page.getByRole('button', { name: 'Week 4 of 6' }).click();
  const heads = page.locator('.edit__head');
  await heads.filter({ hasText: /squat|leg press/i }).first().click();
  await expect(page.locator('[id^=reps-]')).toBeVisible();
  // A slower pace is for every exercise, drops are not.
  await expect(page.getByLabel('Technique').locator('option')).toHaveText(['Straight', /slowly: 3 s down/]);
  await expect(page.getByLabel('Alternates with')).toHaveCount(0);
  const curl = heads.filter({ hasText: /leg curl/i }).first();
  const row = page.locator('.edit__row').filter({ has: page.locator('.edit__head', { hasText: /leg curl/i }) }).first();
  await curl.click();
  const hamstrings = page.locator('.volume__row', { hasText: 'Hamstrings' }).locator('.volume__number');
  await page.getByLabel('Technique').focus();
  await page.getByLabel('Technique').selectOption({ label: 'Straight' });
  const before = Number(await hamstrings.innerText());
  const drops = page.getByLabel('Technique').locator('option', { hasText: '2 drops of 25 %' });
  await expect(drops).toHaveText(/\+1 set, \d min/);
  await page.getByLabel('Technique').selectOption({ label: await drops.innerText() });
  await expect(hamstrings).toHaveText(String(before + 1));
  await expect(row.locator('.edit__more')).toContainText('then 2 drops of 25 %');
  await expect(page.getByLabel('Technique')).toBeFocused();
  // Another exercise of the session that may alternate says what that saves.
  const pair = page.getByLabel('Alternates with');
  await pair.selectOption({ index: 0 });
  await expect(row.locator('.edit__more')).not.toContainText('alternates');
  const minutes = session(page, 0).locator('.row .muted').first();
  const alone = parseInt(await minutes.innerText(), 10);
  await pair.selectOption({ index: 1 });
  await expect(row.locator('.edit__more')).toContainText('alternates with');
  expect(parseInt(await minutes.innerText(), 10)).toBeLessThan(alone);
  await page.reload();
  await page.getByRole('button', { name: 'Week 4 of 6' }).click();
  await expect(row.locator('.edit__more')).toContainText('alternates with');
  await expect(row.locator('.edit__more')).toContainText('then 2 drops of 25 %');
});

test('warm-up and cool-down are changed, and a day that is taken is refused in words and on the list', async ({ page, site }) => {
  await adopt(page, site);
  await openEdit(page);
  const first = session(page, 0);
  const minutes = first.locator('.row .muted').first();
  const before = parseInt(await minutes.innerText(), 10);
  const warm = parseInt(await first.getByLabel('Warm-up').locator('option:checked').innerText(), 10);
  await first.getByLabel('Warm-up').selectOption('15 min');
  await expect(minutes).toHaveText(`${before + 15 - warm} min`);
  await first.getByLabel('Cool-down').selectOption('10 min');
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(first.getByLabel('Cool-down').locator('option:checked')).not.toHaveText('10 min');
  await expect(first.getByLabel('Warm-up').locator('option:checked')).toHaveText('15 min');
  const day = first.getByLabel('Day');
  const now = await day.locator('option:checked').innerText();
  await day.selectOption(await session(page, 1).getByLabel('Day').locator('option:checked').innerText());
  await expect(page.getByText('Another session is on that day.')).toBeVisible();
  await expect(day.locator('option:checked')).toHaveText(now);
});

test('a change redraws nothing that it does not change', async ({ page, site }) => {
  await adopt(page, site);
  await openEdit(page);
  await page.locator('.edit__head').first().click();
  await page.evaluate(() => {
    window.added = [];
    new MutationObserver((list) => list.forEach((one) => one.addedNodes.forEach((node) => window.added.push(node.nodeName))))
      .observe(document.querySelector('.two .stack'), { subtree: true, childList: true });
  });
  await page.getByRole('button', { name: 'One set more' }).click();
  await expect(page.locator('.edit__head').first()).toContainText(/\d × /);
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
  expect(await page.evaluate(() => window.added)).toEqual([]);
});

test('the week on paper is a page or two, with a box for every set and nothing of the desk', async ({ page, site }) => {
  await adopt(page, site);
  await openEdit(page);
  const sets = await page.locator('.edit__head .muted').allInnerTexts();
  const boxes = sets.reduce((sum, text) => sum + parseInt(text, 10), 0);
  const pdf = (await page.pdf({ format: 'A4', preferCSSPageSize: true })).toString('latin1');
  const pages = pdf.match(/\/Type\s*\/Page[^s]/g).length;
  expect(pages).toBeLessThanOrEqual(sets.length > 12 ? 3 : 2);
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await expect(page.locator('.sheet__box')).toHaveCount(boxes);
  await expect(page.getByRole('heading', { level: 1 })).toBeHidden();
  await expect(page.locator('select:visible, button:visible')).toHaveCount(0);
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await expect(page.locator('.sheet__box')).toHaveCount(0);
});
