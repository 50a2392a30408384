// The way through the app in the engines that Playwright cannot drive here: Firefox (geckodriver) and WebKit
// (WebKitWebDriver), where the machine has them. Arguments: names of engines, all without any. Prints one line a
// step, and how many passed; an engine that is not there is said, and is no pass.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { serve } from '../e2e/pages-server.mjs';
import { launch } from './webdriver.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const which = (name) => { try { return execFileSync('which', [name]).toString().trim(); } catch { return null; } };
const local = (name) => [path.join(root, '.tools/bin', name)].find(fs.existsSync) ?? which(name);
const miniBrowser = () => {
  const folders = fs.globSync ? fs.globSync('/usr/lib/*/webkit2gtk-4.*/MiniBrowser') : execFileSync('sh', ['-c', 'ls /usr/lib/*/webkit2gtk-4.*/MiniBrowser 2>/dev/null || true']).toString().split('\n');
  return folders.find(Boolean) ?? null;
};

const ENGINES = {
  firefox: () => {
    const [driver, binary] = [local('geckodriver'), which('firefox-esr') ?? which('firefox')];
    return driver && binary && {
      program: (port) => [driver, '--port', String(port), '--websocket-port', '0'],
      wanted: { browserName: 'firefox', 'moz:firefoxOptions': { binary, args: ['-headless', '--width=390', '--height=844'], prefs: { 'dom.serviceWorkers.enabled': true } } },
    };
  },
  webkit: () => {
    const [driver, binary, screen] = [which('WebKitWebDriver'), miniBrowser(), which('xvfb-run')];
    return driver && binary && screen && {
      program: (port) => [screen, '-a', driver, `--port=${port}`],
      // A browser of root's has no sandbox of its own; what it opens is ours alone.
      env: { WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' },
      wanted: { 'webkitgtk:browserOptions': { binary, args: ['--automation'] } },
    };
  },
};

const rows = '() => document.querySelectorAll(".set-row[data-logged]").length';
const strong = path.join(root, 'tests/fixtures/strong/2026.csv');

/** What a new user does, in order; each step stands on the one before. */
const steps = (page, site) => ({
  'a new user takes a plan': async () => {
    await page.go(`${site.url}welcome/`);
    await page.type('Age', '30');
    await page.press('label', 'None of these');
    await page.press('button', 'Use this plan');
    await page.shown('h1', 'Your plan');
  },
  'a set is logged with one press': async () => {
    await page.press('nav a', 'Today');
    await page.press('button', 'Start session');
    await page.shown('#log-set');
    await page.type('#load', '100');
    await page.press('#log-set', 'Log');
    await page.until('one logged set', `() => (${rows})() === 1`);
  },
  'the rest runs, in the title too': async () => {
    await page.shown('.rest', 'Skip');
    await page.until('the rest in the title', '() => /^\\d:\\d\\d · /.test(document.title)');
  },
  'a reload keeps the set': async () => {
    await page.reload();
    await page.until('one logged set', `() => (${rows})() === 1`);
  },
  'every page opens': async () => {
    for (const route of ['plan', 'progress', 'fuel', 'more', 'data', 'import', 'edit', 'settings', 'about', 'history', 'holds-back', 'learn']) {
      await page.go(`${site.url}${route}/`);
      await page.shown('main h1');
    }
  },
  'the log is in localStorage and copied': async () => {
    await page.until('a document', '() => Object.keys(localStorage).some((key) => key.endsWith(":draft"))');
    await page.until('a copy', '() => indexedDB.databases().then((all) => all.some((one) => one.name.startsWith("legwork")))');
  },
  'another app\'s export is taken in': async () => {
    await page.go(`${site.url}import/`);
    await page.type('#import-file', strong);
    await page.press('label.choice__option', 'kg');
    await page.press('button', 'Take these sessions in');
    await page.shown('h2', 'Taken in before');
  },
  'progress draws it': async () => {
    await page.go(`${site.url}progress/`);
    await page.shown('main svg');
  },
  'the session is finished': async () => {
    await page.go(`${site.url}session/`);
    await page.press('button', 'Finish session');
    await page.shown('h2, h1', 'What it came to');
  },
  'nothing is fetched any more once it is installed': async () => {
    await page.go(site.url);
    await page.until('a worker in charge', '() => navigator.serviceWorker.controller !== null');
    await page.until('a finished install', '() => navigator.serviceWorker.ready.then((one) => one.active.state === "activated")');
    await site.stop();
    await page.go(`${site.url}history/`);
    await page.shown('main h1');
    await page.until('the session', '() => /\\d+ set/.test(document.querySelector("main").textContent)');
  },
  'nothing went wrong on the way': async () => {
    const crashed = await page.run('() => document.querySelector(".crash")?.textContent ?? ""');
    if (crashed) throw new Error(crashed);
  },
});

const wanted = process.argv.slice(2);
let passed = 0;
let failed = 0;
for (const [name, engine] of Object.entries(ENGINES)) {
  if (wanted.length && !wanted.includes(name)) continue;
  const how = engine();
  if (!how) {
    console.log(`NOT RUN: ${name} is not on this machine`);
    continue;
  }
  const site = await serve(path.join(root, 'dist'));
  const page = await launch(how);
  console.log(`== ${name}: ${page.name}`);
  for (const [what, step] of Object.entries(steps(page, site))) {
    try {
      await step();
      passed += 1;
      console.log(`ok ${what}`);
    } catch (error) {
      failed += 1;
      console.log(`FAILED ${what}: ${error.message}`);
      const folder = path.join(root, 'test-results');
      fs.mkdirSync(folder, { recursive: true });
      await page.picture().then((png) => fs.writeFileSync(path.join(folder, `${name}.png`), Buffer.from(png, 'base64'))).catch(() => {});
      break;
    }
  }
  await page.close();
  await site.stop().catch(() => {});
}
console.log(`  ${passed} passed\n  ${failed} failed`);
process.exit(failed ? 1 : 0);
