// What the page's policy keeps out: markup and script made of texts, frames around the app, names and addresses of
// strangers. Whatever breaks the policy anywhere in a spec is noise and fails it (fixtures.mjs).
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { crc32 } from 'node:zlib';
import { serve } from './pages-server.mjs';
import { test, expect, adopt, dist, logged, routes, startSession, workerReady } from './fixtures.mjs';

const fixtures = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../fixtures');

/** Gathers every violation of the policy on every page of the context. */
async function violations(context) {
  const found = [];
  await context.exposeFunction('violated', (text) => found.push(text));
  await context.addInitScript(() => addEventListener('securitypolicyviolation', (event) => window.violated(`${event.violatedDirective} ${event.sample} at ${location.pathname}`)));
  return found;
}

/** The page itself stands, not the frame that stands there while its code comes. */
async function stands(page) {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('main [aria-busy]')).toHaveCount(0);
}

test('nothing that the app does breaks its policy: every page, the worker, an import, a restore, files', async ({ context, page, site }, info) => {
  test.setTimeout(90_000);
  const found = await violations(context);
  await adopt(page, site);
  await workerReady(page);
  expect(await page.locator('meta[http-equiv]').getAttribute('content')).toContain("require-trusted-types-for 'script'");
  await startSession(page);
  await page.getByRole('button', { name: 'Log set' }).click();
  await expect(logged(page)).toHaveCount(1);
  await page.getByRole('button', { name: 'Finish session' }).click();
  const picture = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Share as picture' }).click();
  await picture;
  await page.goto(`${site.url}import/`);
  await page.locator('#import-file').setInputFiles(path.join(fixtures, 'strong/2026.csv'));
  const kg = page.locator('#import label.choice__option', { hasText: /^kg$/ });
  const take = page.getByRole('button', { name: 'Take these sessions in' });
  await expect(take).toBeVisible();
  if (await kg.count()) await kg.click();
  for (const choice of await page.locator('.names__row').getByRole('combobox').all()) {
    if (await choice.inputValue() === '') await choice.selectOption('_other');
  }
  await take.click();
  await expect(page.getByText(/sessions? taken in/)).toBeVisible();
  await page.goto(`${site.url}data/`);
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save everything as a file' }).click();
  const file = info.outputPath('export.json');
  await (await saving).saveAs(file);
  await page.locator('#restore-file').setInputFiles(file);
  await page.getByRole('button', { name: 'Replace what is here' }).click();
  await expect(page.getByText('Restored')).toBeVisible();
  for (const route of routes) {
    await page.goto(site.url + route);
    await stands(page);
  }
  // From the worker's own cache as well, and the page that saves what is stored without the app.
  expect(await page.evaluate(() => !!navigator.serviceWorker.controller)).toBe(true);
  await page.goto(`${site.url}rescue.html`);
  const rescued = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save everything as a file' }).click();
  await rescued;
  expect(found).toEqual([]);
});

test.describe('what a script that got in would try', () => {
  test.use({ allowed: { patterns: [/Trusted|TrustedHTML|TrustedScript|trusted-types|Content Security Policy|policy|Not allowed to navigate/i] } });

  test('no markup, script or worker is made of a text, and no second policy allows it', async ({ page, site }) => {
    await adopt(page, site);
    await workerReady(page);
    // In a turn of the page's own: what a debugger evaluates may evaluate in turn.
    const outcome = await page.evaluate(() => new Promise((tell) => setTimeout(async () => {
      const bad = '<img src=x onerror="window.pwned=1">';
      const tries = {
        innerHTML: () => { document.createElement('div').innerHTML = bad; },
        outerHTML: () => { document.querySelector('h1').outerHTML = bad; },
        insertAdjacentHTML: () => document.body.insertAdjacentHTML('beforeend', bad),
        'document.write': () => document.write(bad),
        fragment: () => document.createRange().createContextualFragment(bad),
        parser: () => new DOMParser().parseFromString(bad, 'text/html'),
        srcdoc: () => { document.createElement('iframe').srcdoc = bad; },
        handler: () => document.createElement('img').setAttribute('onerror', 'window.pwned=1'),
        'script text': () => { document.createElement('script').text = 'window.pwned=1'; },
        'script src': () => { document.createElement('script').src = 'boot.js'; },
        eval: () => eval('window.pwned=1'),
        Function: () => new Function('window.pwned=1')(),
        timeout: () => setTimeout('window.pwned=1'),
        worker: () => navigator.serviceWorker.register('sw.js'),
        'another policy': () => trustedTypes.createPolicy('another', { createHTML: (text) => text }),
        'the default policy': () => trustedTypes.createPolicy('default', { createHTML: (text) => text }),
        'the same policy': () => trustedTypes.createPolicy('legwork-worker', { createScriptURL: (text) => text }),
      };
      const through = [];
      for (const [name, act] of Object.entries(tries)) {
        try { await act(); through.push(name); } catch { /* kept out */ }
      }
      await new Promise((done) => setTimeout(done, 200));
      tell({ through, pwned: window.pwned });
    })));
    expect(outcome).toEqual({ through: [], pwned: undefined });
    await stands(page);
  });

  test('an address of script or of data leads nowhere', async ({ page, site }) => {
    await adopt(page, site);
    await page.evaluate(() => {
      for (const href of ['javascript:void(window.pwned=1)', 'data:text/html,<script>opener.pwned=1</script>']) {
        const link = document.createElement('a');
        link.href = href;
        document.body.append(link);
        link.click();
      }
    });
    await page.waitForTimeout(300);
    expect(page.url().startsWith(site.url)).toBe(true);
    for (const address of ['workout/?id=javascript:window.pwned=1', 'exercise/?id=<img src=x onerror=window.pwned=1>', 'exercise/?id=data:text/html,x', 'history/?month=javascript:1', 'progress/?id=%3Cscript%3E', 'share/#javascript:window.pwned=1', 'share/#<img src=x onerror=window.pwned=1>']) {
      await page.goto('about:blank');
      await page.goto(site.url + address);
      await stands(page);
      expect(await page.evaluate(() => [window.pwned, document.querySelectorAll('main img, main iframe, main script, a[href^="javascript:"], a[href^="data:"]').length]), address).toEqual([undefined, 0]);
    }
  });
});

