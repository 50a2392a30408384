// Food, weight and girths, in kilograms and in pounds.
import { test, expect, adopt, at } from './fixtures.mjs';

const fuel = async (page, site) => {
  await page.goto(`${site.url}fuel/`);
  await expect(page.getByRole('heading', { level: 1, name: 'Fuel' })).toBeVisible();
};
const open = (page, name) => page.locator('summary', { hasText: name }).click();
const energy = (page) => page.locator('.num--large');

test('a formula, a surplus and the protein can be chosen, and the rules come back', async ({ page, site }) => {
  await adopt(page, site);
  await fuel(page, site);
  await expect(energy(page)).toHaveText('2,966');
  await open(page, 'Formulas and choices');
  await open(page, 'All formulas side by side');
  await expect(page.getByRole('row', { name: /Katch-McArdle.*needs body fat/ })).toBeVisible();
  await page.locator('label.choice__option', { hasText: 'Harris-Benedict' }).click();
  await expect(energy(page)).not.toHaveText('2,966');
  // What cannot be is said, and the button goes back to what holds.
  await page.locator('label.choice__option', { hasText: 'Cunningham' }).click();
  await expect(page.getByText('This formula needs a body fat')).toBeVisible();
  await expect(page.locator('input[name=formula]').nth(1)).toBeChecked();
  await page.getByLabel('Own surplus').fill('900');
  await page.locator('#own-surplus-save').click();
  await expect(page.getByText('A surplus between 0 and 500 kcal')).toBeVisible();
  await page.getByLabel('Own surplus').fill('300');
  await page.locator('#own-surplus-save').click();
  await expect(page.getByText('+300')).toBeVisible();
  await page.getByRole('button', { name: 'Back to the rules' }).click();
  await expect(energy(page)).toHaveText('2,966');
});

test('meals follow the hours and the number of them, and stay after a reload', async ({ page, site }) => {
  await adopt(page, site);
  await fuel(page, site);
  await open(page, 'My hours and number of meals');
  await page.locator('label.choice__option', { hasText: /^5$/ }).click();
  await page.getByLabel('Up at').fill('05:30');
  await page.getByLabel('Up at').blur();
  const meals = page.locator('.day + .list > li');
  await expect(meals).toHaveCount(5);
  await expect(meals.first()).toContainText('06:00');
  const grams = await meals.locator(':scope > span:last-child').allTextContents();
  expect(grams.map((text) => parseInt(text, 10)).reduce((a, b) => a + b, 0)).toBe(144);
  await page.reload();
  await expect(page.locator('.day + .list > li')).toHaveCount(5);
});

test('own meals are logged in one press, yesterday in two, and what no meal is like is refused', async ({ page, site }) => {
  await adopt(page, site);
  await fuel(page, site);
  await open(page, 'My meals');
  await page.getByRole('button', { name: 'Save the meal' }).click();
  await expect(page.getByText('A meal has up to')).toBeVisible();
  await page.getByLabel('Name of the meal').fill('Porridge');
  await page.getByLabel('Energy').fill('520');
  await page.locator('#meal-protein').fill('28');
  await page.getByRole('button', { name: 'Save the meal' }).click();
  const porridge = page.getByRole('button', { name: 'Porridge · 520 kcal · 28 g' });
  await porridge.click();
  await porridge.click();
  await expect(page.getByLabel('Ate so far')).toHaveValue('1040');
  await expect(page.getByLabel('Protein so far')).toHaveValue('56');
  // Two presses and nothing typed: counted where they arrive.
  await page.evaluate(() => {
    window.taps = 0;
    addEventListener('pointerdown', () => { window.taps += 1; }, true);
  });
  await page.locator('label.choice__option', { hasText: 'Yesterday' }).click();
  await porridge.click();
  await expect(page.getByLabel('Ate that day')).toHaveValue('520');
  await expect(page.getByLabel('Protein that day')).toHaveValue('28');
  expect(await page.evaluate(() => window.taps)).toBe(2);
  await page.getByRole('button', { name: '+500 ml' }).click();
  await expect(page.getByText('Drunk 0.5 l')).toBeVisible();
});

