importScripts('/sender.js');

// Answers the API calls of the pages under /controlled/ by fetching them itself.
self.addEventListener('fetch', (event) => {
  if (new URL(event.request.url).pathname.includes('/v3/')) event.respondWith(fetch(event.request));
});
self.addEventListener('install', () => self.skipWaiting());
