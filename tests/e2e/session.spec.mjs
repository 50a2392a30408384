// The session: taps counted, sets changed, sides, plates, techniques, pain, swaps, time, calibration, days.
import { test, expect, adopt, startSession, logged } from './fixtures.mjs';
import AxeBuilder from '@axe-core/playwright';

const log = (page) => page.locator('#log-set');
const rir = (page, name, reps) => page.locator(`input[name=${name}]`).nth(reps).check({ force: true });
const draft = (page) => page.evaluate(() => JSON.parse(localStorage.getItem(Object.keys(localStorage).find((key) => key.endsWith(':draft'))).split('\n')[1]));

/** A blank session with these exercises. */
async function blank(page, site, ...slugs) {
  await adopt(page, site);
  await page.goto(site.url);
  await page.getByRole('button', { name: 'Start without a plan' }).click();
  for (const slug of slugs) {
    await page.locator('summary', { hasText: 'Add an exercise' }).click();
    await page.locator('details[open] select').selectOption(slug);
    await page.waitForTimeout(50);
    await page.locator('summary', { hasText: 'Add an exercise' }).click();
  }
}

test('start in one tap, a planned set in one, a changed one in three @both', async ({ page, site }) => {
  await adopt(page, site);
  await page.getByRole('link', { name: 'Today', exact: true }).click();
  await page.getByRole('button', { name: 'Start session' }).click();
  await page.getByLabel('Load', { exact: true }).fill('100');
  await log(page).click();
  await expect(logged(page)).toHaveCount(1);
  await expect(logged(page).first()).toContainText('unverified');
  // Another load, another effort, log: three taps.
  await page.getByRole('button', { name: 'More load' }).click();
  await rir(page, 'rir', 1);
  await log(page).click();
  await expect(logged(page)).toHaveCount(2);
  await expect(logged(page).nth(1)).toContainText('102.5 kg');
  await expect(logged(page).nth(1)).toContainText('RIR 1 · hard');
});

test('holding a button repeats faster and faster, and letting go adds nothing', async ({ page, site }) => {
  await adopt(page, site);
  await startSession(page, '20');
  const more = page.getByRole('button', { name: 'More load' });
  await more.hover();
  await page.mouse.down();
  await page.waitForTimeout(1700);
  const held = await page.getByLabel('Load', { exact: true }).inputValue();
  await page.mouse.up();
  const after = await page.getByLabel('Load', { exact: true }).inputValue();
  expect(Number(held)).toBeGreaterThan(20 + 8 * 2.5);
  expect(Number(after) - Number(held)).toBeLessThanOrEqual(2.5);
  await more.click();
  expect(Number(await page.getByLabel('Load', { exact: true }).inputValue())).toBe(Number(after) + 2.5);
});

test('what cannot be is refused with a sentence, and typing takes comma and point', async ({ page, site }) => {
  await adopt(page, site);
  await startSession(page, '');
  const [load, reps] = [page.getByLabel('Load', { exact: true }), page.getByLabel('Reps', { exact: true })];
  for (const [bad, sentence] of [['', '0 to 1,000 kg.'], ['0', 'Not without a load'], ['2000', '0 to 1,000 kg.'], ['abc', '0 to 1,000 kg.']]) {
    await load.fill(bad);
    await log(page).click();
    await expect(page.locator('#load-error')).toContainText(sentence);
  }
  await load.fill('82,5');
  for (const bad of ['0', '101', '', '8.5', '-3']) {
    await reps.fill(bad);
    await log(page).click();
    await expect(page.locator('#reps-error')).toContainText('1 to 100 reps.');
  }
  await expect(logged(page)).toHaveCount(0);
  await reps.fill('8');
  await log(page).click();
  await load.fill('82.5');
  await log(page).click();
  await expect(logged(page).getByText('82.5 kg × 8')).toHaveCount(2);
});

