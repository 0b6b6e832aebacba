// Keeps the page on the device, so that it opens without a line. What the API answers is none of its business: the page keeps that itself.

const KEPT = 'rectify';

/** Parts of the page that work without a line, by their keys in `assets.json`, which the build writes. */
const PARTS = [
  'index.html',
  'src/on-the-spot/on-the-spot-page.tsx',
  'src/on-the-spot/inspection-page.tsx',
  'src/owner/owner-home.tsx',
  'src/owner/owner-page.tsx',
  'src/case/form/event-form.tsx',
  'src/design/calendar.tsx',
  'src/documents/pdf-of-pictures.ts',
];

/** Where the texts are: all of them are kept, for the language can be changed without a line too. */
const TEXTS = 'src/language/';

self.addEventListener('install', (event) => event.waitUntil(keepPage().then(() => self.skipWaiting())));
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  if (request.mode === 'navigate') {
    if (!/^\/(v\d+|docs|health|metrics)(\/|$)/.test(pathname)) event.respondWith(pageOrKept(event));
  } else if (pathname.startsWith('/assets/') || pathname === '/mark.svg') {
    event.respondWith(keptOrFetched(request));
  }
});

/** The page as the server has it now; without a line as it was kept. */
async function pageOrKept(event) {
  try {
    const page = await fetch(event.request);
    if (page.ok) event.waitUntil(keepPage().catch(() => undefined));
    return page;
  } catch (error) {
    const kept = await caches.match('/');
    if (kept) return kept;
    throw error;
  }
}

/** A file of the page never changes: its content is in its name. */
async function keptOrFetched(request) {
  return (await caches.match(request)) ?? fetch(request);
}

/** Keeps the page with all that its parts need, and lets go of what an earlier page needed. Nothing changes unless all of it came. */
async function keepPage() {
  const [page, listed] = await Promise.all([fetch('/', { headers: { Accept: 'text/html' } }), fetch('/assets.json')]);
  if (!page.ok || !listed.ok) return;
  const needed = filesOf(await listed.json());
  const cache = await caches.open(KEPT);
  const kept = new Set((await cache.keys()).map(({ url }) => new URL(url).pathname));
  await cache.addAll([...needed].filter((file) => !kept.has(file)));
  await cache.put('/', page);
  for (const file of kept) if (file !== '/' && !needed.has(file)) await cache.delete(file);
}

/** Every file that the parts need, those that they import too. */
function filesOf(manifest) {
  const files = new Set(['/mark.svg']);
  const seen = new Set();
  const visit = (key) => {
    const part = manifest[key];
    if (part === undefined || seen.has(key)) return;
    seen.add(key);
    for (const file of [part.file, ...(part.css ?? []), ...(part.assets ?? [])]) files.add(`/${file}`);
    (part.imports ?? []).forEach(visit);
  };
  [...PARTS, ...Object.keys(manifest).filter((key) => key.startsWith(TEXTS))].forEach(visit);
  return files;
}
