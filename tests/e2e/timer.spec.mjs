// The rest timer under an emulated clock: reload, sleep, throttling, a clock that was moved, and its signals.
import { test, expect, adopt, startSession } from './fixtures.mjs';

const bar = (page) => page.getByRole('timer', { name: 'rest' });
const time = (page) => page.locator('.rest__time');
const MINUTE = 60_000;

/** Counts what a device is told. */
async function listen(page) {
  await page.addInitScript(() => {
    window.told = { tones: 0, shakes: 0, notices: [], locks: 0, released: 0 };
    const { told } = window;
    navigator.vibrate = () => { told.shakes += 1; return true; };
    window.AudioContext = class {
      currentTime = 0;
      destination = {};
      resume() { return Promise.resolve(); }
      createGain() { return { gain: { value: 0 }, connect() {} }; }
      createOscillator() { return { frequency: { value: 0 }, connect() {}, start() { told.tones += 1; }, stop() {} }; }
    };
    for (const name of ['GainNode', 'OscillatorNode']) window[name] ??= class {};
    Object.defineProperty(navigator, 'wakeLock', { configurable: true, value: {
      request: async () => {
        told.locks += 1;
        window.lock = { released: false, release() { this.released = true; told.released += 1; return Promise.resolve(); } };
        return window.lock;
      },
    } });
  });
}

const told = (page) => page.evaluate(() => window.told);

async function rest(page, site) {
  await page.clock.install({ time: new Date('2026-11-21T10:00:00') });
  await adopt(page, site);
  await page.clock.runFor(500);
  await startSession(page);
  await page.getByRole('button', { name: 'Log set' }).click();
  await expect(bar(page)).toBeVisible();
  // How long it is, in seconds.
  const [minutes, seconds] = (await time(page).innerText()).split(':').map(Number);
  return minutes * 60 + seconds;
}

const clock = (seconds) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;

async function left(page) {
  const [minutes, seconds] = (await time(page).innerText()).split(':').map(Number);
  return minutes * 60 + seconds;
}

test('it counts down, in the title too, on every page, and rings once at its end', async ({ page, site }) => {
  await listen(page);
  const length = await rest(page, site);
  await page.clock.runFor(10_000);
  await expect(time(page)).toHaveText(clock(length - 10));
  await expect(page).toHaveTitle(`${clock(length - 10)} · Session · Legwork`);
  await page.getByRole('link', { name: 'Today', exact: true }).click();
  await page.clock.runFor(10_000);
  await expect(page).toHaveTitle(`${clock(length - 20)} · Legwork`);
  expect(await told(page)).toMatchObject({ tones: 0, shakes: 0 });
  await page.clock.runFor((length - 20) * 1000);
  expect(await told(page)).toMatchObject({ tones: 1, shakes: 1 });
  await expect(page).toHaveTitle('Rest over · Legwork');
  await page.clock.runFor(2 * MINUTE);
  expect(await told(page)).toMatchObject({ tones: 1, shakes: 1 });
  await expect(page).toHaveTitle('Legwork');
  await page.getByRole('link', { name: 'Resume session' }).click();
  await expect(time(page)).toHaveText(/^ended 2:\d\d ago$/);
});

test('it is right after a reload and after a sleep, and startles nobody late', async ({ page, site }) => {
  await listen(page);
  const length = await rest(page, site);
  await page.clock.runFor(20_000);
  await page.reload();
  await expect(bar(page)).toBeVisible();
  await page.clock.runFor(1_000);
  expect(Math.abs(await left(page) - (length - 21))).toBeLessThanOrEqual(2);
  // The lid is shut and opened again: timers fire once, late.
  await page.clock.fastForward(30_000);
  await page.clock.runFor(1_000);
  expect(Math.abs(await left(page) - (length - 52))).toBeLessThanOrEqual(2);
  await page.clock.fastForward(20 * MINUTE);
  await page.clock.runFor(1_000);
  await expect(time(page)).toHaveText(/^ended 1[89]:\d\d ago$/);
  expect(await told(page)).toMatchObject({ tones: 0, shakes: 0 });
});