test.describe('inside another page', () => {
  test.use({ allowed: { patterns: [/^request to http:\/\/127\.0\.0\.1:\d+\/(neighbour\/|favicon.ico)$/, /status of 404/] } });

  test('the app does not run, whoever that page is', async ({ page, site }) => {
    await adopt(page, site);
    const stranger = await serve(dist);
    for (const origin of [site.origin, stranger.origin]) {
      await page.goto(`${origin}/neighbour/`);
      await page.evaluate((url) => {
        const frame = document.createElement('iframe');
        Object.assign(frame, { src: url, width: 390, height: 800 });
        document.body.append(frame);
      }, `${site.url}session/`);
      const inner = page.frameLocator('iframe');
      await expect(inner.getByText('Legwork does not run inside another page')).toBeVisible();
      await expect(inner.locator('.app, a, button')).toHaveCount(0);
    }
    await stranger.stop();
  });
});

const HOSTILE = '<img src=x onerror=window.pwned=1><svg onload=window.pwned=1> javascript:window.pwned=1';

test('names, notes and meals of a restored file are words wherever they stand, and a hostile file name is nothing', async ({ page, site }, info) => {
  test.setTimeout(60_000);
  // The file with everything in it, every text of a person's own replaced, and a checksum that fits.
  const text = fs.readFileSync(path.join(fixtures, 'v2/export.json'), 'utf8');
  const [, head, book] = /^(.*"checksum":")[0-9a-f]{8}",\n"logbook":(.*)\}\n$/s.exec(text);
  const words = ['"Sled push"', '"Evening"', '"knees fine"', '"Porridge"', '"łydki"', '"seat 4"', '"Sled (Push)"', JSON.stringify('Morning "legs" 🦵 – café\n')];
  let changed = book.replace('"conditions":["pregnant"]', '"conditions":[]').replace(/"raised":\[\[.*?\]\]/, '"raised":[]');
  for (const word of words) {
    expect(changed, word).toContain(word);
    changed = changed.replaceAll(word, JSON.stringify(HOSTILE));
  }
  const seal = (logbook) => `${head}${crc32(logbook).toString(16).padStart(8, '0')}",\n"logbook":${logbook}}\n`;
  const name = info.outputPath('<img src=x onerror=window.pwned=1>.json');
  fs.writeFileSync(name, seal(changed));
  await page.goto(`${site.url}data/`);
  await page.locator('#restore-file').setInputFiles(name);
  await page.getByRole('button', { name: 'Replace what is here' }).click();
  await expect(page.getByText('Restored')).toBeVisible();
  const inert = async (where) => expect(await page.evaluate(() => [window.pwned, document.querySelectorAll('main img, main iframe, main script, a[href^="javascript:"], a[href^="data:"]').length]), where).toEqual([undefined, 0]);
  let seen = 0;
  const sessions = await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes(':log:'))
    .flatMap((key) => JSON.parse(localStorage.getItem(key).split('\n')[1]).s.map((session) => session[0])));
  expect(sessions.length).toBeGreaterThan(0);
  for (const route of [...routes, ...sessions.map((id) => `workout/?id=${id}`), 'exercise/?id=own-sled-push']) {
    await page.goto(site.url + route);
    await stands(page);
    await inert(route);
    if ((await page.locator('main').evaluate((main) => main.innerText + [...main.querySelectorAll('input, textarea, option')].map((one) => one.value + one.textContent).join())).includes('onerror')) seen += 1;
  }
  // It was there to be seen: in the session, the history, the record, the meals.
  expect(seen).toBeGreaterThanOrEqual(4);
  // The same file on the import page, and an identifier that is no identifier.
  await page.goto(`${site.url}import/`);
  await page.locator('#import-file').setInputFiles(name);
  await expect(page.locator('#import').getByRole('status')).toContainText('Your data');
  await inert('import');
  const crooked = info.outputPath('crooked.json');
  fs.writeFileSync(crooked, seal(changed.replaceAll('own-sled-push', 'javascript:window.pwned=1')));
  await page.goto(`${site.url}data/`);
  await page.locator('#restore-file').setInputFiles(crooked);
  await expect(page.getByText('something impossible')).toBeVisible();
  await inert('data');
});
