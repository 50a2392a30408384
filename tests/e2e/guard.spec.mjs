// Guard rails as a person meets them: each by itself, then the ways around it.
import fs from 'node:fs';
import { crc32 } from 'node:zlib';
import { test, expect } from './fixtures.mjs';

/** Fills the form: a healthy man of thirty unless the case says otherwise. */
async function answer(page, site, { age = 30, height = 180, weight = 80, fat, conditions = [], cleared } = {}) {
  await page.goto(`${site.url}welcome/`);
  await page.getByLabel('Age').fill(String(age));
  await page.locator('label.choice__option', { hasText: /^Male$/ }).click();
  await page.getByLabel('Height').fill(String(height));
  await page.getByLabel('Weight').fill(String(weight));
  if (fat) await page.getByLabel('Body fat').fill(String(fat));
  if (!conditions.length) await page.getByLabel('None of these').check();
  for (const condition of conditions) await page.getByLabel(condition, { exact: true }).check();
  if (cleared) await page.getByLabel('A clinician has agreed').check();
}

const use = (page) => page.getByRole('button', { name: 'Use this plan' });
const noNumbers = async (page, site, sentence) => {
  await use(page).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Your plan' })).toBeVisible();
  await page.goto(`${site.url}fuel/`);
  await expect(page.getByText(sentence).first()).toBeVisible();
  await expect(page.locator('.num--large')).toHaveCount(0);
};

const NO_FOOD = [
  ['sixteen', { age: 16 }, 'Under 18 there are no food numbers'],
  ['seventy-nine', { age: 79 }, 'The formula was made for people up to 78'],
  ['a body mass index under 16', { weight: 50 }, 'The formula does not fit this height and weight'],
  ['a body mass index over 50', { weight: 170 }, 'The formula does not fit this height and weight'],
  ['pregnancy that a clinician has cleared', { conditions: ['Pregnant, or gave birth in the last year'], cleared: true }, 'No food numbers during pregnancy'],
  ['an eating disorder', { conditions: ['An eating disorder, now or before'] }, 'Food is left out here on purpose'],
  ['kidney disease', { conditions: ['Kidney disease'] }, 'Ask a clinician first: kidney disease'],
];
for (const [name, who, sentence] of NO_FOOD) {
  test(`no food numbers with ${name}, and a plan all the same`, async ({ page, site }) => {
    await answer(page, site, who);
    await noNumbers(page, site, sentence);
  });
}

const NO_PLAN = ['Heart disease', 'High blood pressure, not under control', 'Recent surgery, fracture or blood clot',
  'Numbness, weakness or another nerve problem', 'Insulin treatment', 'An aneurysm', 'A hernia', 'An eye disease that forbids straining',
  'A fracture from weak bones', 'Blood thinners', 'Pregnant, or gave birth in the last year'];
test('each condition that needs a clinician holds the plan back and names itself', async ({ page, site }) => {
  await answer(page, site);
  await page.getByLabel('None of these').uncheck();
  for (const condition of NO_PLAN) {
    await page.getByLabel(condition, { exact: true }).check();
    await expect(page.getByText(`Talk to a clinician before you train: ${condition.toLowerCase()}`)).toBeVisible();
    await page.getByLabel(condition, { exact: true }).uncheck();
  }
  expect(await page.evaluate(() => Object.keys(localStorage).some((key) => key.endsWith(':profile')))).toBe(false);
});

test('a child gets no plan', async ({ page, site }) => {
  await answer(page, site, { age: 12 });
  await use(page).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Your plan' })).toHaveCount(0);
  expect(await page.evaluate(() => localStorage.getItem(Object.keys(localStorage).find((key) => key.endsWith(':plans')) ?? '') ?? '')).not.toContain('"weeks"');
});

test('low weight is told to see somebody and may gain, very high weight is only kept', async ({ page, site }) => {
  await answer(page, site, { weight: 58 });
  await use(page).click();
  await page.goto(`${site.url}fuel/`);
  await expect(page.getByText('Your weight is low for your height')).toBeVisible();
  await answer(page, site, { weight: 135 });
  await use(page).click();
  await page.goto(`${site.url}fuel/`);
  await expect(page.getByText('Maintenance only at this weight')).toBeVisible();
});

