// Progress over ten years of log with a four times slower processor: how long until it stands, and until another
// muscle, week or mode does.
const TIMES = 15;
const OPENS = 7;
const median = (list) => list.toSorted((a, b) => a - b)[list.length >> 1];

/** Milliseconds from a press to the frame after what it leads to stands. */
const press = (page, selector, until) => page.evaluate(async ([selector, until]) => {
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  const start = performance.now();
  document.querySelector(selector).click();
  while (until && !document.querySelector(until)) await new Promise((done) => setTimeout(done));
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  return performance.now() - start;
}, [selector, until]);

/** Measures on a page whose log is full. */
export async function progress(page, site, figure) {
  await page.goto(site.url);
  // Behind the start the chunks are fetched: the page is opened as on any day but the first.
  await page.goto(`${site.url}progress/`);
  await page.waitForSelector('#columns');
  await page.goto(site.url);
  await page.waitForSelector('.app__main h1');
  await page.waitForTimeout(5_000);
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  const opens = [];
  for (let time = 0; time < OPENS; time += 1) {
    opens.push(await press(page, ".tabs a[href$='/progress/']", '#columns .weeks__bar'));
    await press(page, ".tabs a[href$='/plan/']", ".tabs a[aria-current='page'][href$='/plan/']");
  }
  await press(page, ".tabs a[href$='/progress/']", '#columns .weeks__bar');
  const changes = { muscle: [], week: [], mode: [], span: [] };
  for (let time = 0; time < TIMES; time += 1) {
    changes.muscle.push(await press(page, `.volume__row:nth-of-type(${(time % 4) + 1})`));
    changes.week.push(await press(page, `[aria-label="${time % 2 ? 'Later' : 'Earlier'} week"]`));
    changes.mode.push(await press(page, '.row .button--chip:nth-of-type(2)'));
    changes.span.push(await press(page, `.choice__option:nth-of-type(${(time % 3) + 1}) input[name=span]`));
  }
  const views = {};
  for (const view of ['map', 'strength', 'effort', 'coverage', 'body']) {
    const times = [];
    for (let time = 0; time < 5; time += 1) {
      times.push(await press(page, `.views a[href$='id=${view}']`, `.views a[aria-current='page'][href$='id=${view}']`));
      await press(page, ".views a[href$='/progress/']", '#columns .weeks__bar');
    }
    views[view] = median(times);
  }
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  figure('progress.open_first_ms.ten_years', opens[0].toFixed(1), 'ms');
  figure('progress.open_ms.ten_years', median(opens).toFixed(1), 'ms');
  for (const [what, times] of Object.entries(changes)) figure(`progress.change_${what}_ms.ten_years`, median(times).toFixed(1), 'ms');
  const all = [changes.muscle, changes.week, changes.mode].map(median);
  figure('progress.change_ms.ten_years', Math.max(...all).toFixed(1), 'ms');
  for (const [view, time] of Object.entries(views)) figure(`progress.view_${view}_ms.ten_years`, time.toFixed(1), 'ms');
}