test('a day of 50 000 kcal and an empty number are refused in a sentence and store nothing', async ({ page, site }) => {
  await adopt(page, site);
  await fuel(page, site);
  await page.getByLabel('Ate so far').fill('50000');
  await page.locator('#kcal-today-save').click();
  await expect(page.getByText('A day has between 0 and 20 000 kcal.')).toBeVisible();
  await page.getByLabel('Weight this morning').fill('');
  await page.locator('#weight-today-save').click();
  await expect(page.locator('#weight-today-error')).not.toBeEmpty();
  await page.reload();
  await expect(page.getByLabel('Ate so far')).toHaveValue('');
});

test('yesterday is like the day before in two presses, and a slip is taken away by emptying its field', async ({ page, site }) => {
  await at(page, '2026-11-20');
  await adopt(page, site);
  await fuel(page, site);
  await page.getByLabel('Ate so far').fill('2400');
  await page.locator('#kcal-today-save').click();
  await page.getByLabel('Protein so far').fill('140');
  await page.locator('#protein-today-save').click();
  await at(page, '2026-11-22');
  await fuel(page, site);
  await page.evaluate(() => {
    window.taps = 0;
    addEventListener('pointerdown', () => { window.taps += 1; }, true);
  });
  await page.locator('label.choice__option', { hasText: 'Yesterday' }).click();
  await page.getByRole('button', { name: 'Same food as the day before' }).click();
  await expect(page.getByLabel('Ate that day')).toHaveValue('2400');
  await expect(page.getByLabel('Protein that day')).toHaveValue('140');
  expect(await page.evaluate(() => window.taps)).toBe(2);
  // A day of last week, by its date.
  await page.locator('label.choice__option', { hasText: 'Another day' }).click();
  await page.getByLabel('Day', { exact: true }).fill('2026-11-14');
  await page.getByLabel('Weight that morning').fill('81.5');
  await page.locator('#weight-today-save').click();
  await fuel(page, site);
  await expect(page.getByLabel('Weight this morning')).toHaveValue('');
  await page.locator('label.choice__option', { hasText: 'Another day' }).click();
  await page.getByLabel('Day', { exact: true }).fill('2026-11-14');
  await expect(page.getByLabel('Weight that morning')).toHaveValue('81.5');
  await page.getByLabel('Weight that morning').fill('');
  await page.locator('#weight-today-save').click();
  await fuel(page, site);
  await page.locator('label.choice__option', { hasText: 'Another day' }).click();
  await page.getByLabel('Day', { exact: true }).fill('2026-11-14');
  await expect(page.getByLabel('Weight that morning')).toHaveValue('');
  // A day that is not yet there is none.
  await page.getByLabel('Day', { exact: true }).fill('2026-12-24');
  await page.getByLabel('Weight that morning').fill('80');
  await page.locator('#weight-today-save').click();
  expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain('2026-12-24');
});

test('a meal has a time of its own, and the hours come back', async ({ page, site }) => {
  await adopt(page, site);
  await fuel(page, site);
  await open(page, 'My hours and number of meals');
  const meals = page.locator('.day + .list > li');
  const before = await meals.allTextContents();
  await page.getByLabel('Meal 1').fill('09:10');
  await page.getByLabel('Meal 1').blur();
  await expect(meals.first()).toContainText('09:10');
  await page.reload();
  await expect(page.locator('.day + .list > li').first()).toContainText('09:10');
  await open(page, 'My hours and number of meals');
  await page.getByRole('button', { name: 'Times by my hours again' }).click();
  expect(await meals.allTextContents()).toEqual(before);
});

