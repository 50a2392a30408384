// What holds a person back: too little data, a known factor mended and taken back, the review, the principles.
import AxeBuilder from '@axe-core/playwright';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { test, expect, adopt, at, lifter, startSession, logged } from './fixtures.mjs';

const strong = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../fixtures/strong/strong-export.csv');
const stored = (page, document) => page.evaluate((document) => {
  const key = Object.keys(localStorage).find((name) => name.endsWith(`:${document}`));
  return key ? localStorage.getItem(key).split('\n')[1] : null;
}, document);
const undo = (page) => page.getByRole('button', { name: 'Undo' }).click();
const first = (page) => page.locator('#finding-0');

async function open(page, site) {
  await page.goto(`${site.url}holds-back/`);
  await expect(page.getByRole('heading', { level: 1, name: 'What holds you back' })).toBeVisible();
}

async function axe(page, name) {
  const size = page.viewportSize();
  // Tall enough that the tab bar, which is always in sight, covers nothing of a page at rest.
  await page.setViewportSize({ width: size.width, height: 6000 });
  for (const colorScheme of ['light', 'dark']) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
    expect(violations.map((v) => `${name}, ${colorScheme}: ${v.id}: ${v.nodes.map((n) => n.target).join(' ')}`)).toEqual([]);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(wide, `${name} scrolls sideways`).toBeLessThanOrEqual(0);
  }
  await page.setViewportSize(size);
}

test('too little data is said, with what to log and how much of it is there @both', async ({ page, site }) => {
  await open(page, site);
  await expect(page.locator('#verdict')).toContainText('Not enough to say');
  await expect(page.locator('#missing')).toContainText('Completed weeks with leg work0 of 3');
  await expect(page.locator('[id^=finding-]')).toHaveCount(0);
  // Nothing is logged, so nothing is kept.
  await page.waitForTimeout(1500);
  expect(await stored(page, 'verdicts')).toBeNull();
  await adopt(page, site);
  await startSession(page);
  await page.getByRole('button', { name: 'Log set' }).click();
  await expect(logged(page)).toHaveCount(1);
  await page.getByRole('button', { name: 'Finish session' }).click();
  await expect(page.getByRole('heading', { name: 'What it came to' })).toBeVisible();
  await open(page, site);
  await expect(page.locator('#verdict')).toContainText('Not enough to say');
  await expect(page.locator('#missing')).toContainText('Calves: times one exercise was done in twelve weeks0 of 6');
  await axe(page, 'too little');
});

test('curls that are left out come first, are swapped in the plan with a tap, and given back @both', async ({ page, site }) => {
  await lifter(page, site, 'skips-curls', '2026-11-18');
  await open(page, site);
  await expect(first(page)).toContainText('1. Hamstrings at the knee: left out');
  await expect(first(page)).toContainText('0 sets a week');
  await expect(first(page)).toContainText('What would change this');
  const plans = await stored(page, 'plans');
  // Seen for a second, the verdict of this week is kept.
  await expect.poll(() => stored(page, 'verdicts')).toContain('coverage');
  await page.locator('#fix-0').click();
  await expect(page.locator('#preview-0')).toContainText('Lying leg curl in place of');
  await expect(page.locator('#preview-0')).toContainText(/Session [AB]: .* comes in/);
  expect(await stored(page, 'plans')).toBe(plans);
  await axe(page, 'preview');
  await page.getByRole('button', { name: 'Leave it' }).click();
  await expect(page.locator('#preview-0')).toHaveCount(0);
  // By keyboard: the focus stays at the button that opens and shuts.
  await page.locator('#fix-0').focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('#fix-0')).toBeFocused();
  await page.getByRole('button', { name: 'Change the plan' }).focus();
  await page.keyboard.press('Enter');
  await expect(first(page)).toContainText('You took this up on Wed 18 Nov');
  await expect(first(page)).toContainText('look again in 14 days');
  await expect(page.locator('#past')).toContainText('What you did about it');
  expect(await stored(page, 'plans')).not.toBe(plans);
  expect(await stored(page, 'plans')).toContain('lying-leg-curl');
  await undo(page);
  await expect(page.locator('#fix-0')).toBeVisible();
  expect(await stored(page, 'plans')).toBe(plans);
  await expect(page.locator('#past')).not.toContainText('What you did about it');
});

test('two weeks after a fix the page says what became of it', async ({ page, site }) => {
  await lifter(page, site, 'skips-curls', '2026-11-18');
  await open(page, site);
  await page.locator('#fix-0').click();
  await page.getByRole('button', { name: 'Change the plan' }).click();
  await expect(first(page)).toContainText('You took this up');
  await at(page, '2026-12-03');
  await open(page, site);
  await expect(page.locator('#past')).toContainText('You took this up on Wed 18 Nov');
  await expect(page.locator('#past')).not.toContainText('Too soon');
});

test('a surplus is raised, and fewer days are planned, each shown first and taken back', async ({ page, site }) => {
  await lifter(page, site, 'eats-little', '2026-11-22');
  await open(page, site);
  await expect(first(page)).toContainText('Too little food for a gain');
  const diet = await stored(page, 'diet');
  await page.locator('#fix-0').click();
  await expect(page.locator('#preview-0')).toContainText(/Kilocalories a day: .* becomes/);
  await page.getByRole('button', { name: 'Change the target' }).click();
  await expect(first(page)).toContainText('You took this up');
  expect(await stored(page, 'diet')).toContain('"surplus":298');
  await undo(page);
  expect(await stored(page, 'diet')).toBe(diet);

  await lifter(page, site, 'stays-away', '2026-11-16');
  await open(page, site);
  await expect(first(page)).toContainText('Planned sessions are missed');
  const profile = await stored(page, 'profile');
  await page.locator('#fix-0').click();
  await expect(page.locator('#preview-0')).toContainText('3 sessions a week become 2');
  await page.getByRole('button', { name: 'Change the plan' }).click();
  await expect(first(page)).toContainText('You took this up');
  expect(await stored(page, 'profile')).not.toBe(profile);
  await undo(page);
  await expect(page.locator('#fix-0')).toBeVisible();
  expect(await stored(page, 'profile')).toBe(profile);
});

