/** What Chromium's codes for a connection that came to nothing mean, and what to do; the first that fits counts. */
const meanings: readonly (readonly [RegExp, string, string])[] = [
  [
    /CONNECTION_REFUSED/,
    'Nothing listens at this host and port: the connection was refused',
    'Look at the port, and whether the server runs.',
  ],
  [
    /NAME_NOT_RESOLVED|NAME_RESOLUTION/,
    'No name server knows this host',
    'Look for a typing mistake in the URL, or for a VPN that is off.',
  ],
  [
    /EMPTY_RESPONSE|CONNECTION_(?:RESET|CLOSED|ABORTED)|SOCKET_NOT_CONNECTED/,
    'The server cut the connection before it answered',
    'It may have acted on the request all the same: look at its log before sending again.',
  ],
  [
    /CONTENT_LENGTH_MISMATCH|INCOMPLETE_CHUNKED/,
    'The connection was cut in the middle of the answer',
    'Send again, or look why the server gave up.',
  ],
  [
    /CERT_/,
    'The browser does not trust the certificate of this server',
    'Open the URL in a tab to see why, and to make an exception.',
  ],
  [/SSL_/, 'The server speaks no https here, or one too old', 'Look at the port, or try http.'],
  [/INTERNET_DISCONNECTED/, 'The browser is offline', 'Connect to the network and send again.'],
  [
    /TIMED_OUT/,
    'The host did not take the connection in time',
    'Look at the host, and for a firewall or a VPN on the way.',
  ],
  [
    /ADDRESS_UNREACHABLE|ADDRESS_INVALID|NETWORK_CHANGED/,
    'The way to this host is closed',
    'Look at the network, and for a firewall or a VPN on the way.',
  ],
  [/UNSAFE_PORT/, 'Browsers call no server at this port', 'Let the server listen at another one.'],
  [/TOO_MANY_REDIRECTS/, 'The API redirects in a circle', 'Untick “Follow redirects” to see the first one.'],
  [
    /BLOCKED_BY_CLIENT/,
    'An extension of this browser blocked the request',
    'Allow the host in the blocker, or send without it.',
  ],
];

/** A code of the browser's network log (`net::ERR_…`) as sentences, or undefined for one that is not told here. */
export function describeNetError(code: string): string | undefined {
  if (!code.startsWith('net::ERR_')) return undefined;
  const found = meanings.find(([pattern]) => pattern.test(code));
  return found && `${found[1]} (${code}). ${found[2]}`;
}