test('an earlier set is changed in place and the change taken back', async ({ page, site }) => {
  await adopt(page, site);
  await startSession(page);
  await log(page).click();
  await log(page).click();
  await page.getByRole('button', { name: /^Change set 1/ }).click();
  await page.locator('#edit-load').fill('90');
  await page.locator('#edit-reps').fill('500');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.locator('#edit-reps-error')).toContainText('1 to 100');
  await page.locator('#edit-reps').fill('7');
  await rir(page, 'edit-rir', 0);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(logged(page).first()).toContainText('90 kg × 7');
  await expect(logged(page).first()).toContainText('RIR 0');
  await page.reload();
  await expect(logged(page).first()).toContainText('90 kg × 7');
  await page.getByRole('button', { name: 'Undo set 1' }).click();
  await expect(logged(page)).toHaveCount(1);
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(logged(page).first()).toContainText('90 kg × 7');
});

test('sides that differ stand in one row', async ({ page, site }) => {
  await blank(page, site, 'bulgarian-split-squat');
  await page.getByLabel('Load', { exact: true }).fill('20');
  await page.getByRole('button', { name: 'Sides differ' }).click();
  await page.getByLabel('Reps, left').fill('10');
  await page.getByLabel('Reps, right').fill('8');
  await log(page).click();
  await expect(logged(page)).toHaveCount(1);
  await expect(logged(page)).toContainText('20 kg × 10 left, 8 right');
  await page.reload();
  await expect(page.getByLabel('Reps, right')).toBeVisible();
  await page.getByRole('button', { name: /^Change set 1/ }).click();
  await page.locator('#edit-reps-right').fill('9');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(logged(page)).toContainText('20 kg × 10 left, 9 right');
  await expect(page.getByText('1 set logged', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Undo set 1' }).click();
  await expect(logged(page)).toHaveCount(0);
});

test('a logged set is changed to what can be only, and says what ended it', async ({ page, site }) => {
  await blank(page, site, 'high-bar-back-squat');
  await page.getByLabel('Load', { exact: true }).fill('60');
  await log(page).click();
  await page.getByRole('button', { name: /^Change set 1/ }).click();
  await page.locator('#edit-load').fill('0');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.locator('#edit-load-error')).toContainText('Not without a load');
  await page.locator('#edit-load').fill('62.5');
  await rir(page, 'edit-rir', 4);
  await page.locator('input[name=edit-stop]').first().check({ force: true });
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(logged(page)).toContainText('62.5 kg');
  await page.getByRole('button', { name: 'Finish session' }).click();
  await expect(page.getByText('RIR 4 · breath')).toBeVisible();
});

test('an exercise that no plan asks for begins with the load of last time', async ({ page, site }) => {
  await blank(page, site, 'leg-extension');
  await page.getByLabel('Load', { exact: true }).fill('60');
  await log(page).click();
  await page.getByRole('button', { name: 'Finish session' }).click();
  await expect(page.getByRole('button', { name: 'Take finishing back' })).toBeVisible();
  await page.goto(site.url);
  await page.getByRole('button', { name: 'Start without a plan' }).click();
  await page.locator('summary', { hasText: 'Add an exercise' }).click();
  await page.locator('details[open] select').selectOption('leg-extension');
  await expect(page.getByLabel('Load', { exact: true })).toHaveValue('60');
});

test('plates, the shortfall, the warm-up and a load by its plates', async ({ page, site }) => {
  await blank(page, site, 'high-bar-back-squat');
  await page.getByLabel('Load', { exact: true }).fill('101');
  await expect(page.locator('#plates')).toContainText('Each side: 25 + 15 · 1 kg short: 100 kg');
  await page.getByLabel('Load', { exact: true }).fill('100');
  await expect(page.locator('#plates')).toHaveText('Each side: 25 + 15');
  await page.getByRole('button', { name: '40 kg × 8' }).click();
  await expect(logged(page)).toContainText('warm-up');
  await expect(page.getByRole('button', { name: '✓ 40 kg × 8' })).toBeDisabled();
  await expect(page.locator('#set-title')).toHaveText('Set 1');
  await page.locator('#tool-plates').click();
  await page.getByRole('button', { name: '20 on each side' }).click();
  await page.getByRole('button', { name: '5 on each side', exact: true }).click();
  await expect(page.locator('#by-plates')).toHaveText('Bar 20 + 2 × (20 + 5) = 70 kg');
  await expect(page.getByLabel('Load', { exact: true })).toHaveValue('70');
});

test('pain: go on, change, stop, and a sign ends the session with what was done kept', async ({ page, site }) => {
  await adopt(page, site);
  await startSession(page);
  await log(page).click();
  await page.locator('#tool-pain').click();
  await page.locator('#pain-2').click();
  await expect(page.locator('#pain-rule')).toContainText('Go on');
  await page.locator('#pain-5').click();
  await expect(page.locator('#pain-rule')).toContainText('Leave this exercise');
  expect((await draft(page)).exercises[0].pain).toBe(5);
  await page.locator('label.choice__option', { hasText: 'Knees' }).click();
  await expect(page.locator('.substitute, .panel .muted').first()).toBeVisible();
  await page.locator('#pain-2').click();
  await page.locator('#pain-sharp').check();
  await expect(page.locator('#pain-rule')).toContainText('Stop this exercise now');
  await page.locator('#signs').click();
  await page.getByRole('button', { name: 'Chest pain or pressure' }).click();
  await expect(page.locator('#red-flag')).toContainText('call the emergency number now');
  const months = () => page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes(':log:')).length);
  expect(await months()).toBe(1);
  // It holds after a reload, on Today too, until a clinician has agreed.
  await page.reload();
  await expect(page.locator('#red-flag')).toContainText('Chest pain or pressure');
  await page.goto(site.url);
  await expect(page.locator('#red-flag')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Start session' })).toHaveCount(0);
  await page.getByRole('button', { name: 'A clinician has agreed' }).click();
  await expect(page.getByRole('button', { name: 'Start session' })).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.locator('#red-flag')).toBeVisible();
});

