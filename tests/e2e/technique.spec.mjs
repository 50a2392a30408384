// Techniques as they are done: drops, short pauses, two exercises that alternate, a set to its end.
import { test, expect, adopt, logged } from './fixtures.mjs';

const log = (page) => page.locator('#log-set');
const title = (page) => page.locator('#set-title');
const load = (page) => page.getByLabel('Load', { exact: true });
const stored = (page, key) => page.evaluate((key) => {
  const name = Object.keys(localStorage).find((one) => one.endsWith(`:${key}`));
  return name ? JSON.parse(localStorage[name].split('\n')[1]) : null;
}, key);

/** Ends the first exercise of this name in the first week's first session with a technique, or lets it alternate. */
async function describe(page, name, technique, partner) {
  await page.getByRole('link', { name: 'Plan', exact: true }).click();
  await page.getByRole('link', { name: 'Edit', exact: true }).click();
  const row = page.locator('.edit__row').filter({ has: page.locator('.edit__head', { hasText: name }) }).first();
  await row.locator('.edit__head').click();
  const offered = page.getByLabel('Technique').locator('option', { hasText: technique }).first();
  await page.getByLabel('Technique').selectOption({ label: await offered.innerText() });
  if (partner) {
    const pair = page.getByLabel('Alternates with');
    await pair.selectOption({ label: await pair.locator('option', { hasText: partner }).first().innerText() });
  }
}

/** Starts the session and opens the exercise of this name. */
async function open(page, name, kilograms) {
  await page.getByRole('link', { name: 'Today', exact: true }).click();
  await page.getByRole('button', { name: 'Start session' }).click();
  await page.locator('.strip__item', { hasText: name }).first().click();
  await load(page).fill(kilograms);
}

/** Logs every planned set but for the last. */
async function toTheLast(page) {
  const last = /^Set (\d+) of \1$/;
  for (let set = 0; set < 8 && !last.test(await title(page).innerText()); set += 1) {
    await log(page).click();
    await expect(logged(page)).toHaveCount(set + 1);
  }
  await expect(title(page)).toHaveText(last);
}

/** Goes through a session until it asks: one exercise of it does, on its last set. */
async function untilAsked(page) {
  await page.getByRole('link', { name: 'Today', exact: true }).click();
  await page.getByRole('button', { name: 'Start session' }).click();
  const items = page.locator('.strip__item');
  const count = await items.count();
  for (let at = 0; at < count && !(await page.locator('#trial').count()); at += 1) {
    await items.nth(at).click();
    await load(page).fill('40');
    const sets = Number(/of (\d+)$/.exec(await title(page).innerText())[1]);
    for (let set = 1; set < sets; set += 1) {
      await log(page).click();
      await expect(logged(page)).toHaveCount(set);
    }
  }
  await expect(page.locator('#trial')).toBeVisible();
}

test('a drop set shows its next load at once, counts by the rule, and is ended early by a tap', async ({ page, site }) => {
  await adopt(page, site);
  await describe(page, /leg curl/i, '2 drops of 25 %');
  await open(page, /leg curl/i, '40');
  await toTheLast(page);
  const before = await logged(page).count();
  await log(page).click();
  await expect(title(page)).toContainText('1 of 2');
  // A quarter less, rounded to what the stack can hold.
  await expect(load(page)).toHaveValue('30');
  // The set goes on: nothing rests in between.
  await expect(page.locator('.rest')).toHaveCount(0);
  await log(page).click();
  await expect(title(page)).toContainText('2 of 2');
  const second = Number(await load(page).inputValue());
  expect(second).toBeGreaterThanOrEqual(20);
  expect(second).toBeLessThan(25);
  await page.getByRole('button', { name: 'Stop here' }).click();
  await expect(page.getByRole('button', { name: 'Stop here' })).toHaveCount(0);
  await expect(logged(page)).toHaveCount(before + 2);
  await page.reload();
  await expect(logged(page)).toHaveCount(before + 2);
});

