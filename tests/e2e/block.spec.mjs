// The life of a block by its days, the morning's taps, and the iron that suggestions are rounded to.
import AxeBuilder from '@axe-core/playwright';
import { test, expect, adopt, startSession, logged } from './fixtures.mjs';

/** Ten in the morning of a day. */
const at = (page, day) => page.clock.setFixedTime(new Date(`${day}T10:00:00`));

async function morningOf(page, site, day) {
  await at(page, day);
  await page.goto(site.url);
  await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible();
}

/** One session of the plan with a set in it. */
async function train(page, load = '62.5') {
  await startSession(page, load);
  await page.getByRole('button', { name: 'Log set' }).click();
  await expect(logged(page)).toHaveCount(1);
  await page.getByRole('button', { name: 'Finish session' }).click();
  await expect(page.getByRole('heading', { name: 'What it came to' })).toBeVisible();
}

const tap = (page, question, answer) =>
  page.getByRole('group', { name: question }).getByRole('button', { name: answer, exact: true }).click();

const offer = (page) => page.locator('#offer');
const undo = (page) => page.getByRole('button', { name: 'Undo' }).click();
const plans = (page) => page.evaluate(() => {
  const key = Object.keys(localStorage).find((name) => /:plans$/.test(name));
  const { list, active } = JSON.parse(localStorage.getItem(key).split('\n')[1]);
  return { count: list.length, active };
});

async function axe(page, name) {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
  expect(violations.map((v) => `${name}: ${v.id}: ${v.nodes.map((n) => n.target).join(' ')}`)).toEqual([]);
}

/** Two weeks' sessions done, then nights and mornings that ask for a lighter week. */
async function wornOut(page, site) {
  await at(page, '2026-11-02');
  await adopt(page, site);
  await train(page);
  await morningOf(page, site, '2026-11-05');
  await train(page);
  for (const day of ['2026-11-06', '2026-11-07', '2026-11-08', '2026-11-09']) {
    await morningOf(page, site, day);
    await tap(page, 'How ready do you feel?', 'Not much');
    await page.getByLabel('Slept last night').fill('5,5');
    await page.locator('#sleep-today-save').click();
    await expect(page.locator('#morning')).toContainText('Slept 5 h 30');
  }
}

test('signs offer a lighter week: it waits, is taken with a tap, and taken back', async ({ page, site }) => {
  test.setTimeout(90_000);
  await wornOut(page, site);
  await expect(offer(page)).toContainText('A lighter week?');
  await expect(offer(page)).toContainText('You sleep less than six hours');
  await expect(offer(page)).toContainText('not ready on three mornings');
  await page.getByRole('button', { name: 'Not now' }).click();
  await expect(offer(page)).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole('button', { name: 'Start session' })).toBeVisible();
  await expect(offer(page)).toHaveCount(0);
  // The next week asks again where the signs are still there.
  for (const day of ['2026-11-14', '2026-11-15', '2026-11-16']) {
    await morningOf(page, site, day);
    await page.getByRole('group', { name: 'How ready do you feel?' }).getByRole('button', { name: 'Not much' }).click();
    if (day === '2026-11-14') {
      // Days off speak louder than signs: the way back first.
      await expect(offer(page)).toHaveCount(0);
    }
  }
  await expect(offer(page)).toContainText('Welcome back');
});

test('the lighter week takes the place of a week and gives it back', async ({ page, site }) => {
  test.setTimeout(90_000);
  await wornOut(page, site);
  await page.getByRole('button', { name: 'Lighter week' }).click();
  await expect(offer(page)).toHaveCount(0);
  await page.getByRole('link', { name: 'Plan', exact: true }).click();
  await expect(page.locator('.block__week')).toHaveCount(2);
  await expect(page.getByText('deload', { exact: true }).first()).toBeVisible();
  await undo(page);
  await expect(page.locator('.block__week')).toHaveCount(6);
  expect((await plans(page)).count).toBe(1);
});

