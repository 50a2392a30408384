// Progress: every view from the log, by hand and by keyboard, as a drawing, as a table and as files.
import fs from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { test, expect, adopt, startSession, logged } from './fixtures.mjs';

const WEEKS = 30;
const VIEWS = ['Sets', 'Map', 'Strength', 'Effort', 'Coverage', 'Body'];

/** A log as another app exports it: two leg sessions a week, effort stated, some bench press, an absurd row. */
function csv(weeks = WEEKS) {
  const rows = ['Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE'];
  for (let session = weeks * 2; session > 0; session -= 1) {
    const date = new Date(Date.now() - (session * 3.5 - 3) * 86_400_000).toISOString().slice(0, 19).replace('T', ' ');
    const kg = 60 + (weeks * 2 - session);
    for (const [name, load, sets] of [['Squat (Barbell)', kg, 4], ['Leg Press', kg + 60, 3], ['Seated Leg Curl (Machine)', 40, 4], ['Bench Press (Barbell)', 70, 3]]) {
      for (let set = 1; set <= sets; set += 1) rows.push(`${date},"Legs",1h,"${name}",${set},${load},${9 - (set % 2)},0,0,"","",${name.startsWith('Bench') ? 9 : 8}`);
    }
    if (session === 9) rows.push(`${date},"Legs",1h,"Squat (Barbell)",9,700,5,0,0,"","",8`);
  }
  return rows.join('\n');
}

async function bringIn(page, site, info, text = csv()) {
  const file = info.outputPath('strong.csv');
  fs.writeFileSync(file, text);
  await page.goto(`${site.url}import/`);
  await page.locator('#import-file').setInputFiles(file);
  await page.locator('#import label.choice__option', { hasText: /^kg$/ }).click();
  const other = page.getByRole('button', { name: 'Take these sessions in' });
  await other.click();
  await expect(page.getByText(/sessions? taken in/)).toBeVisible();
}

const view = (page, name) => page.getByRole('navigation', { name: 'Views of your progress' }).getByRole('link', { name, exact: true });
const columns = (page) => page.locator('#columns');
const rows = (page) => page.locator('.card', { has: page.locator('#columns') }).locator('tbody tr');

async function saved(page, name, info) {
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name }).click();
  const download = await waiting;
  const file = info.outputPath(download.suggestedFilename());
  await download.saveAs(file);
  return { name: download.suggestedFilename(), bytes: fs.readFileSync(file) };
}

test('every view opens from its own address, and the back key leads through them @both', async ({ page, site }, info) => {
  await adopt(page, site);
  await bringIn(page, site, info);
  await page.goto(`${site.url}progress/`);
  const titles = ['Sets per muscle', 'Leg map', 'Estimated strength', 'Effort', 'Coverage and rhythm', 'Body'];
  for (const [place, name] of VIEWS.entries()) {
    await view(page, name).click();
    await expect(page.getByRole('heading', { level: 1, name: titles[place] })).toBeVisible();
    await expect(view(page, name)).toHaveAttribute('aria-current', 'page');
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(wide, `${name} scrolls sideways`).toBeLessThanOrEqual(0);
  }
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1, name: 'Coverage and rhythm' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'Coverage and rhythm' })).toBeVisible();
  await page.setViewportSize({ width: 320, height: 700 });
  for (const name of VIEWS) {
    await view(page, name).click();
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(wide, `${name} scrolls sideways at 320`).toBeLessThanOrEqual(0);
  }
});