test('sixteen is asked for no weight and shown no body', async ({ page, site }) => {
  await answer(page, site, { age: 16 });
  await use(page).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Your plan' })).toBeVisible();
  await page.goto(site.url);
  await expect(page.getByRole('button', { name: /Start session/ })).toBeVisible();
  await expect(page.getByText('Weigh-in')).toHaveCount(0);
  await page.goto(`${site.url}fuel/`);
  await expect(page.getByLabel('Slept last night')).toBeVisible();
  await expect(page.getByLabel('Weight this morning')).toHaveCount(0);
  await expect(page.getByText('Tape: thighs and calves')).toHaveCount(0);
});

test('a target below what the body needs is refused', async ({ page, site }) => {
  await answer(page, site, { fat: 4 });
  await page.locator('label.choice__option', { hasText: /^Stay$/ }).click();
  await page.locator('label.choice__option', { hasText: 'Sitting' }).click();
  await noNumbers(page, site, 'the target would be too little for your body');
});

test('a weight that rises too fast warns, then ends the surplus', async ({ page, site }) => {
  await page.clock.setFixedTime(new Date('2026-11-21T10:00:00'));
  await answer(page, site);
  await use(page).click();
  await page.goto(`${site.url}fuel/`);
  await expect(page.getByText('+207')).toBeVisible();
  const weigh = async (daily) => {
    await page.locator('label.choice__option', { hasText: 'Another day' }).click();
    for (let back = 18; back >= 2; back -= 1) {
      const day = new Date(Date.UTC(2026, 10, 21 - back)).toISOString().slice(0, 10);
      await page.getByLabel('Day', { exact: true }).fill(day);
      await page.getByLabel('Weight that morning').fill((80 - daily * back).toFixed(2));
      await page.locator('#weight-today-save').click();
    }
  };
  await weigh(0.08);
  await expect(page.getByText('more than half a percent a week')).toBeVisible();
  await expect(page.getByText(/\+\d+ \(7\.5 %\)/)).toBeVisible();
  await weigh(0.2);
  await expect(page.getByText('more than a percent a week. There is no surplus')).toBeVisible();
  await expect(page.getByText(', 0 (0 %)')).toBeVisible();
});

test('nothing leads around a guard: not an edit, not an address, not a restore', async ({ page, site }, info) => {
  await answer(page, site);
  await use(page).click();
  await page.goto(`${site.url}fuel/`);
  await expect(page.locator('.num--large').first()).toBeVisible();
  // What a file says is judged like what is typed; its cleared day opens nothing that no clearance opens.
  await page.goto(`${site.url}data/`);
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save everything as a file' }).click();
  const file = info.outputPath('export.json');
  await (await saving).saveAs(file);
  // The same file with other answers and a checksum that fits.
  const answers = { conditions: ['eating-disorder'], cleared_on: '2026-01-01', raised: [['chest-pain', '2026-01-02', null]] };
  const [, head, book] = /^(.*"checksum":")[0-9a-f]{8}",\n"logbook":(.*)\}\n$/s.exec(fs.readFileSync(file, 'utf8'));
  const changed = book.replace(/"safety":\{[^}]*\}/, `"safety":${JSON.stringify(answers)}`);
  expect(changed).not.toBe(book);
  fs.writeFileSync(file, `${head}${crc32(changed).toString(16).padStart(8, '0')}",\n"logbook":${changed}}\n`);
  await page.locator('#restore-file').setInputFiles(file);
  await page.getByRole('button', { name: 'Replace what is here' }).click();
  await expect(page.getByText('Restored')).toBeVisible();
  await page.goto(`${site.url}fuel/`);
  await expect(page.getByText('Food is left out here on purpose')).toBeVisible();
  await expect(page.locator('.num--large')).toHaveCount(0);
  await page.goto(site.url);
  await expect(page.locator('#red-flag')).toContainText('Chest pain or pressure');
  await expect(page.getByRole('button', { name: /Start/ })).toHaveCount(0);
  await page.goto(`${site.url}session/`);
  await expect(page.locator('#red-flag')).toBeVisible();
  await page.getByRole('button', { name: 'A clinician has agreed' }).click();
  // Editing the answers later closes the gate again.
  await answer(page, site, { conditions: ['An eating disorder, now or before'] });
  await noNumbers(page, site, 'Food is left out here on purpose');
  await expect(page.getByLabel('Weight this morning')).toHaveCount(0);
  await page.goto(`${site.url}progress/?id=body`);
  await expect(page.getByRole('heading', { name: 'Girths' })).toHaveCount(0);
  await expect(page.getByText('Numbers of the body are not shown')).toBeVisible();
});
