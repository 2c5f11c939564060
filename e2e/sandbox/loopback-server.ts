import { createServer, type RequestListener } from 'node:http';

export interface LoopbackServer {
  url: string;
  port: number;
  /** Cuts what is open and frees the port. */
  close(): Promise<void>;
}

const HOST = '127.0.0.1';

/** Starts an HTTP server that only this machine can reach; port 0 takes a free one. */
export async function startLoopbackServer(port: number, listener: RequestListener): Promise<LoopbackServer> {
  const server = createServer(listener);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, HOST, resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return {
    url: `http://${HOST}:${address.port}`,
    port: address.port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** A port of this machine on which nothing listens. */
export async function findClosedPort(): Promise<number> {
  const server = await startLoopbackServer(0, () => {});
  await server.close();
  return server.port;
}
