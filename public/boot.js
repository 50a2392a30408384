// Before the app: the stored look, and a plain word when the app does not start. Loaded with `defer`.
'use strict';
(() => {
  try {
    const theme = localStorage.getItem('legwork:theme');
    if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
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
  addEventListener('unhandledrejection', () => say('Legwork could not start. Your log is still on this device.'));
  setTimeout(() => say('This takes long. Your log is safe on this device.'), 15000);
})();
