/** What an option of curl means for a request; `ignored` changes nothing that arrives. */
export type CurlOption =
  | 'url'
  | 'method'
  | 'header'
  | 'data'
  | 'raw'
  | 'urlencode'
  | 'json'
  | 'user'
  | 'bearer'
  | 'get'
  | 'head'
  | 'cookie'
  | 'agent'
  | 'referer'
  | 'form'
  | 'url-query'
  | 'insecure'
  | 'next'
  | 'ignored'
  | 'named';

interface Known {
  option: CurlOption;
  takesValue: boolean;
}

/** `long` or `long,short`; those that take a value, then those that do not. */
const withValue: readonly (readonly [CurlOption, string])[] = [
  ['url', 'url'],
  ['method', 'request,X'],
  ['header', 'header,H'],
  ['data', 'data,d data-ascii data-binary'],
  ['raw', 'data-raw'],
  ['urlencode', 'data-urlencode'],
  ['json', 'json'],
  ['user', 'user,u'],
  ['bearer', 'oauth2-bearer'],
  ['cookie', 'cookie,b'],
  ['agent', 'user-agent,A'],
  ['referer', 'referer,e'],
  ['form', 'form,F form-string'],
  ['url-query', 'url-query'],
  [
    'ignored',
    'output,o write-out,w stderr trace trace-ascii output-dir create-file-mode max-time,m connect-timeout retry retry-delay retry-max-time max-redirs limit-rate',
  ],
  [
    'named',
    'proxy,x proxy-user,U cert,E cert-type key key-type pass cacert capath ciphers tls-max resolve connect-to interface ' +
      'config,K cookie-jar,c dump-header,D upload-file,T range,r time-cond,z request-target unix-socket dns-servers ' +
      'proxy-header noproxy proto aws-sigv4 service-name socks5 socks5-hostname ftp-port,P quote,Q telnet-option,t ' +
      'speed-limit,Y speed-time,y continue-at,C netrc-file max-filesize keepalive-time variable',
  ],
];

const withoutValue: readonly (readonly [CurlOption, string])[] = [
  ['get', 'get,G'],
  ['head', 'head,I'],
  ['insecure', 'insecure,k'],
  ['next', 'next,:'],
  [
    'ignored',
    'compressed location,L silent,s show-error,S verbose,v include,i show-headers fail,f fail-with-body no-buffer,N globoff,g ' +
      'progress-bar,# remote-name,O remote-header-name,J http1.1 http1.0,0 http2 http3 ipv4,4 ipv6,6 path-as-is no-progress-meter ' +
      'disable,q tcp-nodelay no-keepalive location-trusted post301 post302 post303 tlsv1.2 tlsv1.3 tlsv1,1 raw parallel,Z',
  ],
  [
    'named',
    'netrc,n digest basic ntlm anyauth negotiate proxytunnel,p use-ascii,B list-only,l append,a junk-session-cookies,j remote-time,R',
  ],
];

const byLong = new Map<string, Known>();
const byShort = new Map<string, Known>();
for (const [table, takesValue] of [
  [withValue, true],
  [withoutValue, false],
] as const)
  for (const [option, names] of table)
    for (const [long = '', short] of names.split(' ').map((name) => name.split(','))) {
      byLong.set(long, { option, takesValue });
      if (short) byShort.set(short, { option, takesValue });
    }

/** An option by its long name, without dashes. */
export const longCurlOption = (name: string): Known | undefined => byLong.get(name);

/** An option by its letter. */
export const shortCurlOption = (letter: string): Known | undefined => byShort.get(letter);
