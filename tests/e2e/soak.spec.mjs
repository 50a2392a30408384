// Many sets with reloads, killed tabs and offline spells between them: every ticked set is found again.
// SOAK_SETS says how many (200 here, 10,000 by `make soak`), SOAK_SEED which order of mishaps.
import { test, expect, adopt, logged, workerReady } from './fixtures.mjs';

const SETS = Number(process.env.SOAK_SETS ?? 200);
const SEED = Number(process.env.SOAK_SEED ?? 20261121);
/** Sets of a session; then it is finished and the next one begun. */
const OF_A_SESSION = 40;

/** Numbers that look random and come again with the same seed (a linear congruential generator). */
function dice(seed) {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** The reps of every stored set, in the log and in the running session, sorted. */
const stored = (page) => page.evaluate(() => {
  const body = (key) => JSON.parse(localStorage.getItem(key).split('\n')[1]);
  const rows = [];
  for (const key of Object.keys(localStorage)) {
    if (/:log:/.test(key)) for (const session of body(key).s) for (const [, row] of session[5]) rows.push(row);
    if (/:draft$/.test(key)) for (const one of body(key)?.exercises ?? []) rows.push(one.sets);
  }
  return rows.join(' ').split(' ').filter(Boolean).map((set) => Number(/x(\d+)/.exec(set)[1])).sort((a, b) => a - b);
});

/** Logs one set after another from within the page; each is ticked once its row stands. Without a word to and fro
 * for every set: those took most of an hour. */
const tick = (page, list) => page.evaluate(async (list) => {
  const rows = () => document.querySelectorAll('.set-row[data-logged]').length;
  for (const reps of list) {
    const before = rows();
    const field = document.querySelector('#reps');
    field.value = reps;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    document.querySelector('#log-set').click();
    for (const begun = performance.now(); rows() === before;) {
      if (performance.now() - begun > 20_000) throw new Error(`a set of ${reps} does not show`);
      await new Promise((done) => setTimeout(done));
    }
  }
}, list);

async function begin(page, site) {
  await page.goto(site.url);
  await page.getByRole('button', { name: 'Start without a plan' }).click();
  await page.locator('summary', { hasText: 'Add an exercise' }).click();
  await page.locator('details[open] select').selectOption('leg-extension');
  await page.getByLabel('Load', { exact: true }).fill('40');
}

test.describe('a soak', () => {
  test.use({ allowed: { patterns: [/ERR_CONNECTION|Failed to load|fetch/] } });

  test('loses no ticked set', async ({ context, page: first, site }) => {
    test.setTimeout(60_000 + SETS * 2_000);
    const roll = dice(SEED);
    let page = first;
    await adopt(page, site);
    await workerReady(page);
    await begin(page, site);
    const ticked = [];
    const mishaps = { reload: 0, kill: 0, offline: 0 };
    let inSession = 0;
    let down = 0;
    const resume = async () => {
      await page.goto(`${site.url}session/`);
      await expect(logged(page)).toHaveCount(inSession);
    };
    const begun = Date.now();
    let told = 0;
    while (ticked.length < SETS) {
      // Every set throws the dice; those up to the next mishap, the end of a session or of a spell are logged in a row.
      const list = [];
      let chance = 1;
      do {
        list.push(5 + ((ticked.length + list.length) % 20));
        chance = roll();
        if (down > 0) down -= 1;
      } while (chance >= 0.12 && down !== 1 && ticked.length + list.length < SETS && inSession + list.length < OF_A_SESSION);
      await tick(page, list);
      inSession += list.length;
      ticked.push(...list);
      await expect(logged(page)).toHaveCount(inSession);
      if (down === 1) {
        down = 0;
        await site.restart();
      }
      if (chance < 0.05) {
        mishaps.reload += 1;
        await resume();
      } else if (chance < 0.08) {
        mishaps.kill += 1;
        page.goto('chrome://crash').catch(() => {});
        await page.waitForEvent('crash');
        const dead = page;
        page = await context.newPage();
        await dead.close();
        await resume();
      } else if (chance < 0.12 && down === 0) {
        mishaps.offline += 1;
        await site.stop();
        // Three sets without the server.
        down = 4;
        await resume();
      }
      if (inSession >= OF_A_SESSION && down === 0) {
        await page.getByRole('button', { name: 'Finish session' }).click();
        await expect(page).toHaveURL(/workout/);
        inSession = 0;
        if (ticked.length < SETS) await begin(page, site);
      }
      if (ticked.length >= told + 500) {
        told = ticked.length;
        console.log(`${told} sets in ${Math.round((Date.now() - begun) / 1_000)} s`);
      }
    }
    if (down > 0) await site.restart();
    await page.goto(site.url);
    const found = await stored(page);
    console.log(`FIGURE session.soak.sets_per_s ${(SETS / ((Date.now() - begun) / 1_000)).toFixed(1)} sets/s`);
    console.log(`FIGURE session.soak.sets ${ticked.length} sets (${JSON.stringify(mishaps)})`);
    console.log(`FIGURE session.soak.lost ${ticked.length - found.length} sets`);
    expect(found).toEqual([...ticked].sort((a, b) => a - b));
    expect(mishaps.reload * mishaps.kill * mishaps.offline).toBeGreaterThan(0);
  });
});
