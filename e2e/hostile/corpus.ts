/** The name of a global that no document may ever have: every script of the corpus sets it. */
export const CANARY = '__pwned';

const pwn = `globalThis.${CANARY}=1`;

/** Short texts that mean something to some reader of text, by what they try. */
export const hostileTexts: Readonly<Record<string, string>> = {
  'a script': `<script>${pwn}</script>`,
  'an image that fails': `"><img src=x onerror="${pwn}">`,
  'an svg that loads': `'><svg/onload=${pwn}>`,
  'a frame of its own': `<iframe srcdoc="<script>parent.${CANARY}=1;top.${CANARY}=1</script>"></iframe>`,
  'an attribute': `" onfocus="${pwn}" autofocus tabindex="0" x="`,
  'a link that is code': `javascript:${pwn}//`,
  'the end of a style': `</style></pre></textarea></script><script>${pwn}</script>`,
  'a meta refresh':
    '<meta http-equiv="refresh" content="0;url=about:blank"><base href="https://evil.invalid/">',
  'the end of a JS text': `';\`;";${pwn};//\${${pwn}}</script>`,
  'shell words': `'; touch pwned; $(touch pwned) \`touch pwned\` & calc.exe | %COMSPEC%`,
  'a direction that turns': 'bank\u202egro.live\u202c \u2066abc\u2067def\u2069 \u200fright',
  'controls of a terminal': '\u0007\u001b[31mred\u001b]0;title\u0007\u007f\u0085\u009b2J',
  'what cannot be seen': 'a\u200bb\u00adc\ufeffd\u2060e\u2028f\u2029g\u180eh\u{e0041}i',
  'a heap of marks': `Z${'\u0351\u0325'.repeat(200)}algo`,
  'halves of surrogates': 'a\ud800b\udfffc\udc00\ud800d',
  'a NUL': 'before\u0000after',
  'a prototype': '__proto__',
  'a constructor': 'constructor.prototype.polluted',
  'a replacement pattern': "$& $` $' $1 $<name> $$",
  'a variable': '{{bearerToken}} {{ }} {{{{x}}}} {{correlationId',
  'escapes that are none': '%00%zz%ff%u202e%E2%80%AE&amp;lt;\\u202e\\x00',
  'words of Markdown': '|a|`b`|[x](javascript:alert(1))|<b>|![](https://evil.invalid/x.png)',
};

/** Names that every object has already. */
export const prototypeNames = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'valueOf',
  'hasOwnProperty',
  '__defineGetter__',
  'toJSON',
  'then',
  'length',
];

const nested = (open: string, inner: string, close: string, depth: number): string =>
  open.repeat(depth) + inner + close.repeat(depth);

const DEPTH = 10_000;

/** Whole bodies that are small, or soon read. */
export const hostileBodies: Readonly<Record<string, string>> = {
  'prototype names': `{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"possessionType":"mobile",${prototypeNames
    .slice(2)
    .map((name) => `${JSON.stringify(name)}:{"polluted":1}`)
    .join(',')}}`,
  'prototype names for values':
    '{"possessionType":"__proto__","phoneNumber":"constructor","flowType":"toString"}',
  'lists in lists': nested('[', '1', ']', DEPTH),
  'objects in objects': nested('{"a":', '1', '}', DEPTH),
  'objects in a known field': `{"possessionType":${nested('{"possessionType":', '1', '}', DEPTH)}}`,
  'lists that never end': '['.repeat(DEPTH),
  'texts in texts': Array.from({ length: 12 }).reduce<string>((inner) => JSON.stringify({ a: inner }), 'x'),
  'one key many times': `{${Array.from({ length: 2_000 }, (_, at) => `"possessionType":${at}`).join(',')}}`,
  'numbers beyond numbers': '{"success":1e999,"code":-1e999,"a":9007199254740993,"b":0.1e-400,"c":-0}',
  'NUL and lone surrogates': '{"a\\u0000":"\\ud800","b":"\\udfff\\ud800","c\\u202e":"\u0000","\\ud800":1}',
  'only NUL': '\u0000'.repeat(5_000),
  'a page': `<!doctype html><body onload="${pwn}"><script>${pwn}</script></body>`,
  'a form of prototypes': '__proto__=1&__proto__[a]=1&constructor=2&grant_type=%00%ff%zz&=&&&%',
  'an SDK answer of prototypes':
    '{"success":"__proto__","next":{"__proto__":"x","constructor":"y"},"code":"toString"}',
  'a token of nonsense': `{"authToken":"${'e30.'.repeat(500)}","access_token":"..","correlationId":["x"]}`,
};

const keys = (size: number, between: string): string =>
  `{${between}${Array.from({ length: size }, (_, at) => `"k${at}":${at}`).join(`,${between}`)}${between}}`;

/** Large bodies with so many characters, keys or signs, made when they are asked for. */
export const largeBodies: Readonly<Record<string, (size: number) => string>> = {
  'a long text': (size) => `{"possessionType":"${'x'.repeat(size)}"}`,
  'a long text that is no JSON': (size) => 'A'.repeat(size),
  'a long text with a mistake at its end': (size) => `{"possessionType":"${'x'.repeat(size)}",}`,
  'many keys': (size) => keys(size / 10, ''),
  'many lines': (size) => keys(size / 10, '\n'),
  'a long list': (size) => `[${'{},'.repeat(size / 3)}{}]`,
  'many escapes': (size) => `{"a":"${'\\u0041'.repeat(size / 6)}"}`,
  'many blanks': (size) => `{${' \n\t'.repeat(size / 3)}"a":1`,
  'many braces of variables': (size) => '{{'.repeat(size / 2),
  'many quotes': (size) => '"'.repeat(size + 1),
  'many at signs and digits': (size) => `{"a":"${'1@'.repeat(size / 2)}","b":"${'1-'.repeat(size / 2)}"}`,
};

/** What stands in a place of a URL as a page would write it. */
export const inUrl = (text: string): string =>
  // A lone surrogate has no encoding.
  encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd'));