test('a body fat that cannot be gives way in a sentence, and no number is no number', async ({ page, site }) => {
  await adopt(page, site);
  await page.goto(`${site.url}welcome/`);
  await page.getByLabel('Body fat').fill('60');
  await page.getByRole('button', { name: /Use this plan|Save my answers/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Your plan' })).toBeVisible();
  await fuel(page, site);
  await open(page, 'Formulas and choices');
  await open(page, 'All formulas side by side');
  for (const formula of ['Katch-McArdle', 'Cunningham']) {
    await expect(page.getByRole('row', { name: new RegExp(`${formula}.*body fat does not fit`) })).toBeVisible();
    await page.locator('label.choice__option', { hasText: formula }).click();
    await expect(page.getByText('This formula needs a body fat')).toBeVisible();
  }
  await expect(page.locator('input[name=formula]').first()).toBeChecked();
  await expect(page.locator('main')).not.toContainText(/NaN|Infinity|-\d+ g/);
  await open(page, 'Why these numbers?');
  await expect(page.getByText('10 × 80 kg + 6.25 × 180 cm − 5 × 30 years + 5 = 1,780 kcal')).toBeVisible();
});

test('what no body and no night is like is refused in a sentence', async ({ page, site }) => {
  await adopt(page, site);
  await fuel(page, site);
  for (const [field, id, values, sentence] of [
    ['Weight this morning', 'weight', ['34', '251', '0', '-80', '1e9', 'NaN'], 'A body weight between 35 and 250 kg|Type a number'],
    ['Slept last night', 'sleep', ['0', '17', '-7', '24'], 'A night has between 1 and 16 hours|Type a number'],
    ['Ate so far', 'kcal', ['20001', '-1'], 'A day has between 0 and 20 000 kcal|Type a number'],
    ['Protein so far', 'protein', ['2001', '-1'], 'A day has between 0 and 2 000 g|Type a number'],
  ]) {
    for (const value of values) {
      await page.getByLabel(field).fill(value);
      await page.locator(`#${id}-today-save`).click();
      await expect(page.locator(`#${id}-today-error`)).toHaveText(new RegExp(sentence));
    }
  }
  await page.reload();
  for (const id of ['weight', 'sleep', 'kcal', 'protein']) await expect(page.locator(`#${id}-today`)).toHaveValue('');
});

test('two weights on a day are the second one, girths are repeats, in pounds and inches', async ({ page, site }) => {
  await adopt(page, site);
  await page.goto(`${site.url}settings/`);
  await page.locator('label.choice__option', { hasText: /lb/ }).first().click();
  await fuel(page, site);
  for (const pounds of ['176.4', '175.8']) {
    await page.getByLabel('Weight this morning').fill(pounds);
    await page.locator('#weight-today-save').click();
  }
  await page.reload();
  await expect(page.getByLabel('Weight this morning')).toHaveValue('175.8');
  await open(page, 'Tape');
  for (const inches of ['22,4', '22.6']) {
    await page.locator('#girth').fill(inches);
    await page.locator('#girth-save').click();
  }
  await expect(page.getByText('2 of 3 today, mean 22.5 in')).toBeVisible();
  await page.locator('#girth').fill('400');
  await page.locator('#girth-save').click();
  await expect(page.getByText("A leg's girth is between")).toBeVisible();
});

test('what one really burns is said after enough days, and a proposed target is followed', async ({ page, site }) => {
  await page.clock.setFixedTime(new Date('2026-11-21T09:00:00'));
  await adopt(page, site);
  // Forty days at a standing weight on 2500 kcal, written as the app itself would: day by day.
  await fuel(page, site);
  for (let back = 40; back >= 0; back -= 1) {
    const day = new Date(Date.UTC(2026, 10, 21 - back, 9));
    await page.clock.setFixedTime(day);
    await page.goto(`${site.url}fuel/`);
    await page.getByLabel('Weight this morning').fill('80');
    await page.locator('#weight-today-save').click();
    await page.getByLabel('Ate so far').fill('2500');
    await page.locator('#kcal-today-save').click();
    await expect(page.getByRole('button', { name: 'Undo' })).toBeVisible();
  }
  await expect(page.getByText('four times of five between')).toBeVisible();
  const before = await energy(page).textContent();
  await page.locator('#accept-target').click();
  await expect(energy(page)).not.toHaveText(before);
  await expect(page.getByText('Looked at again in 7 days')).toBeVisible();
});

test('what a session took in water is worked out while it is typed, and kept nowhere', async ({ page, site }) => {
  await adopt(page, site);
  await fuel(page, site);
  await open(page, 'Water after a session');
  await page.getByLabel('Before', { exact: true }).fill('80');
  await page.getByLabel('After', { exact: true }).fill('78,9');
  await page.getByLabel('Drunk meanwhile').fill('0.5');
  const answer = page.locator('#sweat-answer');
  await expect(answer).toContainText('1.6 kg of water, 2 % of you: drink 2.4 l');
  await page.getByLabel('After', { exact: true }).fill('60');
  await expect(answer).toContainText('No session takes that much');
  await page.getByLabel('After', { exact: true }).fill('80.6');
  await expect(answer).toContainText('drink as usual');
  await page.reload();
  await open(page, 'Water after a session');
  await expect(page.getByLabel('Before', { exact: true })).toHaveValue('');
});