test('after days off the way back is a plan of its own', async ({ page, site }) => {
  await at(page, '2026-11-02');
  await adopt(page, site);
  await train(page);
  const before = await plans(page);
  await morningOf(page, site, '2026-11-17');
  await expect(offer(page)).toContainText('15 days since your last leg session');
  await page.getByRole('button', { name: 'Repeat that week' }).click();
  await expect(offer(page)).toHaveCount(0);
  await expect(page.getByText('Week 1 of 6')).toBeVisible();
  const after = await plans(page);
  expect(after.count).toBe(2);
  expect(after.active).not.toBe(before.active);
  await undo(page);
  await expect(offer(page)).toContainText('Welcome back');
  expect(await plans(page)).toEqual(before);
  // Three weeks and more: in steps.
  await morningOf(page, site, '2026-11-27');
  await expect(offer(page)).toContainText('comes back in steps');
  await page.getByRole('button', { name: 'Come back in steps' }).click();
  await expect(offer(page)).toHaveCount(0);
  await expect(page.getByText(/Week 1 of 6 · today|Week 1 of 6 · tomorrow|Week 1 of 6 · on/)).toBeVisible();
});

test('a block is over after its last day, ended or begun again by hand, and the next is a tap away @both', async ({ page, site }) => {
  await at(page, '2026-11-02');
  await adopt(page, site);
  await train(page);
  await page.getByRole('link', { name: 'Plan', exact: true }).click();
  await page.getByText('This block', { exact: true }).click();
  await page.getByRole('button', { name: 'Begin it again' }).click();
  await expect.poll(async () => (await plans(page)).count).toBe(2);
  await undo(page);
  await expect.poll(async () => (await plans(page)).count).toBe(1);
  await page.getByText('This block', { exact: true }).click();
  await page.getByRole('button', { name: 'End it' }).click();
  await expect(offer(page)).toContainText('The block is done');
  await undo(page);
  await expect(offer(page)).toHaveCount(0);
  await expect(page.locator('.block__week')).toHaveCount(6);
  // Nobody came in the last weeks: on the last day the block still runs, the day after it is over.
  await morningOf(page, site, '2026-12-13');
  await expect(offer(page)).toContainText('Welcome back');
  await morningOf(page, site, '2026-12-14');
  await expect(offer(page)).toContainText('The block is done');
  await expect(offer(page)).toContainText('at half your volume');
  await page.getByText('What changes').click();
  await expect(offer(page).getByText(/weekly sets/).first()).toBeVisible();
  await page.getByRole('button', { name: 'Use the next block' }).click();
  await expect(page.getByRole('button', { name: 'Start session' })).toBeVisible();
  expect((await plans(page)).count).toBe(2);
});

