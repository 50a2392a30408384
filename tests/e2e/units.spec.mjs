// Each page of food and body in kilograms and in pounds: the same person, typed and read in either.
import fs from 'node:fs';
import { test, expect, at, lifter } from './fixtures.mjs';

const UNITS = {
  kg: {
    choice: 'kg, cm', sign: 'kg', length: 'cm', weight: '80', height: ['180'], refused: ['34', '251'],
    between: 'Between 35 and 250', why: '10 × 80 kg + 6.25 × 180 cm', weighed: '80.4', girth: ['56', '56.4'], mean: '56.2 cm',
    before: '80', after: '78.9', lost: '1.1 kg of water', trend: /Trend 7\d(\.\d)? to 7\d(\.\d)? kg/, rate: /[+−]\d\.\d\d kg a week/,
  },
  lb: {
    choice: 'lb, ft', sign: 'lb', length: 'in', weight: '176.4', height: ['5', '10.9'], refused: ['77', '552'],
    between: 'Between 78 and 551', why: /10 × 80 kg \(176\.4 lb\) \+ 6\.25 × 180\.1 cm \(5 ft 11 in\)/, weighed: '177.2', girth: ['22', '22.4'], mean: '22.2 in',
    before: '176.4', after: '174', lost: '2.4 lb of water', trend: /Trend 16\d(\.\d)? to 16\d(\.\d)? lb/, rate: /[+−]\d\.\d\d lb a week/,
  },
};

/** The weight of a day as it is stored, grams. */
const grams = (page, day) => page.evaluate((day) => {
  const body = Object.entries(localStorage).find(([key]) => key.endsWith(':body'))?.[1] ?? '';
  return Number(new RegExp(`"weight_g":\\{[^}]*"${day}":(\\d+)`).exec(body)?.[1]);
}, day);

for (const [name, unit] of Object.entries(UNITS)) {
  test(`welcome, settings and fuel in ${name} @both`, async ({ page, site }) => {
    await at(page, '2026-11-21');
    await page.goto(`${site.url}settings/`);
    await page.locator('label.choice__option', { hasText: unit.choice }).click();
    await page.goto(`${site.url}welcome/`);
    await page.getByLabel('Age').fill('30');
    await page.locator('label.choice__option', { hasText: /^Male$/ }).click();
    await page.locator('#height').fill(unit.height[0]);
    if (unit.height[1]) await page.locator('#inches').fill(unit.height[1]);
    for (const refused of unit.refused) {
      await page.locator('#weight').fill(refused);
      await page.locator('#weight').blur();
      await expect(page.getByText(unit.between)).toBeVisible();
    }
    await page.locator('#weight').fill(unit.weight);
    await page.getByLabel('None of these').check();
    await page.getByRole('button', { name: 'Use this plan' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Your plan' })).toBeVisible();

    await page.goto(`${site.url}fuel/`);
    await expect(page.locator('.num--large')).toHaveText(/2,96[5-9]/);
    await page.locator('summary', { hasText: 'Why these numbers?' }).click();
    await expect(page.getByText(unit.why)).toBeVisible();
    // The edges of what a body can be, then a weight.
    const weight = page.getByLabel('Weight this morning');
    await expect(page.locator('.quick', { has: weight })).toContainText(unit.sign);
    for (const refused of unit.refused) {
      await weight.fill(refused);
      await page.locator('#weight-today-save').click();
      await expect(page.locator('#weight-today-error')).toContainText('A body weight between');
    }
    await weight.fill(unit.weighed);
    await page.locator('#weight-today-save').click();
    expect(Math.abs(await grams(page, '2026-11-21') - 80_400)).toBeLessThan(60);
    // The tape, both legs by their side.
    await page.locator('summary', { hasText: 'Tape' }).click();
    for (const girth of unit.girth) {
      await page.locator('#girth').fill(girth);
      await page.locator('#girth-save').click();
    }
    await expect(page.getByText(`2 of 3 today, mean ${unit.mean}`)).toBeVisible();
    // Water after a session.
    await page.locator('summary', { hasText: 'Water after a session' }).click();
    await page.getByLabel('Before', { exact: true }).fill(unit.before);
    await page.getByLabel('After', { exact: true }).fill(unit.after);
    await expect(page.locator('#sweat-answer')).toContainText(unit.lost);
    // Another unit converts what is shown and nothing that is stored.
    const stored = await grams(page, '2026-11-21');
    const other = name === 'kg' ? UNITS.lb : UNITS.kg;
    await page.goto(`${site.url}settings/`);
    await page.locator('label.choice__option', { hasText: other.choice }).click();
    await page.goto(`${site.url}fuel/`);
    await expect(page.getByLabel('Weight this morning')).toHaveValue(new RegExp(`^${other.weighed.slice(0, 3)}`));
    expect(await grams(page, '2026-11-21')).toBe(stored);
  });

  test(`the body over time in ${name}, drawn, as a table and as files @both`, async ({ page, site }, info) => {
    await lifter(page, site, 'eats-little', '2026-11-22');
    await page.goto(`${site.url}settings/`);
    await page.locator('label.choice__option', { hasText: unit.choice }).click();
    await page.goto(`${site.url}fuel/`);
    await expect(page.locator('#weight')).toHaveAttribute('aria-label', unit.trend);
    await expect(page.getByText(unit.rate).first()).toBeVisible();
    await expect(page.getByText(new RegExp(`To aim for: \\+\\d\\.\\d\\d to \\+\\d\\.\\d\\d ${unit.sign} a week`))).toBeVisible();
    await page.goto(`${site.url}progress/?id=body`);
    await expect(page.locator('#weight')).toHaveAttribute('aria-label', unit.trend);
    const save = async (label) => {
      const waiting = page.waitForEvent('download');
      await page.getByRole('button', { name: label }).first().click();
      const download = await waiting;
      const file = info.outputPath(download.suggestedFilename());
      await download.saveAs(file);
      return fs.readFileSync(file);
    };
    const svg = (await save('Save the drawing as SVG')).toString();
    expect(svg).toContain('Body weight');
    expect(svg).not.toMatch(/class=|var\(/);
    expect((await save(/picture|PNG/i)).subarray(1, 4).toString()).toBe('PNG');
    // A table for other programs is in kilograms, whatever is shown.
    const csv = (await save(/CSV|table for/i)).toString();
    expect(csv).toContain('Weight kg');
    expect(csv).toMatch(/2026-11-22,7\d\.\d/);
    await page.locator('summary', { hasText: 'As a table' }).click();
    await expect(page.locator('tbody tr').first()).toContainText(name === 'kg' ? /7\d/ : /16\d/);
  });
}