test('a substitute where something is taken, the order, and leaving out, each taken back', async ({ page, site }) => {
  await adopt(page, site);
  await startSession(page);
  const names = () => page.locator('.strip__item').allTextContents();
  const before = await names();
  await page.locator('#tool-swap').click();
  await page.locator('label.choice__option', { hasText: 'Taken' }).click();
  const first = page.locator('.substitute').first();
  const name = await first.locator('b').textContent();
  await expect(first).toContainText('alike');
  await first.click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  expect(await names()).toEqual(before);
  await page.locator('#tool-order').click();
  await page.locator('#later').click();
  expect((await names())[1]).toBe(before[0]);
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(page.locator('.strip__item').first()).toHaveText(before[0]);
  await page.locator('#tool-order').click();
  await page.locator('#leave-out').click();
  await expect(page.getByRole('heading', { level: 1, name: before[1] })).toBeVisible();
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
});

test('short of time: what goes is said, then done, then taken back', async ({ page, site }) => {
  await adopt(page, site);
  await startSession(page);
  await page.locator('#tool-time').click();
  await page.getByRole('button', { name: '20 min', exact: true }).click();
  await expect(page.getByText('It costs hard sets')).toBeVisible();
  const asked = async () => (await draft(page)).exercises.reduce((sum, one) => sum + one.planned[1], 0);
  const before = await asked();
  await page.locator('#cut').click();
  expect(await asked()).toBeLessThan(before);
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect.poll(asked).toBe(before);
});

