// What is recorded: the finish, the calendar, the search, every set to be changed, and an exercise over time.
import fs from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { test, expect, adopt, startSession, logged } from './fixtures.mjs';

const log = (page) => page.evaluate(() => Object.keys(localStorage)
  .filter((key) => /:log:/.test(key)).map((key) => localStorage.getItem(key).split('\n')[1]).join());

/** A finished session of some sets of the plan's first exercise. */
async function finish(page, loads = ['100', '100']) {
  await startSession(page, loads[0]);
  for (const [set, load] of loads.entries()) {
    await page.getByLabel('Load', { exact: true }).fill(load);
    await page.getByRole('button', { name: 'Log set' }).click();
    await expect(logged(page)).toHaveCount(set + 1);
  }
  await page.getByRole('button', { name: 'Finish session' }).click();
  await expect(page.getByRole('heading', { name: 'What it came to' })).toBeVisible();
}

const row = (page, set) => page.getByRole('button', { name: new RegExp(`^Change set ${set} of`) });

test('a finish says what it came to and what comes next, and is shared from the device @both', async ({ page, site, context }, info) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.addInitScript(() => { delete Navigator.prototype.share; delete Navigator.prototype.canShare; });
  await adopt(page, site);
  await finish(page);
  await expect(page.locator('.chip', { hasText: 'Quads 2' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Next time' })).toBeVisible();
  await page.getByRole('button', { name: 'Share as text' }).click();
  await expect(page.getByText('Copied.')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('Quads 2');
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Share as picture' }).click();
  const file = info.outputPath('shared.png');
  await (await saving).saveAs(file);
  const picture = fs.readFileSync(file);
  expect(picture.subarray(1, 4).toString()).toBe('PNG');
  expect(picture.readUInt32BE(16)).toBe(1080);
  await page.getByLabel('Note').fill('felt strong');
  await page.getByLabel('Note').press('Enter');
  await page.getByLabel('Note').blur();
  await page.reload();
  await expect(page.getByLabel('Note')).toHaveValue('felt strong');
  await page.getByRole('button', { name: 'Take finishing back' }).click();
  await expect(logged(page)).toHaveCount(2);
});

test('every set can be changed and deleted, and each is taken back', async ({ page, site }) => {
  await adopt(page, site);
  await finish(page);
  const before = await log(page);
  await row(page, 1).click();
  await page.getByLabel('Load', { exact: true }).fill('2000');
  await expect(page.getByText('0 to 1,000 kg.')).toBeVisible();
  await page.getByRole('button', { name: 'Keep' }).click();
  expect(await log(page)).toBe(before);
  await page.getByLabel('Load', { exact: true }).fill('102,5');
  await page.getByLabel('Reps', { exact: true }).fill('7');
  await page.locator('#set-editor label.choice__option', { hasText: /^4\+$/ }).click();
  await page.locator('#set-editor label.choice__option', { hasText: 'Breath' }).click();
  await page.locator('#set-editor label.choice__option', { hasText: 'Left' }).click();
  await page.getByRole('button', { name: 'Keep' }).click();
  await expect(row(page, 1)).toContainText('102.5 kg × 7 · left');
  await expect(row(page, 1)).toContainText('RIR 4 · breath');
  await page.reload();
  await expect(row(page, 1)).toContainText('102.5 kg × 7 · left');
  await row(page, 2).click();
  await page.getByRole('button', { name: 'Delete set' }).click();
  await expect(row(page, 2)).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(row(page, 2)).toBeVisible();
  await page.getByRole('button', { name: /^Repeat last set of/ }).click();
  await expect(row(page, 3)).toBeVisible();
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(row(page, 3)).toHaveCount(0);
});

test('the calendar shows the days, the search finds by name and note, a session moves and is deleted with undo @both', async ({ page, site }) => {
  await adopt(page, site);
  await finish(page);
  const name = await page.getByRole('heading', { level: 1 }).innerText();
  const exercise = await page.getByRole('link').filter({ hasText: /squat|press|deadlift|thrust/i }).first().innerText();
  await page.getByLabel('Note').fill('knee fine');
  await page.getByLabel('Note').blur();
  await page.goto(`${site.url}more/`);
  await page.getByRole('link', { name: /^History/ }).click();
  await expect(page.getByText('1 session', { exact: true })).toBeVisible();
  const day = page.locator('.calendar__day');
  await expect(day).toHaveCount(1);
  await expect(day).toHaveAccessibleName(/, 1 session$/);
  await day.focus();
  await page.keyboard.press('Enter');
  await expect(day).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByRole('link', { name: new RegExp(name.slice(0, 8)) })).toBeVisible();
  const search = page.getByLabel('Search exercises and notes');
  await search.fill('no such thing');
  await expect(page.getByText('Nothing of that name is recorded.')).toBeVisible();
  await search.fill('KNEE');
  await expect(page.locator('.list--tap a')).toHaveCount(1);
  await search.fill(exercise.toLowerCase());
  await expect(page.locator('.list--tap a')).toHaveCount(1);
  await page.locator('.list--tap a').click();
  const field = page.getByLabel('Day');
  const today = await field.inputValue();
  const later = new Date(Date.parse(today) + 3 * 86_400_000).toISOString().slice(0, 10);
  await field.fill(later);
  await field.blur();
  await expect(page.getByText('That day has not come yet. The session stays where it is.')).toBeVisible();
  const earlier = new Date(Date.parse(today) - 40 * 86_400_000).toISOString().slice(0, 10);
  await field.fill(earlier);
  await field.blur();
  await expect(page.getByText('Moved to another day')).toBeVisible();
  await page.reload();
  await expect(field).toHaveValue(earlier);
  await page.getByRole('button', { name: 'Delete session' }).click();
  await expect(page.getByText('No session is recorded yet.')).toBeVisible();
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(page.getByText('1 session', { exact: true })).toBeVisible();
});

test('an exercise shows its records, course and every time @both', async ({ page, site }) => {
  await page.goto(`${site.url}more/`);
  await adopt(page, site);
  await finish(page, ['100', '105']);
  await page.locator('.card--flat h2 a').first().click();
  await expect(page.getByRole('heading', { name: 'Records' })).toBeVisible();
  await expect(page.getByText('105 kg ×').first()).toBeVisible();
  await expect(page.getByText('Best estimated 1RM')).toBeVisible();
  await expect(page.getByText(/^done once since/)).toBeVisible();
  await page.locator('.list--tap a').first().click();
  await expect(page.getByRole('heading', { name: 'What it came to' })).toBeVisible();
});

test('an address that names nothing says so', async ({ page, site }) => {
  for (const address of ['workout/', 'workout/?id=nothing', 'workout/?id=----------------------', 'exercise/', 'exercise/?id=%3Cb%3E']) {
    await page.goto(site.url + address);
    await expect(page.getByRole('link', { name: 'To the history' })).toBeVisible();
  }
  await page.goto(`${site.url}exercise/?id=own-unknown`);
  await expect(page.getByText('Not recorded yet').first()).toBeVisible();
});

const STRONG = [
  'Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE',
  ...Array.from({ length: 30 }, (_, week) => {
    const date = new Date(Date.UTC(2025, 0, 6 + 7 * week)).toISOString().slice(0, 10);
    return [`"${date} 10:00:00","Legs","45m","Leg Extension (Machine)",1,${50 + week},6,0,0,"","",8`,
      `"${date} 10:00:00","Legs","45m","Plank",1,0,0,0,60,"held","",`].join('\n');
  }),
].join('\n');

async function bring(page, site) {
  await adopt(page, site);
  await page.goto(`${site.url}import/`);
  await page.locator('#import-file').setInputFiles({ name: 'strong.csv', mimeType: 'text/csv', buffer: Buffer.from(STRONG) });
  await page.locator('#import label.choice__option', { hasText: /^kg$/ }).click();
  await page.getByRole('button', { name: 'Take these sessions in' }).click();
  await expect(page.getByText('30 sessions taken in')).toBeVisible();
}

test('what came from another app is shown and changed like any other, timed sets too', async ({ page, site }) => {
  await bring(page, site);
  await page.goto(`${site.url}history/`);
  await page.getByLabel('Search exercises and notes').fill('plank');
  await expect(page.locator('.list--tap a')).toHaveCount(20);
  await page.getByRole('button', { name: 'Show more' }).click();
  await expect(page.locator('.list--tap a')).toHaveCount(30);
  await page.locator('.list--tap a').first().click();
  await expect(page.getByRole('button', { name: 'Take finishing back' })).toHaveCount(0);
  const plank = page.getByRole('button', { name: 'Change set 1 of Plank' });
  await expect(plank).toContainText('1:00');
  await plank.click();
  await page.getByLabel('Seconds').fill('75');
  await page.getByRole('button', { name: 'Keep' }).click();
  await expect(plank).toContainText('1:15');
  await page.reload();
  await expect(plank).toContainText('1:15');
  await page.getByRole('link', { name: 'Leg extension' }).first().click();
  await expect(page.getByRole('img', { name: /^Estimated one-rep max over 30 points/ })).toBeVisible();
  await page.getByText('Show as table').click();
  await expect(page.getByRole('row')).toHaveCount(31);
});

test('records are named: load, and the estimate; a first time breaks none', async ({ page, site }) => {
  await bring(page, site);
  await page.goto(site.url);
  await page.getByRole('button', { name: 'Start without a plan' }).click();
  await page.getByText('Add an exercise').click();
  await page.getByLabel('Choose an exercise').selectOption({ label: 'Leg extension' });
  await page.getByLabel('Load', { exact: true }).fill('90');
  await page.getByLabel('Reps', { exact: true }).fill('6');
  await page.getByRole('button', { name: 'Log set' }).click();
  await expect(logged(page)).toHaveCount(1);
  await page.getByRole('button', { name: 'Finish session' }).click();
  await expect(page.getByText(/heaviest yet: 90 kg, before 79 kg/)).toBeVisible();
  await page.goto(`${site.url}history/`);
  await page.getByLabel('Search exercises and notes').fill('leg extension');
  await page.locator('.list--tap a').last().click();
  await expect(page.getByRole('heading', { name: 'What it came to' })).toBeVisible();
});

for (const colorScheme of ['light', 'dark']) {
  test(`axe over the history in ${colorScheme} @both`, async ({ page, site }) => {
    test.setTimeout(90_000);
    await page.emulateMedia({ colorScheme });
    const check = async (name) => {
      const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
      expect(violations.map((v) => `${name}: ${v.id}: ${v.nodes.map((n) => n.target).join(' ')}`)).toEqual([]);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      expect(wide, `${name} scrolls sideways`).toBeLessThanOrEqual(0);
    };
    await bring(page, site);
    await page.goto(site.url);
    await finish(page);
    await page.setViewportSize({ width: page.viewportSize().width, height: 4000 });
    await row(page, 1).click();
    await check('a session');
    const link = await page.locator('.card--flat h2 a').first().getAttribute('href');
    await page.goto(`${site.url}history/`);
    await expect(page.locator('.calendar__day')).toHaveCount(1);
    await check('history');
    await page.goto(new URL(link, site.url).href);
    await check('an exercise');
    await page.goto(`${site.url}exercise/?id=leg-extension`);
    await check('an exercise over time');
    await page.setViewportSize({ width: 320, height: 4000 });
    for (const address of ['history/', 'exercise/?id=leg-extension']) {
      await page.goto(site.url + address);
      await check(`${address} at 320`);
    }
  });
}
