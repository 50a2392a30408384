// The main job: answers, plan, a session, the chart, and all of it again later.
import { test, expect, adopt, crash, startSession, logged } from './fixtures.mjs';

test('answers lead to a plan and food targets, and are kept @both', async ({ page, site }) => {
  await adopt(page, site);
  await expect(page.getByText('Weekly hard sets')).toBeVisible();
  await page.getByRole('link', { name: 'Fuel' }).click();
  await expect(page.getByText('2,966').first()).toBeVisible();
  await expect(page.getByText('144 g', { exact: true })).toBeVisible();
  await page.reload();
  await expect(page.getByText('2,966').first()).toBeVisible();
});

test('the form says what is wrong with each field and stores nothing', async ({ page, site }) => {
  await page.goto(`${site.url}welcome/`);
  for (const [field, hostile] of [['Age', '-5'], ['Height', '1e999'], ['Weight', 'x'.repeat(10_000)], ['Body fat', 'NaN']]) {
    await page.getByLabel(field).fill(hostile);
    await expect(page.getByLabel(field)).toHaveAttribute('aria-invalid', 'true');
  }
  await page.getByRole('button', { name: 'Use this plan' }).click();
  await expect(page.getByText('Mend the marked answers first.')).toBeVisible();
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
  await page.getByLabel('Weight').fill('82,5');
  await expect(page.getByLabel('Weight')).not.toHaveAttribute('aria-invalid', 'true');
});

test('nothing is planned before the safety question is answered, and heart disease asks for a clinician', async ({ page, site }) => {
  await page.goto(`${site.url}welcome/`);
  await page.getByLabel('Age').fill('40');
  await expect(page.getByText('Answer the safety question first')).toBeVisible();
  await page.getByLabel('Heart disease').check();
  await expect(page.getByText('Talk to a clinician before you train: heart disease')).toBeVisible();
  await page.getByLabel('A clinician has agreed').check();
  await expect(page.getByText(/weeks and a deload/)).toBeVisible();
});

test('an eating disorder hides food and weight but not training', async ({ page, site }) => {
  await page.goto(`${site.url}welcome/`);
  await page.getByLabel('Age').fill('25');
  await page.getByLabel('An eating disorder').check();
  await page.getByRole('button', { name: 'Use this plan' }).click();
  await expect(page.getByRole('heading', { name: 'Your plan' })).toBeVisible();
  await page.getByRole('link', { name: 'Fuel' }).click();
  await expect(page.getByText('Food is left out here on purpose.')).toBeVisible();
  await expect(page.getByLabel('Weight this morning')).toHaveCount(0);
});

test('a set done as planned is one tap, and every set can be taken back', async ({ page, site }) => {
  await adopt(page, site);
  await startSession(page);
  await page.getByRole('button', { name: 'Log set' }).click();
  await page.getByRole('button', { name: 'Log set' }).click();
  await expect(logged(page)).toHaveCount(2);
  await expect(logged(page).first()).toContainText('100 kg');
  await expect(logged(page).first()).toContainText('unverified');
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(logged(page)).toHaveCount(1);
  await page.locator('label.choice__option', { hasText: /^1$/ }).click();
  await page.getByRole('button', { name: 'Log set' }).click();
  await expect(logged(page).nth(1)).toContainText('RIR 1 · hard');
  await page.getByRole('button', { name: 'Undo set 1' }).click();
  await expect(logged(page)).toHaveCount(1);
});

test('impossible loads and reps are refused with a sentence', async ({ page, site }) => {
  await adopt(page, site);
  await startSession(page, '2000');
  await page.getByRole('button', { name: 'Log set' }).click();
  await expect(page.getByText('0 to 1,000 kg.')).toBeVisible();
  await page.getByLabel('Load', { exact: true }).fill('82,5');
  await page.getByLabel('Reps', { exact: true }).fill('101');
  await page.getByRole('button', { name: 'Log set' }).click();
  await expect(page.getByText('1 to 100 reps.')).toBeVisible();
  await expect(logged(page)).toHaveCount(0);
});

test('fault 44: a tab killed in the middle of a session resumes with every set', async ({ context, page, site }) => {
  await adopt(page, site);
  await startSession(page);
  for (let set = 1; set <= 2; set += 1) {
    await page.getByRole('button', { name: 'Log set' }).click();
    await expect(logged(page)).toHaveCount(set);
  }
  // The renderer dies: no unload, no event, nothing is flushed by the page.
  await crash(page);
  const again = await context.newPage();
  await again.goto(site.url);
  await again.getByRole('link', { name: 'Resume session' }).click();
  await expect(logged(again)).toHaveCount(2);
  await expect(again.getByRole('timer')).toBeVisible();
});

