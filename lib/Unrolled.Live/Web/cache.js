// The service worker of a book that a server gives: what runs cells is loaded once for all pages. The names of these
// files come from their content, so a kept one is never stale; a later edition's takes the place of the one before.
"use strict";

const keptFile = /\/assets\/(live-[a-z]+)-[0-9a-f]+\.pack$/;

async function kept(request, stem) {
  const cache = await caches.open("unrolled-live");
  const known = await cache.match(request);
  if (known)
    return known;
  const answer = await fetch(request);
  if (answer.ok) {
    for (const old of await cache.keys())
      if (keptFile.exec(new URL(old.url).pathname)?.[1] === stem)
        await cache.delete(old);
    await cache.put(request, answer.clone());
  }
  return answer;
}

addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(clients.claim()));
addEventListener("fetch", (event) => {
  const pack = keptFile.exec(new URL(event.request.url).pathname);
  if (pack && event.request.method === "GET")
    event.respondWith(kept(event.request, pack[1]));
});
