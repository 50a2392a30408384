// Saves every text that Legwork stored, raw. No framework, no wasm: it has to work when those do not.
'use strict';
const found = document.getElementById('found');
const save = document.getElementById('save');

function collect() {
  const texts = {};
  for (let place = 0; place < localStorage.length; place += 1) {
    const key = localStorage.key(place);
    if (key?.startsWith('legwork:')) texts[key] = localStorage.getItem(key);
  }
  return texts;
}

try {
  const count = Object.keys(collect()).length;
  found.textContent = count ? `${count} stored texts found.` : 'Nothing of Legwork is stored in this browser.';
  save.hidden = count === 0;
} catch {
  found.textContent = 'This browser does not let the page read its storage.';
}

save.addEventListener('click', () => {
  const text = JSON.stringify({ format: 'legwork-raw', texts: collect() }, null, 1);
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  link.download = 'legwork-rescue.json';
  link.click();
  found.textContent = 'Saved. Keep the file: Legwork takes it back under Your data, Restore.';
});
