// A save at ten years of log with a four times slower processor: from the first to the last word with localStorage in a
// turn that writes. Every save begins by looking whether another tab wrote, then applies the change, encodes, writes and
// reads back (src/app/transaction.rs), so all of that lies between. What the page then draws is the tap's figure. The
// same session comes five times, each from a start: a step counts by its median, for a busy machine stops any of them.
const SETS = 40;
const EDITS = 6;
const ROUNDS = 5;
const at = (list, share) => list.toSorted((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * share))];

/** Presses and waits for the frame after it. */
const press = (page, selector) => page.evaluate(async (selector) => {
  document.querySelector(selector).click();
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
}, selector);
const fill = (page, selector, value) => page.evaluate(([selector, value]) => {
  const field = document.querySelector(selector);
  field.value = value;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  field.dispatchEvent(new Event('change', { bubbles: true }));
}, [selector, value]);

/** Notes how long every turn that writes was busy with the store. */
const watch = () => {
  window.saves = [];
  let turn = null;
  for (const name of ['getItem', 'setItem', 'removeItem', 'key']) {
    const act = Storage.prototype[name];
    Storage.prototype[name] = function timed(...values) {
      const begun = performance.now();
      if (!turn) {
        turn = { begun, ended: begun, writes: 0 };
        queueMicrotask(() => {
          if (turn.writes) window.saves.push(turn.ended - turn.begun);
          turn = null;
        });
      }
      if (name === 'setItem') turn.writes += 1;
      const found = act.apply(this, values);
      turn.ended = performance.now();
      return found;
    };
  }
};

/** A session of forty sets with edits, its end, and edits of what is recorded; tells the saves of each step. */
async function round(page, site, tell) {
  const take = async (step) => {
    const saves = await page.evaluate(() => window.saves.splice(0));
    if (saves.length) tell(step, Math.max(...saves));
  };
  await page.goto(site.url);
  await page.waitForSelector('.app__main h1');
  // The months before the recent ones are read behind the start: that is no save.
  await page.waitForTimeout(4_000);
  await page.evaluate(() => window.saves.splice(0));
  await page.getByRole('button', { name: 'Start without a plan' }).click();
  await take('start');
  await page.locator('summary', { hasText: 'Add an exercise' }).click();
  await page.locator('details[open] select').selectOption('leg-extension');
  await take('exercise');
  await page.getByLabel('Load', { exact: true }).fill('40');
  for (let set = 1; set <= SETS; set += 1) {
    await fill(page, '#reps', String(6 + (set % 10)));
    await press(page, '#log-set');
    await page.locator('.set-row[data-logged]').nth(set - 1).waitFor();
    await take(`set ${set}`);
  }
  for (let edit = 1; edit <= EDITS; edit += 1) {
    await page.locator('.set-row__edit').nth(edit).click();
    await page.locator('#edit-reps').fill(String(edit + 3));
    await page.locator('#save-set').click();
    await take(`edit ${edit}`);
    await page.locator('.set-row[data-logged] .set-row__undo').last().click();
    await take(`undo ${edit}`);
  }
  await page.getByRole('button', { name: 'Finish session' }).click();
  await page.waitForURL(/workout/);
  await take('finish');
  await page.getByLabel('Note').fill('a note');
  await page.getByLabel('Note').blur();
  await take('note');
  for (let edit = 1; edit <= EDITS; edit += 1) {
    await page.getByRole('button', { name: new RegExp(`^Change set ${edit} of`) }).click();
    await page.getByLabel('Reps', { exact: true }).fill(String(edit + 4));
    await page.getByRole('button', { name: 'Keep' }).click();
    await take(`recorded edit ${edit}`);
  }
}

/** Measures on a page whose log is full. */
export async function save(page, site, figure) {
  await page.goto(`${site.url}session/`);
  // What the taps left behind is finished first.
  const left = page.getByRole('button', { name: 'Finish session' });
  if (await left.waitFor({ timeout: 5_000 }).then(() => true, () => false)) {
    await left.click();
    await page.waitForURL(/workout/);
  }
  await page.addInitScript(watch);
  const throttled = await page.context().newCDPSession(page);
  await throttled.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  const steps = new Map();
  for (let turn = 0; turn < ROUNDS; turn += 1) {
    await round(page, site, (step, time) => steps.set(step, [...(steps.get(step) ?? []), time]));
  }
  await throttled.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  const times = [...steps.values()].map((list) => at(list, 0.5));
  const [worst] = [...steps].toSorted(([, a], [, b]) => at(b, 0.5) - at(a, 0.5));
  figure('save.steps.ten_years', times.length, `steps, ${ROUNDS} times each`);
  figure('save.p50_ms.ten_years', at(times, 0.5).toFixed(1), 'ms');
  figure('save.max_ms.ten_years', at(times, 1).toFixed(1), `ms (${worst[0]})`);
  figure('save.slowest_ms.ten_years', Math.max(...[...steps.values()].flat()).toFixed(1), 'ms, of all rounds');
}
