// Keeps the door's page, so that it can be opened and reloaded without the network: the page as it is for nobody in particular, and what it
// loads. Whatever is asked of the API goes past this; what the page keeps of it, it keeps itself.
const VERSION = '$VERSION';
const LANGUAGE = '$LANGUAGE';
const ASSETS = ['$ASSETS'];
const PAGE = '/door';
const CACHE = `door-${VERSION}`;
const PATIENCE = 4000; // milliseconds for a page of the network; then the one that is kept has to do

self.addEventListener('install', (event) => {
  self.skipWaiting(); // the open page goes on with what it has loaded
  event.waitUntil(keep());
});
self.addEventListener('activate', (event) => event.waitUntil(replace()));
self.addEventListener('fetch', (event) => {
  const { method, mode, url } = event.request, { origin, pathname } = new URL(url);
  if (method !== 'GET' || origin !== location.origin) return;
  if (mode === 'navigate' && pathname === PAGE) event.respondWith(page(event.request));
  else if (ASSETS.includes(pathname)) event.respondWith(asset(event.request));
});

/** All of it or nothing: a worker that cannot keep everything is not installed, and the one before goes on. */
async function keep() {
  const cache = await caches.open(CACHE);
  const answer = await fetch(PAGE, { credentials: 'omit', cache: 'no-store', headers: { Accept: 'text/html', 'Accept-Language': LANGUAGE } });
  if (!answer.ok) throw new Error(`The page was answered with ${answer.status}`);
  await cache.addAll(ASSETS);
  await cache.put(PAGE, answer);
}

async function replace() {
  for (const name of await caches.keys()) if (name.startsWith('door-') && name !== CACHE) await caches.delete(name);
  await self.clients.claim();
}

async function page(request) {
  try {
    const answer = await Promise.race([fetch(request), new Promise((_, late) => setTimeout(late, PATIENCE))]);
    return answer.status >= 500 ? await kept(PAGE) ?? answer : answer;
  } catch { return await kept(PAGE) ?? Response.error(); }
}

async function asset(request) {
  return await kept(request) ?? fetch(request);
}

function kept(what) {
  return caches.match(what, { cacheName: CACHE, ignoreVary: true });
}
