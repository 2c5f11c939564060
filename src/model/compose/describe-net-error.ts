import { t } from '../words/words.ts';

/** What Chromium's codes for a connection that came to nothing mean, and what to do; the first that fits counts. */
const meanings: readonly (readonly [RegExp, what: () => string, todo: () => string])[] = [
  [
    /CONNECTION_REFUSED/,
    () => t('Nothing listens at this host and port: the connection was refused'),
    () => t('Look at the port, and whether the server runs.'),
  ],
  [
    /NAME_NOT_RESOLVED|NAME_RESOLUTION/,
    () => t('No name server knows this host'),
    () => t('Look for a typing mistake in the URL, or for a VPN that is off.'),
  ],
  [
    /EMPTY_RESPONSE|CONNECTION_(?:RESET|CLOSED|ABORTED)|SOCKET_NOT_CONNECTED/,
    () => t('The server cut the connection before it answered'),
    () => t('It may have acted on the request all the same: look at its log before sending again.'),
  ],
  [
    /CONTENT_LENGTH_MISMATCH|INCOMPLETE_CHUNKED/,
    () => t('The connection was cut in the middle of the answer'),
    () => t('Send again, or look why the server gave up.'),
  ],
  [
    /CERT_/,
    () => t('The browser does not trust the certificate of this server'),
    () => t('Open the URL in a tab to see why, and to make an exception.'),
  ],
  [
    /SSL_/,
    () => t('The server speaks no https here, or one too old'),
    () => t('Look at the port, or try http.'),
  ],
  [
    /INTERNET_DISCONNECTED/,
    () => t('The browser is offline'),
    () => t('Connect to the network and send again.'),
  ],
  [
    /TIMED_OUT/,
    () => t('The host did not take the connection in time'),
    () => t('Look at the host, and for a firewall or a VPN on the way.'),
  ],
  [
    /ADDRESS_UNREACHABLE|ADDRESS_INVALID|NETWORK_CHANGED/,
    () => t('The way to this host is closed'),
    () => t('Look at the network, and for a firewall or a VPN on the way.'),
  ],
  [
    /UNSAFE_PORT/,
    () => t('Browsers call no server at this port'),
    () => t('Let the server listen at another one.'),
  ],
  [
    /TOO_MANY_REDIRECTS/,
    () => t('The API redirects in a circle'),
    () => t('Untick “Follow redirects” to see the first one.'),
  ],
  [
    /BLOCKED_BY_CLIENT/,
    () => t('An extension of this browser blocked the request'),
    () => t('Allow the host in the blocker, or send without it.'),
  ],
];

/** A code of the browser's network log (`net::ERR_…`) as sentences, or undefined for one that is not told here. */
export function describeNetError(code: string): string | undefined {
  if (!code.startsWith('net::ERR_')) return undefined;
  const found = meanings.find(([pattern]) => pattern.test(code));
  return found && `${found[1]()} (${code}). ${found[2]()}`;
}