test.describe('a fault of the app itself', () => {
  test.use({ allowed: { patterns: [/unreachable/] } });
  test('fault 47: is covered, and the cover leads to the data', async ({ page, site }) => {
    await page.goto(site.url);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await page.evaluate(() => { setTimeout(() => { throw new WebAssembly.RuntimeError('unreachable'); }); });
    const cover = page.getByRole('alertdialog', { name: 'Legwork stopped' });
    await cover.getByRole('link', { name: 'Get your data out' }).click();
    await expect(page).toHaveURL(/rescue\.html$/);
  });
});

test('a page fetches its code when it is opened, in the same document, and gets the focus', async ({ page, site }) => {
  await page.goto(site.url);
  await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible();
  const fetched = () => page.evaluate(() => performance.getEntriesByType('resource').some((e) => /-progress\.wasm$/.test(e.name)));
  expect(await fetched()).toBe(false);
  await page.evaluate(() => { window.same = true; });
  await page.getByRole('link', { name: 'Progress', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Sets per muscle' })).toBeFocused();
  expect(await fetched()).toBe(true);
  await page.getByRole('link', { name: 'Today', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeFocused();
  expect(await page.evaluate(() => window.same)).toBe(true);
});

test('what is not asked for comes by itself, and then the server is not needed', async ({ page, site }) => {
  await page.goto(site.url);
  for (const chunk of ['session', 'plan', 'progress', 'record', 'verdict', 'more']) {
    await page.waitForFunction((name) => performance.getEntriesByType('resource').some((e) => e.name.endsWith(`-${name}.wasm`) && e.responseEnd > 0), chunk);
  }
  await page.evaluate(async () => { for (const name of await caches.keys()) await caches.delete(name); });
  await site.stop();
  await page.getByRole('link', { name: 'Plan', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'No plan yet' })).toBeVisible();
  await page.getByRole('link', { name: 'More', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'More' })).toBeVisible();
});

test.describe('a page whose code does not come', () => {
  test.use({ serviceWorkers: 'block', allowed: { patterns: [/Failed to load resource/, /503/, /WebAssembly|wasm/, /Service Worker/] } });
  test('says so, and comes when it is asked for again', async ({ page, site }) => {
    await page.goto(site.url);
    const name = await page.evaluate(() => document.querySelector('link[href$="_bg.wasm"]').href.split('/').pop().replace('_bg', '-progress'));
    site.state.broken.add(name);
    await page.getByRole('link', { name: 'Progress', exact: true }).click();
    await expect(page.getByRole('alert')).toContainText('could not be fetched');
    site.state.broken.delete(name);
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Sets per muscle' })).toBeVisible();
  });
});

test('a finished session stands in the chart and in its table @both', async ({ page, site }) => {
  await adopt(page, site);
  await startSession(page);
  await page.getByRole('button', { name: 'Log set' }).click();
  await page.getByRole('button', { name: 'Finish session' }).click();
  await expect(page.getByRole('heading', { name: 'What it came to' })).toBeVisible();
  await page.getByRole('link', { name: 'Progress', exact: true }).click();
  const quads = page.getByRole('button', { name: /^Quads ?: 1 set done/ });
  await expect(quads).toBeVisible();
  await page.getByText('Show as table').first().click();
  await expect(page.getByRole('row', { name: /^Quads 1/ })).toBeVisible();
  await page.goBack();
  await page.getByRole('button', { name: 'Take finishing back' }).click();
  await expect(logged(page)).toHaveCount(1);
  await page.getByRole('link', { name: 'Today', exact: true }).click();
  await expect(page.getByRole('link', { name: 'Resume session' })).toBeVisible();
});

test('example data can be looked at and is never stored', async ({ page, site }) => {
  await page.goto(`${site.url}welcome/`);
  await page.getByRole('button', { name: 'Look around with example data' }).click();
  await expect(page.getByText('Example data. Nothing of it is stored.')).toBeVisible();
  await page.getByRole('link', { name: 'Progress' }).click();
  await expect(page.getByRole('button', { name: /^Quads ?:/ })).toBeVisible();
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
  await page.getByRole('button', { name: 'Start your own' }).click();
  await expect(page.getByText('Example data.')).toHaveCount(0);
});

test('units change the view and nothing else', async ({ page, site }) => {
  await adopt(page, site);
  await startSession(page);
  await page.getByRole('button', { name: 'Log set' }).click();
  const draft = () => page.evaluate(() => localStorage.getItem('legwork:1:draft'));
  const before = await draft();
  await page.goto(`${site.url}settings/`);
  await page.locator('label.choice__option', { hasText: 'lb, ft' }).click();
  await page.goto(`${site.url}session/`);
  await expect(logged(page).first()).toContainText('220.46 lb');
  expect(await draft()).toBe(before);
});

test('a keyboard alone logs a set', async ({ page, site }) => {
  await adopt(page, site);
  await startSession(page);
  await page.getByLabel('Load', { exact: true }).focus();
  for (let press = 0; press < 14; press += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(() => document.activeElement?.textContent) === 'Log set') break;
  }
  await page.keyboard.press('Enter');
  await expect(logged(page)).toHaveCount(1);
});