for (const [name, by] of [['back', -60 * MINUTE], ['forward', 60 * MINUTE]]) {
  test(`a clock set ${name} while it runs changes nothing`, async ({ page, site }) => {
    const length = await rest(page, site);
    await page.clock.runFor(10_000);
    const now = await page.evaluate(() => Date.now());
    await page.clock.setSystemTime(now + by);
    await page.clock.runFor(5_000);
    expect(Math.abs(await left(page) - (length - 15))).toBeLessThanOrEqual(2);
    await page.reload();
    await page.clock.runFor(1_000);
    expect(Math.abs(await left(page) - (length - 16))).toBeLessThanOrEqual(3);
  });
}

test('a clock set back while the app is shut never makes a rest longer than it is', async ({ page, site }) => {
  const length = await rest(page, site);
  const now = await page.evaluate(() => Date.now());
  await page.goto('about:blank');
  await page.clock.setSystemTime(now - 60 * MINUTE);
  await page.goto(`${site.url}session/`);
  await page.clock.runFor(1_000);
  expect(await left(page)).toBeLessThanOrEqual(length);
  expect(await left(page)).toBeGreaterThan(length - 5);
});

test('more, less and skip, by keyboard', async ({ page, site }) => {
  const length = await rest(page, site);
  await page.getByRole('button', { name: '+30 s' }).focus();
  await page.keyboard.press('Enter');
  await expect(time(page)).toHaveText(clock(length + 30));
  await expect(page.getByRole('button', { name: '+30 s' })).toBeFocused();
  await page.getByRole('button', { name: '−30 s' }).click();
  await page.getByRole('button', { name: '−30 s' }).click();
  await expect(time(page)).toHaveText(clock(length - 30));
  await expect(page.getByText('A locked phone may not ring.')).toBeVisible();
  await page.getByRole('button', { name: 'Skip', exact: true }).click();
  await expect(bar(page)).toHaveCount(0);
  await expect(page).toHaveTitle('Session · Legwork');
});

test('the switches decide what is told, and the screen is kept on and let go', async ({ page, site }) => {
  await listen(page);
  await page.clock.install({ time: new Date('2026-11-21T10:00:00') });
  await adopt(page, site);
  await page.goto(`${site.url}settings/`);
  await page.getByLabel('Play a tone').uncheck();
  await page.getByLabel('Keep the screen on during a session').check();
  expect((await told(page)).locks).toBe(0);
  await page.goto(site.url);
  await startSession(page);
  await expect.poll(async () => (await told(page)).locks).toBe(1);
  await page.getByRole('button', { name: 'Log set' }).click();
  await expect(bar(page)).toBeVisible();
  await page.clock.runFor(6 * MINUTE);
  expect(await told(page)).toMatchObject({ tones: 0, shakes: 1 });
  // Out of sight the browser lets the lock go; back in sight it is taken again.
  await page.evaluate(() => {
    window.lock.released = true;
    document.dispatchEvent(new Event('visibilitychange'));
  });
  await expect.poll(async () => (await told(page)).locks).toBe(2);
  await page.getByRole('button', { name: 'Discard session' }).click();
  await expect.poll(async () => (await told(page)).released).toBe(1);
});

test('notifications are asked for by the switch alone, and a refusal is said', async ({ page, site, context }) => {
  await page.addInitScript(() => {
    window.asked = 0;
    window.Notification = class {
      static permission = 'default';
      static async requestPermission() {
        window.asked += 1;
        window.Notification.permission = window.answer ?? 'denied';
        return window.Notification.permission;
      }
    };
  });
  await adopt(page, site);
  await page.goto(`${site.url}settings/`);
  expect(await page.evaluate(() => window.asked)).toBe(0);
  const box = page.getByLabel('Notify while another app is in front');
  await box.click();
  await expect(page.getByText('Notifications are blocked for this site.')).toBeVisible();
  await expect(box).not.toBeChecked();
  await page.evaluate(() => { window.answer = 'granted'; });
  await box.click();
  await expect(box).toBeChecked();
  expect(await page.evaluate(() => window.asked)).toBe(2);
});
