// The plan on the desk with a four times slower processor: how long until a change, its checks, or a new plan
// is painted.
import { chromium } from 'playwright-core';
import { execFileSync } from 'node:child_process';
import { serve } from '../e2e/pages-server.mjs';

const TIMES = 30;
const median = (list) => list.toSorted((a, b) => a - b)[list.length >> 1];
const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

/** Milliseconds from a press to the frame after it: the work of the press and its painting. */
const press = (page, selector) => page.evaluate(async (selector) => {
  const button = document.querySelector(selector);
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  const start = performance.now();
  button.click();
  // The effects run before the next task; the frame after that shows them.
  await new Promise((done) => setTimeout(done));
  const worked = performance.now() - start;
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  return { worked, painted: performance.now() - start };
}, selector);

export async function desk(dist, figure) {
  const site = await serve(dist);
  const path = process.env.CHROMIUM_PATH ?? execFileSync('which', ['chromium']).toString().trim();
  const browser = await chromium.launch({ executablePath: path, args: flags });
  const page = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage();
  await page.goto(`${site.url}welcome/`);
  await page.getByLabel('Age').fill('30');
  await page.getByLabel('None of these').check();
  await page.getByRole('button', { name: 'Use this plan' }).click();
  await page.waitForSelector('.block');
  await page.goto(`${site.url}edit/`);
  await page.locator('.edit__head').first().click();
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  // The floor: a press that does nothing, and one that changes a single word.
  await page.evaluate(() => {
    for (const id of ['nothing', 'word']) {
      const button = document.createElement('button');
      button.id = id;
      if (id === 'word') button.addEventListener('click', () => { button.textContent = `${Math.random()}`; });
      document.body.append(button);
    }
  });
  // What the app itself leaves in the timeline: the work alone, without what draws it.
  const took = (name) => page.evaluate((name) => performance.getEntriesByName(name, 'measure')[0]?.duration, name);
  const [edits, plans, nothing, word] = [[], [], [], []];
  const [checks, generated] = [[], []];
  for (let time = 0; time < TIMES; time += 1) {
    edits.push(await press(page, time % 2 ? '[id^=less-]' : '[id^=more-]'));
    checks.push(await took('checks'));
    plans.push(await press(page, '#anew > button'));
    generated.push(await took('plan'));
    nothing.push(await press(page, '#nothing'));
    word.push(await press(page, '#word'));
  }
  figure('plan.generate_browser_ms', median(generated).toFixed(1), 'ms');
  figure('plan.generate_browser_max_ms', Math.max(...generated).toFixed(1), 'ms');
  figure('plan.edit_check_browser_ms', median(checks).toFixed(1), 'ms');
  figure('plan.edit_painted_ms', median(edits.map((one) => one.painted)).toFixed(1), 'ms');
  figure('plan.edit_worked_ms', median(edits.map((one) => one.worked)).toFixed(1), 'ms');
  figure('plan.floor_nothing_painted_ms', median(nothing.map((one) => one.painted)).toFixed(1), 'ms');
  figure('plan.floor_word_painted_ms', median(word.map((one) => one.painted)).toFixed(1), 'ms');
  figure('plan.anew_worked_ms', median(plans.map((one) => one.worked)).toFixed(1), 'ms');
  await browser.close();
  await site.stop();
}