test('remarks are kept with every letter, and the one on the exercise comes back next time', async ({ page, site }) => {
  await blank(page, site, 'leg-extension');
  await page.locator('#tool-notes').click();
  await page.locator('#note-exercise').fill('seat 4');
  await page.locator('#note-session').fill('slept badly');
  await page.getByLabel('Load', { exact: true }).fill('50');
  await log(page).click();
  await page.reload();
  await page.locator('#tool-notes').click();
  await expect(page.locator('#note-exercise')).toHaveValue('seat 4');
  await expect(page.locator('#note-session')).toHaveValue('slept badly');
});

test('a session of an earlier day is logged like any other and stands there', async ({ page, site }) => {
  await adopt(page, site);
  await page.goto(`${site.url}session/`);
  await page.locator('#earlier').click();
  await page.locator('#earlier-day').fill('2999-01-01');
  await page.getByRole('button', { name: 'Start logging it' }).click();
  await expect(page.getByText('A day up to today.')).toBeVisible();
  const day = await page.evaluate(() => new Date(Date.now() - 3 * 86_400_000).toLocaleDateString('sv'));
  await page.locator('#earlier-day').fill(day);
  await page.locator('#earlier-session').selectOption('1');
  await page.getByRole('button', { name: 'Start logging it' }).click();
  await page.getByLabel('Load', { exact: true }).fill('60');
  await log(page).click();
  await expect(logged(page)).toHaveCount(1);
  await expect(page.getByRole('timer')).toHaveCount(0);
  expect((await draft(page)).day).toBe(day);
});

test('on the smallest phone a set takes one tap, and the button covers neither the rest nor what has the focus', async ({ page, site }) => {
  await adopt(page, site);
  await startSession(page);
  await page.setViewportSize({ width: 320, height: 568 });
  await page.evaluate(() => scrollTo(0, 0));
  const inSight = async () => {
    const box = await log(page).boundingBox();
    const rest = page.locator('.rest');
    const end = (await rest.count()) ? (await rest.boundingBox()).y : (await page.locator('.tabs').boundingBox()).y;
    expect(box.y).toBeGreaterThan(0);
    expect(box.y + box.height).toBeLessThanOrEqual(end);
  };
  await inSight();
  await log(page).click();
  await expect(logged(page)).toHaveCount(1);
  await page.evaluate(() => scrollTo(0, 0));
  await inSight();
  // By keyboard from field to field: each comes out from under the button and the rest.
  await page.getByLabel('Load', { exact: true }).focus();
  for (let step = 0; step < 6; step += 1) {
    await page.keyboard.press('Tab');
    const covered = await page.evaluate(() => {
      const at = document.activeElement.closest('label') ?? document.activeElement;
      const box = at.getBoundingClientRect();
      const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
      return at.contains(top) ? '' : `${at.outerHTML.slice(0, 80)} under ${top?.outerHTML.slice(0, 80)}`;
    });
    expect(covered).toBe('');
  }
});

for (const colorScheme of ['light', 'dark']) {
  test(`every tool in ${colorScheme} passes axe and fits 320 px`, async ({ page, site }) => {
    test.setTimeout(120_000);
    await page.emulateMedia({ colorScheme });
    await adopt(page, site);
    await startSession(page);
    await log(page).click();
    await page.setViewportSize({ width: 320, height: 4000 });
    for (const tool of ['pain', 'swap', 'plates', 'time', 'order', 'notes']) {
      const chip = page.locator(`#tool-${tool}`);
      if (!(await chip.count())) continue;
      await chip.click();
      if (tool === 'pain') {
        await page.locator('#pain-6').click();
        await page.locator('#signs').click();
      }
      if (tool === 'swap') await page.locator('label.choice__option', { hasText: 'Other' }).click();
      if (tool === 'time') await page.getByRole('button', { name: '15 min', exact: true }).click();
      const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
      expect(violations.map((v) => `${tool}: ${v.id}: ${v.nodes.map((n) => n.target).join(' ')}`)).toEqual([]);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      expect(wide, `${tool} scrolls sideways`).toBeLessThanOrEqual(0);
    }
  });
}