test('other answers in a running block change what is to come and nothing else', async ({ page, site }) => {
  await at(page, '2026-11-02');
  await adopt(page, site);
  await train(page);
  const before = await plans(page);
  await page.goto(`${site.url}welcome/`);
  await page.getByLabel('Weight').fill('83');
  await expect(page.getByText('Your plan stays as it is')).toBeVisible();
  await page.getByLabel('Minutes a session').fill('40');
  await expect(page.getByText('it changes from week 2')).toBeVisible();
  await page.getByRole('button', { name: 'Use this plan' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Your plan' })).toBeVisible();
  expect(await plans(page)).toEqual(before);
  await expect(page.locator('.block__week')).toHaveCount(6);
});

test('a morning is three taps, each gone once it is said, and can be changed @both', async ({ page, site }) => {
  await adopt(page, site);
  await page.getByRole('link', { name: 'Today', exact: true }).click();
  const groups = page.locator('#morning [role=group]');
  await expect(groups).toHaveCount(3);
  await tap(page, 'How did you sleep?', 'Well');
  await expect(groups).toHaveCount(2);
  // The focus goes on to the next question, in a turn of its own.
  await expect(groups.locator(':focus')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(groups).toHaveCount(1);
  await expect(page.locator('#morning')).toContainText('Slept well · legs not sore');
  await tap(page, 'How ready do you feel?', 'As usual');
  await expect(groups).toHaveCount(0);
  await page.reload();
  await expect(page.locator('#morning')).toContainText('Slept well · legs not sore · ready as usual');
  await page.getByRole('button', { name: 'Change' }).click();
  await expect(groups).toHaveCount(3);
  await tap(page, 'Are your legs sore?', 'Very');
  await expect(page.getByRole('group', { name: 'Are your legs sore?' }).getByRole('button', { name: 'Very' })).toHaveAttribute('aria-pressed', 'true');
  await page.locator('#morning-change').click();
  await expect(groups).toHaveCount(0);
  await expect(page.locator('#morning')).toContainText('legs very sore');
  await undo(page);
  await expect(page.locator('#morning')).toContainText('legs not sore');
});

test('suggestions are what the own iron can hold, and what cannot be iron is refused', async ({ page, site }) => {
  await at(page, '2026-11-02');
  await adopt(page, site, 'Barbell');
  await train(page, '62.5');
  await page.goto(`${site.url}settings/`);
  const iron = page.locator('#iron');
  await expect(iron.getByRole('button', { name: /^Leg press/ })).toHaveCount(0);
  await iron.getByRole('button', { name: /^Plates/ }).click();
  for (let row = 0; row < 6; row += 1) await iron.getByRole('button', { name: 'Remove plate 1' }).click();
  await page.locator('#plate-1').fill('0');
  await iron.getByRole('button', { name: 'Save' }).click();
  await expect(iron).toContainText('Between 0.1 and 100.');
  await page.locator('#plate-1').fill('5,0');
  await page.locator('#pairs-1').fill('1,5');
  await iron.getByRole('button', { name: 'Save' }).click();
  await expect(iron).toContainText('Whole pairs, please.');
  await page.locator('#pairs-1').fill('12');
  await iron.getByRole('button', { name: 'Save' }).click();
  await expect(iron.getByRole('button', { name: /^Plates/ })).toContainText('5 kg');
  await page.reload();
  await expect(iron.getByRole('button', { name: /^Plates/ })).toContainText('5 kg');
  // The same session once more: 62.5 kg is not to be had any more.
  await page.goto(`${site.url}plan/`);
  await page.getByText('This block', { exact: true }).click();
  await page.getByRole('button', { name: 'Begin it again' }).click();
  await expect.poll(async () => (await plans(page)).count).toBe(2);
  await page.getByRole('link', { name: 'Today', exact: true }).click();
  await page.getByRole('button', { name: 'Start session' }).click();
  await expect(page.getByLabel('Load', { exact: true })).toHaveValue('60');
  // A bar in pounds, then everything as usual.
  await page.goto(`${site.url}settings/`);
  await iron.getByRole('button', { name: /^Barbell/ }).click();
  await iron.locator('label.choice__option', { hasText: /^lb$/ }).click();
  await page.locator('#iron-bar').fill('abc');
  await iron.getByRole('button', { name: 'Save' }).click();
  await expect(iron).toContainText('Type a number');
  await page.locator('#iron-bar').fill('45');
  await iron.getByRole('button', { name: 'Save' }).click();
  await expect(iron.getByRole('button', { name: /^Barbell/ })).toContainText('45 lb and plates');
  await iron.getByRole('button', { name: /^Dumbbells/ }).click();
  await iron.locator('label.choice__option', { hasText: 'Only certain weights' }).click();
  await page.locator('#iron-list').fill('4 7,5 10');
  await iron.getByRole('button', { name: 'Save' }).click();
  await expect(iron.getByRole('button', { name: /^Dumbbells/ })).toContainText('4, 7.5, 10 kg');
  await iron.getByRole('button', { name: 'Everything as usual' }).click();
  await expect(iron.getByRole('button', { name: /^Barbell/ })).toContainText('20 kg and plates');
  await undo(page);
  await expect(iron.getByRole('button', { name: /^Barbell/ })).toContainText('45 lb and plates');
});

for (const colorScheme of ['light', 'dark']) {
  test(`what is new here in ${colorScheme} @both`, async ({ page, site }) => {
    test.setTimeout(90_000);
    await page.emulateMedia({ colorScheme });
    await wornOut(page, site);
    // Tall enough that the tab bar covers nothing of a page at rest.
    await page.setViewportSize({ width: page.viewportSize().width, height: 4000 });
    await page.reload();
    await expect(offer(page)).toContainText('A lighter week?');
    await axe(page, 'offer and morning');
    await page.locator('#morning-change').click();
    await axe(page, 'the morning, open');
    await page.goto(`${site.url}plan/`);
    await page.getByText('This block', { exact: true }).click();
    await axe(page, 'this block');
    await page.goto(`${site.url}settings/`);
    await page.locator('#iron').getByRole('button', { name: /^Plates/ }).click();
    await axe(page, 'plates');
    await page.locator('#iron').getByRole('button', { name: /^Leg extension/ }).click();
    await axe(page, 'a stack');
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(wide).toBeLessThanOrEqual(0);
  });
}
