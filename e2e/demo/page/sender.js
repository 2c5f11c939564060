// Runs in a worker, a service worker or a frame: makes the call that it is told to, and tells what came of it.
self.addEventListener('message', (event) => {
  const work = send(event.data).then((outcome) => event.ports[0]?.postMessage(outcome));
  event.waitUntil?.(work);
});

async function send({ url, body }) {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body,
    });
    return `${response.status} ${await response.text()}`;
  } catch (error) {
    return `no answer (${error})`;
  }
}