test('the evidence leads to the sessions', async ({ page, site }) => {
  await lifter(page, site, 'stays-away', '2026-11-16');
  await open(page, site);
  await first(page).getByText(/^Look at the sessions behind it/).click();
  await first(page).locator('.list--tap a').first().click();
  await expect(page.locator('.set-row').first()).toBeVisible();
  expect(new URL(page.url()).pathname).toMatch(/workout\/$/);
});

test('a real log without a plan is judged by what it holds, and what was no use is said', async ({ page, site }) => {
  await page.goto(`${site.url}import/`);
  await page.locator('#import-file').setInputFiles(strong);
  await page.locator('#import label.choice__option', { hasText: /^kg$/ }).click();
  const lower = page.locator('.names__row', { hasText: 'Lower Back' }).getByRole('combobox');
  await lower.focus();
  await lower.selectOption({ label: '45° back extension' });
  await page.getByRole('button', { name: 'Take these sessions in' }).click();
  await expect(page.getByText('129 sessions taken in')).toBeVisible();
  await at(page, '2021-04-12');
  await open(page, site);
  await expect(first(page)).toContainText('1. Calves: too few hard sets');
  await expect(page.locator('#unused')).toContainText('sets for other parts of the body');
  await expect(page.getByText('Answer the safety questions')).toBeVisible();
  await page.locator('#fix-0').click();
  await expect(page.locator('#preview-0')).toContainText('There is no plan to change yet');
  await expect(page.locator('#preview-0').getByRole('link', { name: 'Answer and get a plan' })).toBeVisible();
  await axe(page, 'a real log');
  // Years later there is nothing to judge, and no guess.
  await at(page, '2026-11-21');
  await open(page, site);
  await expect(page.locator('#verdict')).toContainText('Not enough to say');
  await expect(page.locator('#unused')).toContainText('a pause of three weeks');
});

test('the review stands on Today until it is put away, and comes back with the next week @both', async ({ page, site }) => {
  await lifter(page, site, 'skips-curls', '2026-11-18');
  await page.goto(site.url);
  const review = page.locator('#review');
  await expect(review).toContainText('Your week');
  await expect(review.locator('li')).toHaveCount(3);
  await expect(review).toContainText('One thing to do: Coverage: Hamstrings at the knee. Lying leg curl in place of');
  await axe(page, 'review');
  await review.getByRole('button', { name: 'Put away' }).click();
  await expect(review).toHaveCount(0);
  await undo(page);
  await expect(review).toContainText('Your week');
  await review.getByRole('button', { name: 'Put away' }).click();
  await expect(review).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible();
  await expect(review).toHaveCount(0);
  await at(page, '2026-11-23');
  await page.goto(site.url);
  await expect(review).toContainText('Your week');
  await review.getByRole('link', { name: 'What holds you back' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'What holds you back' })).toBeVisible();
});

test('where a clinician comes first nothing else is said, and food has no numbers where none may be shown', async ({ page, site }) => {
  await lifter(page, site, 'eats-little', '2026-11-22');
  await page.goto(`${site.url}welcome/`);
  await page.getByLabel('An eating disorder').check();
  await page.getByRole('button', { name: 'Save my answers' }).click();
  await open(page, site);
  const main = page.locator('#main');
  await expect(page.locator('#expectation')).toContainText('Numbers about the body are off');
  await expect(main).not.toContainText(/kcal|protein a day|g a kilogram|weigh-in|Your weight/);
  await page.goto(site.url);
  await expect(page.locator('#review')).toContainText('Your week');
  await expect(page.locator('#review')).not.toContainText(/weight|protein|kcal/);
  await page.goto(`${site.url}learn/`);
  await expect(page.getByRole('heading', { level: 1, name: 'Learn' })).toBeVisible();
  await expect(main).toContainText('shown only where your safety answers allow them');
  await expect(main).not.toContainText(/kcal|g\/kg/);
  await page.goto(`${site.url}welcome/`);
  await page.getByLabel('Heart disease').check();
  await page.getByRole('button', { name: 'Use this plan' }).click();
  await open(page, site);
  await expect(page.locator('#verdict')).toContainText('First see a clinician');
  await expect(page.locator('[id^=finding-], #missing, #past')).toHaveCount(0);
  await page.goto(site.url);
  await expect(page.locator('#review')).toContainText('See a clinician');
  await expect(page.locator('#review li')).toHaveCount(0);
});

test('every principle is there with its source and leads to where it is used @both', async ({ page, site }) => {
  await adopt(page, site);
  await page.getByRole('link', { name: 'More', exact: true }).click();
  await page.getByRole('link', { name: /^Learn/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Learn' })).toBeVisible();
  await expect(page.locator('.principle')).toHaveCount(52);
  await expect(page.locator('.principle', { hasText: 'Source:' })).toHaveCount(52);
  await axe(page, 'learn');
  await page.getByRole('navigation', { name: 'Contents' }).getByRole('link', { name: 'Kitchen' }).click();
  await expect(page.locator('#kitchen')).toBeInViewport();
  await page.getByRole('link', { name: 'the ranked factors' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'What holds you back' })).toBeVisible();
});
