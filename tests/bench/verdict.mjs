// What holds a person back, with a four times slower processor: how long its page works until it stands, with an
// empty log and with ten years of one. The difference is the diagnosis and what it has more to draw.
import { chromium } from 'playwright-core';
import { execFileSync } from 'node:child_process';
import { serve } from '../e2e/pages-server.mjs';
import { adopt, flags, laden } from './session.mjs';

const TIMES = 15;
const median = (list) => list.toSorted((a, b) => a - b)[list.length >> 1];

/** Milliseconds of work from the press of a link until the page has its answer. */
const opened = (page) => page.evaluate(async () => {
  const shown = () => document.querySelector('#verdict, #finding-0');
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  const start = performance.now();
  document.querySelector("main a[href$='/holds-back/']").click();
  while (!shown()) await new Promise((done) => { const channel = new MessageChannel(); channel.port1.onmessage = done; channel.port2.postMessage(0); });
  const worked = performance.now() - start;
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  return { worked, painted: performance.now() - start };
});

async function times(page, site) {
  const list = [];
  await page.goto(`${site.url}holds-back/`);
  await page.locator('#verdict, #finding-0').first().waitFor();
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  for (let time = 0; time < TIMES; time += 1) {
    await page.getByRole('link', { name: 'More', exact: true }).click();
    await page.locator("main a[href$='/holds-back/']").waitFor();
    list.push(await opened(page));
  }
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  return { worked: median(list.map((one) => one.worked)), painted: median(list.map((one) => one.painted)) };
}

export async function verdict(dist, figure) {
  const site = await serve(dist);
  const executablePath = process.env.CHROMIUM_PATH ?? execFileSync('which', ['chromium']).toString().trim();
  const browser = await chromium.launch({ executablePath, args: flags });
  const open = async () => (await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'en-GB' })).newPage();
  const empty = await open();
  await adopt(empty, site);
  const without = await times(empty, site);
  await empty.close();
  const full = await open();
  await laden(full, site);
  const years = await times(full, site);
  await browser.close();
  await site.stop();
  figure('diagnosis.open_worked_ms.empty', without.worked.toFixed(1), 'ms');
  figure('diagnosis.open_worked_ms.ten_years', years.worked.toFixed(1), 'ms');
  figure('diagnosis.open_painted_ms.ten_years', years.painted.toFixed(1), 'ms');
  figure('diagnosis.ms', (years.worked - without.worked).toFixed(1), 'ms');
}
