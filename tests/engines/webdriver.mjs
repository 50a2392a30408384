// As much of the W3C WebDriver protocol as the smoke needs: the same words drive Firefox and WebKit.
import { spawn } from 'node:child_process';
import net from 'node:net';

/** The key under which the protocol names an element. */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';
/** Milliseconds that something may take until it is there. */
const PATIENCE = 30_000;

const pause = (millis) => new Promise((done) => setTimeout(done, millis));

const freePort = () => new Promise((done, fail) => {
  const probe = net.createServer().once('error', fail).listen(0, '127.0.0.1', () => {
    const { port } = probe.address();
    probe.close(() => done(port));
  });
});

/** A browser with a driver of its own. `program` starts the driver on a port, `wanted` are its capabilities. */
export async function launch({ program, wanted, env = {} }) {
  const port = await freePort();
  const [command, ...args] = program(port);
  const driver = spawn(command, args, { env: { ...process.env, ...env }, stdio: 'ignore', detached: true });
  const base = `http://127.0.0.1:${port}`;
  const ask = async (method, path, body) => {
    const answer = await fetch(base + path, { method, body: body && JSON.stringify(body), headers: { 'Content-Type': 'application/json' } });
    const { value } = await answer.json();
    if (!answer.ok) throw new Error(`${method} ${path}: ${value?.error}: ${value?.message}`);
    return value;
  };
  const stop = () => { try { process.kill(-driver.pid); } catch { /* it has ended by itself */ } };
  try {
    for (let tries = 0; ; tries += 1) {
      try { await ask('GET', '/status'); break; } catch (error) { if (tries > 150) throw error; await pause(200); }
    }
    const { sessionId, capabilities } = await ask('POST', '/session', { capabilities: { alwaysMatch: wanted } });
    // A phone's, as near as the engine's window gets to it.
    await ask('POST', `/session/${sessionId}/window/rect`, { width: 390, height: 844 }).catch(() => {});
    return browser(ask, `/session/${sessionId}`, capabilities, stop);
  } catch (error) {
    stop();
    throw error;
  }
}

function browser(ask, session, capabilities, stop) {
  const run = (script, ...args) => ask('POST', `${session}/execute/sync`, { script: `return (${script}).apply(null, arguments)`, args });
  /** Asks again and again until the answer is not empty. */
  const until = async (what, script, ...args) => {
    const end = Date.now() + PATIENCE;
    for (;;) {
      const found = await run(script, ...args).catch(() => null);
      if (found) return found;
      if (Date.now() > end) throw new Error(`not there: ${what}`);
      await pause(100);
    }
  };
  const shown = (selector, words = '') => until(`${selector} ${words}`, `(selector, words) => [...document.querySelectorAll(selector)]
    .find((one) => one.getClientRects().length && one.textContent.includes(words)) ?? null`, selector, words);
  return {
    name: `${capabilities.browserName} ${capabilities.browserVersion}`,
    go: (url) => ask('POST', `${session}/url`, { url }),
    reload: () => ask('POST', `${session}/refresh`, {}),
    run,
    until,
    shown,
    /** Presses the first element of a selector that is shown and says these words. */
    async press(selector, words) {
      const element = await shown(selector, words);
      await run('(one) => one.scrollIntoView({ block: "center" })', element);
      await ask('POST', `${session}/element/${element[ELEMENT]}/click`, {});
    },
    /** Types into the field of a label or a selector, or gives it a file. */
    async type(which, text) {
      const element = await until(which, `(which) => {
        const label = [...document.querySelectorAll('label')].find((one) => one.textContent.trim().startsWith(which));
        return label?.control ?? (/^[#.]/.test(which) ? document.querySelector(which) : null);
      }`, which);
      if (!text.startsWith('/')) await ask('POST', `${session}/element/${element[ELEMENT]}/clear`, {});
      await ask('POST', `${session}/element/${element[ELEMENT]}/value`, { text });
    },
    picture: () => ask('GET', `${session}/screenshot`),
    async close() {
      await ask('DELETE', session).catch(() => {});
      stop();
    },
  };
}
