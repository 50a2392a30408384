// The tempo counted aloud: off until it is started, in words and numbers, and over with the set, the page or the light.
import AxeBuilder from '@axe-core/playwright';
import { test, expect, adopt, logged } from './fixtures.mjs';

const part = (page) => page.locator('.tempo__part');
const second = (page) => page.locator('#tempo .num');
const go = (page) => page.locator('#tempo-go');
const ticks = (page) => page.evaluate(() => window.ticks);

/** Writes down every tone instead of sounding it. */
async function listen(page) {
  await page.addInitScript(() => {
    window.ticks = [];
    window.AudioContext = class {
      currentTime = 0;
      destination = {};
      resume() { return Promise.resolve(); }
      createGain() { return { gain: { value: 0 }, connect() {} }; }
      createOscillator() {
        const frequency = { value: 0 };
        return { frequency, connect() {}, start() { window.ticks.push(frequency.value); }, stop() {} };
      }
    };
    for (const name of ['GainNode', 'OscillatorNode']) window[name] ??= class {};
  });
}

/** A session of today with these exercises and no plan, under an emulated clock. */
async function session(page, site, ...slugs) {
  await listen(page);
  await page.clock.install({ time: new Date('2026-11-21T10:00:00') });
  await adopt(page, site);
  await page.goto(site.url);
  await page.clock.runFor(500);
  await page.getByRole('button', { name: 'Start without a plan' }).click();
  await page.locator('summary', { hasText: 'Add an exercise' }).click();
  for (const slug of slugs) {
    await page.locator('#add-exercise').selectOption(slug);
    await page.clock.runFor(200);
  }
}

test('it is off until it is started, then counts down, hold and up in words, numbers and ticks', async ({ page, site }) => {
  await session(page, site, 'leg-extension');
  await page.locator('#tool-tempo').click();
  await expect(page.locator('#tempo')).toContainText('Each rep: 3 s down, 1 s hold, 1 s up.');
  await page.clock.runFor(5_000);
  expect(await ticks(page)).toEqual([]);
  await expect(part(page)).toHaveText('');
  await go(page).click();
  const seen = [];
  for (let at = 0; at < 9; at += 1) {
    seen.push(`${await part(page).innerText()} ${await second(page).innerText()}`);
    await page.clock.runFor(1_000);
  }
  expect(seen).toEqual(['Ready 3', 'Ready 2', 'Ready 1', 'Down 1', 'Down 2', 'Down 3', 'Hold 1', 'Up 1', 'Down 1']);
  await expect(page.locator('#tempo')).toContainText('Rep 2');
  // A part begins with a higher tick.
  expect((await ticks(page)).slice(0, 8)).toEqual([440, 440, 440, 660, 440, 440, 660, 660]);
  await go(page).click();
  const before = (await ticks(page)).length;
  await page.clock.runFor(5_000);
  expect((await ticks(page)).length).toBe(before);
  await expect(part(page)).toHaveText('');
});

test('a logged set, a hidden page, another exercise and another page each end it', async ({ page, site }) => {
  await session(page, site, 'seated-leg-curl', 'leg-extension');
  const silent = async () => {
    await page.clock.runFor(300);
    const before = (await ticks(page)).length;
    await page.clock.runFor(4_000);
    expect((await ticks(page)).length).toBe(before);
  };
  await page.getByLabel('Load', { exact: true }).fill('40');
  await page.locator('#tool-tempo').click();
  await go(page).click();
  await page.clock.runFor(4_000);
  await page.locator('#log-set').click();
  await expect(logged(page)).toHaveCount(1);
  await expect(go(page)).toHaveText('Start counting');
  await silent();
  await go(page).click();
  await page.clock.runFor(1_000);
  await expect(go(page)).toHaveText('Stop counting');
  await page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => 'hidden' });
    document.dispatchEvent(new Event('visibilitychange'));
  });
  await expect(go(page)).toHaveText('Start counting');
  await silent();
  await page.evaluate(() => Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => 'visible' }));
  await go(page).click();
  await page.locator('.strip__item').first().click();
  await silent();
  await page.clock.runFor(200);
  await page.locator('#tool-tempo').click();
  await go(page).click();
  await page.getByRole('link', { name: 'Today', exact: true }).click();
  await silent();
});

test('a planned tempo is there by itself, is its own, and is silent where sounds are off', async ({ page, site }) => {
  await listen(page);
  await adopt(page, site);
  await page.goto(`${site.url}settings/`);
  await page.getByLabel('Play a tone').uncheck();
  await page.getByRole('link', { name: 'Plan', exact: true }).click();
  await page.getByRole('link', { name: 'Edit', exact: true }).click();
  const row = page.locator('.edit__row').filter({ has: page.locator('.edit__head', { hasText: /leg curl/i }) }).first();
  await row.locator('.edit__head').click();
  const offered = page.getByLabel('Technique').locator('option', { hasText: /s down/ }).first();
  await page.getByLabel('Technique').selectOption({ label: await offered.innerText() });
  await page.getByRole('link', { name: 'Today', exact: true }).click();
  await page.getByRole('button', { name: 'Start session' }).click();
  await page.locator('.strip__item', { hasText: /leg curl/i }).first().click();
  await expect(page.locator('#tempo')).toContainText('3 s down');
  await expect(page.locator('#tempo')).toContainText('Sounds are off in the settings');
  await go(page).click();
  await expect(part(page)).toHaveText('Ready');
  expect(await ticks(page)).toEqual([]);
});

for (const colorScheme of ['light', 'dark']) {
  test(`running, it passes axe in ${colorScheme}, moves nothing and fits 320 px`, async ({ page, site }) => {
    await page.setViewportSize({ width: 320, height: 4000 });
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await session(page, site, 'leg-extension');
    await page.locator('#tool-tempo').click();
    await go(page).click();
    const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
    expect(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target).join(' ')}`)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);
    const moving = await page.evaluate(() => document.getAnimations().filter((one) => one.effect.target.closest('#tempo')).length);
    expect(moving).toBe(0);
    expect((await go(page).boundingBox()).height).toBeGreaterThanOrEqual(44);
  });
}
