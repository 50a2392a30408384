// Before the app: the stored look, and a plain word when the app does not start. Loaded with `defer`.
'use strict';
(() => {
  // Inside somebody else's page taps could be stolen: nothing starts there, here or in the app.
  if (top !== self) {
    document.getElementById('frame').textContent = 'Legwork does not run inside another page.';
    return;
  }
  try {
    const theme = localStorage.getItem('legwork:theme');
    if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
    // The device's first number takes a slow phone a tenth of a second: it is asked while the app is on its way.
    if (!localStorage.getItem('legwork:forms')) (12345.5).toLocaleString('default');
  } catch { /* storage is blocked: the system's look it is */ }
  const say = (text) => {
    const note = document.getElementById('frame-note');
    if (!note) return;
    note.textContent = text + ' ';
    const link = document.createElement('a');
    link.href = 'rescue.html';
    link.textContent = 'Get your data out';
    note.append(link);
  };
  // The app itself has failed: nothing of it is called again, a plain cover leads to the data.
  const cover = () => {
    if (document.querySelector('.crash')) return;
    const box = document.createElement('div');
    box.className = 'crash';
    box.setAttribute('role', 'alertdialog');
    const words = 'Legwork stopped. Your log is stored on this device.';
    box.setAttribute('aria-label', words);
    const text = document.createElement('p');
    text.textContent = words;
    box.append(text);
    for (const [href, name] of [['./', 'Start again'], ['rescue.html', 'Get your data out']]) {
      const link = document.createElement('a');
      link.href = href;
      // The router would catch a plain link and call into the broken app.
      link.rel = 'external';
      link.textContent = name;
      box.append(link);
    }
    document.body.append(box);
  };
  const broken = (error) => error instanceof WebAssembly.RuntimeError;
  // What the module that starts the app throws comes as an error, what it promised as a rejection. Once the app has
  // started there is nothing left to say it in.
  const failed = (error) => (broken(error) ? cover() : say('Legwork could not start. Your log is still on this device.'));
  addEventListener('error', (event) => failed(event.error));
  addEventListener('unhandledrejection', (event) => failed(event.reason));
  setTimeout(() => say('This takes long. Your log is safe on this device.'), 15000);
})();
