// The second copy in the browser's database: made without being asked, found where the store was emptied, gone
// where everything is erased.
import { test, expect, adopt, startSession, logged } from './fixtures.mjs';

const databases = (page) => page.evaluate(async () => (await indexedDB.databases()).map((one) => one.name));
/** What an engine does to a damaged file: everything is gone. */
const empty = (page) => page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('legwork:')).forEach((key) => localStorage.removeItem(key)));

/** One session of two sets, and the copy of it. */
async function copied(page, site) {
  await adopt(page, site);
  await startSession(page);
  await page.getByRole('button', { name: 'Log set' }).click();
  await page.getByRole('button', { name: 'Log set' }).click();
  await expect(logged(page)).toHaveCount(2);
  await page.getByRole('button', { name: 'Finish session' }).click();
  await page.goto(`${site.url}data/`);
  // Not an earlier copy, from before the session.
  await expect(page.getByText('1 session with 2 sets')).toBeAttached({ timeout: 15_000 });
  await expect(page.locator('#second-copy')).toContainText('of just now');
}

test('fault 07: an emptied store is met with its second copy and never with Welcome', async ({ page, site }) => {
  await copied(page, site);
  await empty(page);
  for (const path of ['', 'welcome/', 'session/']) {
    await page.goto(`${site.url}${path}`);
    await expect(page.getByRole('heading', { level: 1, name: 'Your log is still here' })).toBeVisible({ timeout: 15_000 });
    await expect(page.getByText('1 session with 2 sets')).toBeVisible();
  }
  await page.getByRole('button', { name: 'Bring it back' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Start session' })).toBeVisible();
  await page.reload();
  await page.goto(`${site.url}history/`);
  await expect(page.getByText('2 sets').first()).toBeVisible();
});

test('every copy can be looked at and taken back from the data page', async ({ page, site }) => {
  await copied(page, site);
  await empty(page);
  await page.goto(`${site.url}data/`);
  await page.getByText('Every copy there is').click();
  await page.getByRole('button', { name: /^Look at the copy of/ }).first().click();
  await expect(page.getByText('1 new session, 0 changed, 0 the same')).toBeVisible();
  await page.getByRole('button', { name: 'Replace what is here' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Undo' })).toBeVisible();
  await page.goto(`${site.url}history/`);
  await expect(page.getByText('2 sets').first()).toBeVisible();
});

test('who starts anew is left in peace, and the copies stay', async ({ page, site }) => {
  await copied(page, site);
  await empty(page);
  await page.goto(site.url);
  await page.getByRole('button', { name: 'Start anew' }).click({ timeout: 15_000 });
  await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible();
  await page.getByRole('link', { name: 'More', exact: true }).click();
  await page.getByRole('link', { name: /Your data/ }).click();
  await page.getByText('Every copy there is').click();
  await expect(page.getByRole('button', { name: /^Look at the copy of/ }).first()).toBeVisible();
});

test('erasing erases the copies too, and who stores nothing finds nothing stored', async ({ page, site }) => {
  await copied(page, site);
  expect(await databases(page)).toContain('legwork');
  await page.getByRole('button', { name: 'Erase everything' }).click();
  await page.getByRole('button', { name: 'Yes, erase everything' }).click();
  await expect.poll(() => databases(page)).toEqual([]);
  await page.goto(site.url);
  await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible();
  // The question whether something was there leaves nothing behind.
  await page.waitForTimeout(3_000);
  await expect.poll(() => databases(page)).toEqual([]);
});

test('a page that is hidden copies what is new', async ({ page, site }) => {
  await copied(page, site);
  await page.goto(`${site.url}fuel/`);
  await page.waitForTimeout(7_000);
  await page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => 'hidden' });
  });
  const count = () => page.evaluate(() => new Promise((resolve) => {
    const opening = indexedDB.open('legwork');
    opening.onsuccess = () => {
      const asked = opening.result.transaction('texts').objectStore('texts').count();
      asked.onsuccess = () => { opening.result.close(); resolve(asked.result); };
    };
  }));
  const before = await count();
  await page.evaluate(() => {
    // Another tab has changed the look of the week.
    document.dispatchEvent(new Event('visibilitychange'));
  });
  await page.waitForTimeout(1_000);
  expect(await count()).toBe(before);
  await page.evaluate(() => Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => 'visible' }));
  await page.getByRole('link', { name: 'More', exact: true }).click();
  await page.getByRole('link', { name: /Settings/ }).click();
  await page.locator('label.choice__option', { hasText: 'lb, ft' }).click();
  await page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => 'hidden' });
    document.dispatchEvent(new Event('visibilitychange'));
  });
  await expect.poll(count).toBe(before + 1);
});

