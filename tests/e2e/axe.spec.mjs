// Every page, empty and in use, in both themes, without an accessibility violation.
import AxeBuilder from '@axe-core/playwright';
import { test, expect, adopt, startSession, routes } from './fixtures.mjs';

for (const colorScheme of ['light', 'dark']) {
  test(`every page in ${colorScheme} @both`, async ({ page, site }) => {
    test.setTimeout(180_000);
    await page.emulateMedia({ colorScheme });
    const check = async (name) => {
      const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
      expect(violations.map((v) => `${name}: ${v.id}: ${v.nodes.map((n) => n.target).join(' ')}`)).toEqual([]);
    };
    await adopt(page, site);
    await startSession(page);
    await page.getByRole('button', { name: 'Log set' }).click();
    // Tall enough that the tab bar, which is always in sight, covers nothing of a page at rest.
    await page.setViewportSize({ width: page.viewportSize().width, height: 5000 });
    for (const route of routes) {
      await page.goto(site.url + route);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await check(route || 'today');
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      expect(wide, `${route} scrolls sideways`).toBeLessThanOrEqual(0);
    }
    await page.goto(`${site.url}edit/`);
    await page.locator('.edit__head').first().click();
    await page.getByRole('button', { name: 'Swap for' }).click();
    await page.getByRole('button', { name: 'Make a link' }).click();
    await page.locator('#describe-0').click();
    await page.getByRole('button', { name: 'Keep exercise' }).click();
    await check('edit, open');
    await page.locator('.edit__head', { hasText: 'leg curl' }).first().click();
    await check('edit, technique');
    const link = await page.getByLabel('Link').inputValue();
    await page.goto('about:blank');
    await page.goto(link);
    await expect(page.getByRole('button', { name: 'Keep this plan' })).toBeVisible();
    await check('share');
  });
}