test('rest-pause goes on with the same load after a short pause that is timed', async ({ page, site }) => {
  await adopt(page, site);
  await describe(page, /leg curl/i, /again after \d+ s/);
  await open(page, /leg curl/i, '40');
  await toTheLast(page);
  await log(page).click();
  await expect(page.getByText(/Breathe 0:\d\d, then go on with the same load/)).toBeVisible();
  await expect(load(page)).toHaveValue('40');
  await expect(page.locator('.rest')).toContainText(/0:[0-2]\d/);
  const pause = (await stored(page, 'draft')).rest;
  expect(pause).not.toBeNull();
});

test('two that alternate: after a set the other is on the screen, and the longer rest comes after both', async ({ page, site }) => {
  await adopt(page, site);
  await page.getByRole('link', { name: 'Plan', exact: true }).click();
  await page.getByRole('link', { name: 'Edit', exact: true }).click();
  const row = page.locator('.edit__row').filter({ has: page.locator('.edit__head', { hasText: /leg curl/i }) }).first();
  await row.locator('.edit__head').click();
  await page.getByLabel('Alternates with').selectOption({ index: 1 });
  await expect(row.locator('.edit__more')).toContainText('alternates with');
  const curl = (await row.locator('.edit__head span').first().innerText()).trim();
  await page.getByRole('link', { name: 'Today', exact: true }).click();
  await page.getByRole('button', { name: 'Start session' }).click();
  await page.locator('.strip__item', { hasText: curl }).first().click();
  const name = page.locator('h1');
  await expect(name).toHaveText(curl);
  await load(page).fill('40');
  await log(page).click();
  await expect(name).not.toHaveText(curl);
  await expect(page.locator('.rest')).toHaveCount(0);
  await load(page).fill('30');
  await log(page).click();
  await expect(name).toHaveText(curl);
  await expect(page.locator('.rest')).toBeVisible();
});

test('a calibration set asks before, is done to its end, and says what the two came to', async ({ page, site }) => {
  await adopt(page, site);
  await untilAsked(page);
  const trial = page.locator('#trial');
  await expect(trial).toContainText('How many could you really do?');
  await page.getByLabel('Reps', { exact: true }).fill('10');
  await trial.locator('label.choice__option', { hasText: /^2$/ }).click();
  await expect(trial).toContainText('You said 2 more after 10');
  await page.reload();
  await expect(trial).toContainText('You said 2 more after 10');
  await page.getByLabel('Reps', { exact: true }).fill('15');
  await log(page).click();
  await expect(page.getByText('You said 2, you did 5')).toBeVisible();
  const kept = await stored(page, 'trials');
  expect(JSON.stringify(kept)).toContain('5');
  await page.getByRole('button', { name: 'Undo', exact: true }).first().click();
  await expect(trial).toContainText('You said 2 more after 10');
});

test('a calibration set that is declined is a set like any other', async ({ page, site }) => {
  await adopt(page, site);
  await untilAsked(page);
  await page.getByRole('button', { name: 'Not today' }).click();
  await expect(page.locator('#trial')).toHaveCount(0);
  const before = await logged(page).count();
  await log(page).click();
  await expect(logged(page)).toHaveCount(before + 1);
  expect(await stored(page, 'trials')).toBeNull();
});

test('myo-reps count their short sets with a short pause, half reps in the stretch count nothing', async ({ page, site }) => {
  await adopt(page, site);
  await describe(page, /leg curl/i, /with \d+ s between/);
  await open(page, /leg curl/i, '40');
  await toTheLast(page);
  await log(page).click();
  await expect(title(page)).toHaveText(/^Myo-reps 1 of \d$/);
  await expect(page.locator('.rest')).toContainText(/0:[01]\d/);
  await expect(load(page)).toHaveValue('40');
  const before = await logged(page).count();
  await log(page).click();
  await expect(logged(page)).toHaveCount(before + 1);
  await expect(logged(page).last()).toContainText('myo-reps · half');
  await page.getByRole('button', { name: 'Discard session' }).click();
  await describe(page, /leg curl/i, /half reps in the stretch/);
  await open(page, /leg curl/i, '40');
  await toTheLast(page);
  await log(page).click();
  await expect(title(page)).toHaveText('Partials 1 of 1');
  await log(page).click();
  await expect(logged(page).last()).toContainText('partials · not counted');
});
