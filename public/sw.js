// Legwork's service worker: installs one version whole or not at all, and serves that version only.
// The build fills in version, base and files; nothing is cached at run time.
'use strict';
const VERSION = '__VERSION__';
const BASE = '__BASE__';
const FILES = [/*__FILES__*/];

// One origin may hold several projects: the name carries the path, and only our own are ever deleted.
const PREFIX = `legwork:${BASE}:`;
const CACHE = PREFIX + VERSION;
const INDEX = BASE + 'index.html';
const LISTED = new Set(FILES.map(([url]) => BASE + url));

self.addEventListener('install', (event) => {
  event.waitUntil(install());
});

async function install() {
  try {
    const cache = await caches.open(CACHE);
    await Promise.all(FILES.map(async ([url, integrity]) => {
      const request = new Request(BASE + url, { cache: 'reload', integrity, credentials: 'same-origin' });
      const response = await fetch(request);
      if (!response.ok || response.redirected) throw new Error(`${url}: ${response.status}`);
      await cache.put(BASE + url, response);
    }));
  } catch (error) {
    await caches.delete(CACHE);
    throw error;
  }
}

self.addEventListener('activate', (event) => {
  event.waitUntil((async () => {
    const names = await caches.keys();
    await Promise.all(names.filter((n) => n.startsWith(PREFIX) && n !== CACHE).map((n) => caches.delete(n)));
  })());
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin || !url.pathname.startsWith(BASE)) return;
  const listed = LISTED.has(url.pathname);
  if (request.mode === 'navigate') {
    // A page of its own (the rescue page) is itself; every route is this version's app.
    const own = listed && !url.pathname.endsWith('/index.html') && !url.pathname.endsWith('/404.html');
    event.respondWith(cached(own ? url.pathname : INDEX, request));
  } else if (listed) {
    event.respondWith(cached(url.pathname, request));
  }
});

/** From this version's cache; if the browser evicted it, from the network. */
async function cached(path, request) {
  const cache = await caches.open(CACHE);
  return (await cache.match(path)) ?? fetch(request);
}

self.addEventListener('message', (event) => {
  if (event.data === 'skip-waiting') self.skipWaiting();
  if (event.data === 'version') event.source?.postMessage({ version: VERSION });
});

// The end of a rest was told while another page was in front: a tap brings the session back.
self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil((async () => {
    const pages = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
    const ours = pages.find((page) => new URL(page.url).pathname.startsWith(BASE));
    await (ours ? ours.focus() : self.clients.openWindow(BASE + 'session/'));
  })());
});