test('columns: muscle, function, span, counting, the last seven days, and the sets behind each', async ({ page, site }, info) => {
  await bringIn(page, site, info);
  await page.goto(`${site.url}progress/`);
  await page.locator('.card', { has: columns(page) }).getByText('Show as table').click();
  await expect(rows(page)).toHaveCount(12);
  const cell = (row, at) => rows(page).nth(row).locator('td').nth(at);
  await expect(cell(9, 0)).toHaveText('14');
  // Direct work alone: presses and squats are whole for the quads, not for the glutes.
  await page.getByRole('button', { name: /^Hamstrings/ }).click();
  const whole = await cell(9, 0).innerText();
  await page.getByRole('button', { name: 'Direct only' }).click();
  await expect(page.getByRole('button', { name: 'Direct only' })).toHaveAttribute('aria-pressed', 'true');
  await expect(cell(9, 0)).toHaveText('8');
  expect(Number(whole)).toBeGreaterThanOrEqual(8);
  await page.locator('label.choice__option', { hasText: /^knee$/ }).click();
  await expect(page.getByRole('heading', { name: 'Hamstrings: knee, 12 weeks' })).toBeVisible();
  await expect(cell(9, 0)).toHaveText('8');
  await page.locator('label.choice__option', { hasText: /^hip$/ }).click();
  await expect(cell(9, 0)).toHaveText('0');
  await page.getByRole('button', { name: /^Quads/ }).click();
  await page.locator('label.choice__option', { hasText: /^Months$/ }).click();
  await expect(page.getByRole('heading', { name: 'Quads, 12 months' })).toBeVisible();
  await expect(rows(page)).toHaveCount(12);
  await page.locator('label.choice__option', { hasText: /^All time$/ }).click();
  await expect(page.getByRole('heading', { name: 'Quads, all time' })).toBeVisible();
  expect([WEEKS, WEEKS + 1]).toContain(await rows(page).count());
  await page.locator('label.choice__option', { hasText: /^Weeks$/ }).click();
  await page.getByRole('button', { name: 'Last 7 days' }).click();
  await expect(page.getByText(/^7 days · /)).toBeVisible();
  await expect(cell(11, 0)).toHaveText('14');
  // By a press, and by the keys.
  const box = await columns(page).boundingBox();
  await columns(page).click({ position: { x: box.width * (22 / 326) + 4, y: box.height / 2 } });
  const slider = page.getByRole('slider', { name: 'Column to look at' });
  await expect(slider).toHaveValue('0');
  await slider.focus();
  await page.keyboard.press('ArrowRight');
  await expect(slider).toHaveValue('1');
  await expect(slider).toHaveAttribute('aria-valuetext', /14 sets done/);
  await expect(page.locator('.picked')).toContainText('14 sets done');
  await page.keyboard.press('End');
  await expect(slider).toHaveValue('11');
  const behind = page.locator('.list--tap a');
  await expect(behind).toHaveCount(4);
  await expect(behind.first()).toContainText('4 sets');
  await behind.first().focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/workout\/\?id=/);
  await page.goBack();
  await expect(columns(page)).toBeVisible();
});

test('what the plan asked for and nobody did is missed, what it still asks is planned', async ({ page, site }) => {
  await page.clock.install({ time: new Date('2026-11-16T09:00:00') });
  await adopt(page, site);
  await startSession(page);
  await page.getByRole('button', { name: 'Log set' }).click();
  await expect(logged(page)).toHaveCount(1);
  await page.getByRole('button', { name: 'Finish session' }).click();
  await page.goto(`${site.url}progress/`);
  await page.locator('.card', { has: columns(page) }).getByText('Show as table').click();
  const cells = rows(page).last().locator('td');
  expect(Number(await cells.nth(1).innerText())).toBeGreaterThan(0);
  await expect(cells.nth(2)).toHaveText('0');
  await page.clock.setSystemTime(new Date('2026-11-30T09:00:00'));
  await page.reload();
  await page.locator('.card', { has: columns(page) }).getByText('Show as table').click();
  const before = rows(page).nth(10).locator('td');
  expect(Number(await before.nth(2).innerText())).toBeGreaterThan(0);
  await expect(before.nth(1)).toHaveText('0');
  await expect(page.locator('.columns__missed')).toHaveAttribute('d', /M/);
});

