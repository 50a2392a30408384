// Many sets with reloads, killed tabs and offline spells between them: every ticked set is found again.
// SOAK_SETS says how many (200 here, 2,000 by `make soak`), SOAK_SEED which order of mishaps.
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
    while (ticked.length < SETS) {
      const reps = 5 + (ticked.length % 20);
      await page.getByLabel('Reps', { exact: true }).fill(String(reps));
      await page.locator('#log-set').click();
      inSession += 1;
      await expect(logged(page)).toHaveCount(inSession);
      ticked.push(reps);
      if (down > 0) {
        down -= 1;
        if (down === 0) await site.restart();
      }
      const chance = roll();
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
        down = 3;
        await resume();
      }
      if (inSession === OF_A_SESSION && down === 0) {
        await page.getByRole('button', { name: 'Finish session' }).click();
        await expect(page).toHaveURL(/workout/);
        inSession = 0;
        if (ticked.length < SETS) await begin(page, site);
      }
    }
    if (down > 0) await site.restart();
    await page.goto(site.url);
    const found = await stored(page);
    console.log(`FIGURE session.soak.sets ${ticked.length} sets (${JSON.stringify(mishaps)})`);
    console.log(`FIGURE session.soak.lost ${ticked.length - found.length} sets`);
    expect(found).toEqual([...ticked].sort((a, b) => a - b));
    expect(mishaps.reload * mishaps.kill * mishaps.offline).toBeGreaterThan(0);
  });
});
