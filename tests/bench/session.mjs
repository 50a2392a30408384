// A session with a four times slower processor, with an empty log and with ten years of one: from a tap to the
// frame after it, and how many taps a set takes.
import { chromium } from 'playwright-core';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { serve } from '../e2e/pages-server.mjs';
import { progress } from './progress.mjs';
import { save } from './save.mjs';

const TAPS = 200;
const YEARS = 10;
// A start differs by half from the next one: the median of nine did by a quarter.
const STARTS = 25;
export const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const at = (list, share) => list.toSorted((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * share))];

/** Ten years as another app exports them: four sessions a week of five exercises with five sets, 52,000 in all. */
function tenYears() {
  const names = ['Squat (Barbell)', 'Leg Press', 'Leg Extension (Machine)', 'Seated Leg Curl (Machine)', 'Standing Calf Raise (Machine)'];
  const rows = ['Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE'];
  const now = Date.now();
  for (let session = YEARS * 52 * 4; session > 0; session -= 1) {
    const date = new Date(now - Math.floor((session * 7 * 86_400_000) / 4) - 86_400_000).toISOString().slice(0, 19).replace('T', ' ');
    for (const [place, name] of names.entries()) {
      for (let set = 1; set <= 5; set += 1) {
        rows.push(`${date},"Legs",1h 5m,"${name}",${set},${60 + place * 10 + (session % 20) * 2.5},${8 + (set % 4)},0,0,"","",8`);
      }
    }
  }
  const file = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'legwork-years-')), 'strong.csv');
  fs.writeFileSync(file, rows.join('\n'));
  return { file, sets: rows.length - 1 };
}

/** Milliseconds from a press to the frame after it. */
const press = (page, selector) => page.evaluate(async (selector) => {
  // A mini-set asks for no effort: then it is logged.
  const button = document.querySelector(selector) ?? document.querySelector('#log-set');
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  const start = performance.now();
  button.click();
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  return performance.now() - start;
}, selector);

async function taps(page, site) {
  await page.goto(site.url);
  await page.getByRole('button', { name: 'Start session' }).click();
  await page.getByLabel('Load', { exact: true }).fill('100');
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await page.evaluate(() => {
    window.__long = 0;
    new PerformanceObserver((list) => { window.__long += list.getEntries().length; }).observe({ type: 'longtask' });
  });
  const used = async () => {
    await cdp.send('HeapProfiler.collectGarbage');
    return (await cdp.send('Runtime.getHeapUsage')).usedSize / 1e6;
  };
  const times = [];
  // What a session is made of: a step of the load, of the reps, an effort, two sets; then the next exercise.
  const round = ['[aria-label="More load"]', '[aria-label="Fewer reps"]', 'input[name=rir][type=radio]:nth-of-type(1)', '#log-set', '#log-set'];
  const exercises = await page.locator('.strip__item').count();
  await press(page, '#log-set');
  const before = await used();
  for (let tap = 0; tap < TAPS; tap += 1) {
    times.push(await press(page, round[tap % round.length]));
    if (tap % (round.length * 2) === round.length * 2 - 1) {
      const next = Math.floor(tap / (round.length * 2)) + 1;
      times.push(await press(page, `.strip > :nth-child(${(next % exercises) + 1})`));
      // An exercise that nobody has done yet asks for its load.
      await page.evaluate(() => {
        const load = document.querySelector('#load');
        if (load && !Number.parseFloat(load.value)) {
          load.value = '40';
          load.dispatchEvent(new Event('input', { bubbles: true }));
        }
      });
    }
  }
  const grown = (await used()) - before;
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  return { times, grown, long: await page.evaluate(() => window.__long) };
}