test('drawings leave as SVG and as a picture, numbers as a table that no spreadsheet runs', async ({ page, site }, info) => {
  await page.addInitScript(() => { delete Navigator.prototype.share; delete Navigator.prototype.canShare; });
  await bringIn(page, site, info);
  // The app's own policy lets no text become a document, so another page reads the drawing.
  const reader = await page.context().newPage();
  await page.bringToFront();
  for (const name of ['Sets', 'Map', 'Strength', 'Effort']) {
    // The browser asks before it takes more than ten files from one page.
    await page.goto(`${site.url}progress/`);
    await view(page, name).click();
    const svg = await saved(page, 'Save the drawing as SVG', info);
    expect(svg.name).toMatch(/^legwork-.*\.svg$/);
    const text = svg.bytes.toString();
    const marks = await reader.evaluate((text) => {
      const parsed = new DOMParser().parseFromString(text, 'image/svg+xml');
      if (parsed.querySelector('parsererror')) return -1;
      return parsed.querySelectorAll('path, rect, circle, text').length;
    }, text);
    expect(marks).toBeGreaterThan(8);
    expect(text).not.toMatch(/var\(|class=|<script|foreignObject/);
    const png = await saved(page, 'Save the drawing as PNG picture', info);
    expect(png.bytes.subarray(1, 4).toString()).toBe('PNG');
    expect(png.bytes.readUInt32BE(16)).toBeGreaterThan(1000);
    // The picture holds colours: it is no empty sheet.
    const colours = await page.evaluate(async (base64) => {
      const image = new Image();
      image.src = `data:image/png;base64,${base64}`;
      await image.decode();
      const canvas = document.createElement('canvas');
      canvas.width = image.width;
      canvas.height = image.height;
      const sheet = canvas.getContext('2d');
      sheet.drawImage(image, 0, 0);
      const { data } = sheet.getImageData(0, 0, image.width, image.height);
      const seen = new Set();
      for (let at = 0; at < data.length; at += 4 * 97) seen.add(`${data[at]},${data[at + 1]},${data[at + 2]}`);
      return seen.size;
    }, png.bytes.toString('base64'));
    expect(colours).toBeGreaterThan(3);
    const table = (await saved(page, 'Save the numbers as CSV table', info)).bytes.toString();
    const lines = table.replace('\u{feff}', '').trimEnd().split('\r\n');
    expect(lines.length).toBeGreaterThan(2);
    for (const line of lines) expect(line).not.toMatch(/(^|,)"?[=+@]/);
  }
});

test('strength: formula, span, trend or none yet, what was left out, and records', async ({ page, site }, info) => {
  await bringIn(page, site, info);
  await page.goto(`${site.url}progress/?id=strength`);
  await expect(page.locator('#points')).toBeVisible();
  await expect(page.getByText(/% a week; four times in five it lies between/)).toBeVisible();
  await expect(page.getByText(/Not used: .*1 day that cannot be right/)).toBeVisible();
  const newest = page.locator('.facts b').first();
  const epley = await newest.innerText();
  await page.getByLabel('Formula').selectOption({ label: 'Lombardi' });
  await expect(newest).not.toHaveText(epley);
  await page.getByText('Show as table').click();
  await expect(page.locator('tbody tr').first()).toBeVisible();
  const count = await page.locator('tbody tr').count();
  await page.locator('label.choice__option', { hasText: /^All time$/ }).click();
  // The table stays open and follows.
  await expect(page.locator('tbody tr')).not.toHaveCount(count);
  expect(await page.locator('tbody tr').count()).toBeGreaterThan(count);
  await expect(page.locator('tbody tr').first()).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Records' })).toBeVisible();
  await page.getByRole('link', { name: 'Every time it was done' }).click();
  await expect(page).toHaveURL(/exercise\/\?id=/);
});

test('effort and coverage say what the log can say, and legs stand beside the rest', async ({ page, site }, info) => {
  await bringIn(page, site, info);
  await page.goto(`${site.url}progress/?id=effort`);
  await expect(page.locator('.facts b').first()).toHaveText('100 %');
  await expect(page.locator('#pairs')).toBeVisible();
  await expect(page.getByText(/Legs end with 2 left on average, everything else with 1/)).toBeVisible();
  await expect(page.getByText('No movement is calibrated yet.')).toBeVisible();
  await page.getByText('Show as table').click();
  await expect(page.locator('tbody tr')).toHaveCount(3);
  await view(page, 'Coverage').click();
  await expect(page.getByText(/^2 a week, 84 h between/).first()).toBeVisible();
  await expect(page.getByText(/Quads: rectus femoris/).first()).toBeVisible();
  await expect(page.getByText(/0 of 3 sets a week, missed/)).toBeVisible();
});

test('odd logs are drawn and told: nothing, only upper body, one set, a gap of years', async ({ page, site }, info) => {
  const noise = [];
  for (const name of VIEWS) {
    await page.goto(`${site.url}progress/`);
    await view(page, name).click();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    noise.push(await page.locator('main').innerText());
  }
  expect(noise.join()).not.toMatch(/NaN|Infinity|undefined/);
  const head = csv(1).split('\n')[0];
  const row = (date, name, kg, reps) => `${date} 10:00:00,"A",1h,"${name}",1,${kg},${reps},0,0,"","",`;
  await bringIn(page, site, info, [head, row('2018-03-01', 'Bench Press (Barbell)', 80, 8)].join('\n'));
  await page.goto(`${site.url}progress/`);
  await expect(page.getByText('Your log has no leg work yet')).toBeVisible();
  await expect(page.getByText('Not counted here: 1 set of other work than legs.')).toBeVisible();
  await bringIn(page, site, info, [head, row('2019-05-01', 'Squat (Barbell)', 100, 8), row('2026-11-02', 'Squat (Barbell)', 100, 60)].join('\n'));
  await page.goto(`${site.url}progress/`);
  await page.locator('label.choice__option', { hasText: /^All time$/ }).click();
  await expect(page.getByRole('heading', { name: 'Quads, all time' })).toBeVisible();
  await view(page, 'Strength').click();
  await page.locator('label.choice__option', { hasText: /^All time$/ }).click();
  await expect(page.getByText(/No trend yet: 1 of the 6 days/)).toBeVisible();
  await expect(page.getByText(/Not used: 1 set without a load or with too many reps/)).toBeVisible();
});

for (const colorScheme of ['light', 'dark']) {
  test(`every view in ${colorScheme} without an accessibility violation @both`, async ({ page, site }, info) => {
    test.setTimeout(90_000);
    await page.emulateMedia({ colorScheme });
    await adopt(page, site);
    await bringIn(page, site, info);
    await page.goto(`${site.url}fuel/`);
    await page.goto(`${site.url}progress/`);
    await page.setViewportSize({ width: page.viewportSize().width, height: 4000 });
    for (const name of VIEWS) {
      await view(page, name).click();
      for (const table of await page.getByText('Show as table').all()) await table.click();
      const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
      expect(violations.map((v) => `${name}: ${v.id}: ${v.nodes.map((n) => n.target).join(' ')}`)).toEqual([]);
    }
  });
}