test('fault 09: a damaged part comes back from the second copy, and nobody is asked for a new plan', async ({ page, site }) => {
  await copied(page, site);
  await page.evaluate(() => localStorage.setItem('legwork:1:plans', localStorage.getItem('legwork:1:plans').slice(0, 200)));
  await page.goto(site.url);
  await expect(page.getByRole('heading', { level: 1, name: 'Part of your log cannot be read' })).toBeVisible({ timeout: 15_000 });
  await expect(page.getByText('1 session with 2 sets')).toBeVisible();
  await page.getByRole('button', { name: 'Bring it back' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Start session' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('button', { name: 'Start session' })).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('fault 07: copies that the browser does not give at once are not erased, and nobody is taken for new', async ({ page, site }) => {
  await page.addInitScript(() => {
    const all = IDBObjectStore.prototype.getAll;
    IDBObjectStore.prototype.getAll = function getAll(...args) {
      if (sessionStorage.getItem('deaf')) throw new DOMException('gone', 'AbortError');
      return all.apply(this, args);
    };
  });
  await copied(page, site);
  await empty(page);
  await page.evaluate(() => sessionStorage.setItem('deaf', '1'));
  await page.goto(site.url);
  await expect(page.getByRole('heading', { level: 1, name: 'Your log could not be read' })).toBeVisible({ timeout: 15_000 });
  await page.evaluate(() => sessionStorage.removeItem('deaf'));
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'Your log is still here' })).toBeVisible({ timeout: 15_000 });
  await expect(page.getByText('1 session with 2 sets')).toBeVisible();
});

test('fault 07: what comes back has the sets of the session that ran', async ({ page, site }) => {
  await copied(page, site);
  // Within the app: what copies is here already.
  await startSession(page);
  for (const sets of [1, 2, 3]) {
    await page.getByRole('button', { name: 'Log set' }).click();
    await expect(logged(page)).toHaveCount(sets);
  }
  await page.waitForTimeout(2_000);
  await empty(page);
  await page.goto(site.url);
  await page.getByRole('button', { name: 'Bring it back' }).click({ timeout: 15_000 });
  await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible();
  await page.goto(`${site.url}session/`);
  await expect(logged(page)).toHaveCount(3);
});

test('the numbers are those of the copy that comes: the newest that can be read whole', async ({ page, site }) => {
  await copied(page, site);
  await page.getByRole('link', { name: 'More', exact: true }).click();
  await page.getByRole('link', { name: /Your data/ }).click();
  // A copy that is newer by a session, and then lacks its month.
  await startSession(page);
  await page.getByRole('button', { name: 'Log set' }).click();
  await expect(logged(page)).toHaveCount(1);
  await page.getByRole('button', { name: 'Finish session' }).click();
  await page.getByRole('link', { name: 'More', exact: true }).click();
  await page.getByRole('link', { name: /Your data/ }).click();
  await expect(page.getByText('2 sessions with 3 sets')).toBeAttached({ timeout: 15_000 });
  await page.evaluate(() => new Promise((resolve) => {
    const opening = indexedDB.open('legwork');
    opening.onsuccess = () => {
      const change = opening.result.transaction('texts', 'readwrite');
      const shelf = change.objectStore('texts');
      const asked = shelf.getAllKeys();
      asked.onsuccess = () => {
        const revision = (name) => Number(name.split('|')[1]);
        const months = asked.result.filter((name) => name.startsWith('log:')).sort((a, b) => revision(a) - revision(b));
        shelf.delete(months.at(-1));
        asked.result.filter((name) => name.startsWith('draft ')).forEach((name) => shelf.delete(name));
      };
      change.oncomplete = () => { opening.result.close(); resolve(); };
    };
  }));
  await empty(page);
  await page.goto(site.url);
  await expect(page.getByText('1 session with 2 sets')).toBeVisible({ timeout: 15_000 });
  await page.getByRole('button', { name: 'Bring it back' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible();
});