/** Milliseconds until the start page stands, again and again, in turns with another page's. */
async function starts(pages, site) {
  const times = pages.map(() => []);
  const speeds = [];
  for (const page of pages) {
    await page.addInitScript(() => new MutationObserver((_, watch) => {
      if (!document.querySelector('.app__main h1')) return;
      performance.mark('started');
      watch.disconnect();
    }).observe(document, { childList: true, subtree: true }));
    const cdp = await page.context().newCDPSession(page);
    speeds.push((rate) => cdp.send('Emulation.setCPUThrottlingRate', { rate }));
  }
  for (let time = 0; time < STARTS; time += 1) {
    for (const [place, page] of pages.entries()) {
      // A page is slowed down by keeping its thread busy, an idle one too: only the one that starts is.
      await speeds[place](4);
      await page.goto(site.url);
      await page.waitForSelector('.app__main h1');
      times[place].push(await page.evaluate(() => performance.getEntriesByName('started')[0].startTime));
      // The rest of the log is read when nothing else is to do: not into the next start.
      await page.waitForTimeout(1_500);
      await speeds[place](1);
    }
  }
  return times.map((list) => at(list, 0.5));
}

/** How many presses a set takes: one as planned, one with another load and another effort. */
async function counted(page) {
  let presses = 0;
  const tap = async (locator) => { presses += 1; await locator.click(); };
  const logged = page.locator('.set-row[data-logged]');
  const before = await logged.count();
  await tap(page.locator('#log-set'));
  await logged.nth(before).waitFor();
  const planned = presses;
  await tap(page.getByRole('button', { name: 'More load' }));
  await tap(page.locator('label.choice__option', { hasText: /^1$/ }).first());
  await tap(page.locator('#log-set'));
  await logged.nth(before + 1).waitFor();
  return { planned, changed: presses - planned };
}

export async function adopt(page, site) {
  await page.goto(`${site.url}welcome/`);
  await page.getByLabel('Age').fill('30');
  await page.getByLabel('None of these').check();
  await page.getByRole('button', { name: 'Use this plan' }).click();
  await page.waitForSelector('.block');
}

/** Takes ten years of sets in, then a plan; how many sets. */
export async function laden(page, site) {
  const { file, sets } = tenYears();
  await page.goto(`${site.url}import/`);
  await page.locator('#import-file').setInputFiles(file);
  await page.locator('#import label.choice__option', { hasText: /^kg$/ }).click({ timeout: 120_000 });
  await page.getByRole('button', { name: 'Take these sessions in' }).click();
  await page.getByText(/sessions taken in/).waitFor({ timeout: 120_000 });
  fs.rmSync(path.dirname(file), { recursive: true });
  await adopt(page, site);
  return sets;
}

export async function session(dist, figure) {
  const site = await serve(dist);
  const executablePath = process.env.CHROMIUM_PATH ?? execFileSync('which', ['chromium']).toString().trim();
  const browser = await chromium.launch({ executablePath, args: flags });
  const open = async () => (await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'en-GB' })).newPage();

  const empty = await open();
  await adopt(empty, site);
  const none = await taps(empty, site);
  const without = none.times;
  const presses = await counted(empty);

  const full = await open();
  const sets = await laden(full, site);
  const years = await taps(full, site);
  const withYears = years.times;
  await save(full, site, figure);
  const [alone, withLog] = await starts([empty, full], site);
  await progress(full, site, figure);
  await browser.close();
  await site.stop();

  const p50 = [at(without, 0.5), at(withYears, 0.5)];
  figure('session.taps_planned_set', presses.planned, 'taps');
  figure('session.taps_changed_set', presses.changed, 'taps');
  figure('session.log_sets.ten_years', sets, 'sets');
  figure('session.tap_p50_ms.empty', p50[0].toFixed(1), 'ms');
  figure('session.tap_p50_ms.ten_years', p50[1].toFixed(1), 'ms');
  figure('session.tap_p95_ms.ten_years', at(withYears, 0.95).toFixed(1), 'ms');
  figure('session.tap_max_ms.ten_years', at(withYears, 1).toFixed(1), 'ms');
  figure('session.long_tasks.ten_years', years.long, 'tasks');
  figure('session.heap_grown_mb.ten_years', years.grown.toFixed(2), 'MB');
  figure('start_ms.empty', alone.toFixed(0), 'ms');
  figure('start_ms.ten_years', withLog.toFixed(0), 'ms');
  figure('start_ratio.ten_years', (withLog / alone).toFixed(2), 'x');
  figure('session.tap_ratio.ten_years', (p50[1] / p50[0]).toFixed(2), 'x');
}
