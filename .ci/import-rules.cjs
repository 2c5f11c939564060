/**
 * Which folder may import which: schemas ← model ← { browser, panel, devtools, cli }.
 * `npm run imports` checks it; e2e/import-rules.test.ts shows that it can fail.
 */
const only = (folder, allowed) => ({
  name: `${folder}-imports`,
  comment: `src/${folder} may import ${allowed.length ? allowed.join(', ') : 'packages'} only; see "The house" in README.md.`,
  severity: 'error',
  from: { path: `^src/${folder}/` },
  to: { path: '^(src|e2e)/', pathNot: `^src/(${[folder, ...allowed].join('|')})/` },
});

module.exports = {
  forbidden: [
    only('schemas', []),
    only('model', ['schemas']),
    only('browser', ['model', 'schemas']),
    only('devtools', ['browser', 'model', 'schemas']),
    only('cli', ['model', 'schemas']),
    {
      ...only('panel', ['model', 'schemas']),
      // The entry files of panel, options page and popup are where they meet the browser.
      from: { path: '^src/panel/', pathNot: '^src/panel/(main|options|popup)\\.tsx$' },
    },
    {
      name: 'schemas-need-zod-only',
      comment: 'src/schemas says what V3 says; zod is all it needs.',
      severity: 'error',
      from: { path: '^src/schemas/', pathNot: '\\.test(-support)?\\.ts$' },
      to: { dependencyTypes: ['npm', 'npm-dev', 'npm-peer', 'core'], pathNot: '^node_modules/zod/' },
    },
    {
      name: 'one-door-to-zod',
      comment: 'src/schemas/zod.ts sets zod up for an extension before the first schema is made.',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/schemas/zod\\.ts$', '\\.test(-support)?\\.ts$'] },
      to: { path: '^node_modules/zod/' },
    },
    {
      name: 'pure-core',
      comment: 'src/schemas and src/model run anywhere: no Preact, no browser API, no Node.',
      severity: 'error',
      from: { path: '^src/(schemas|model)/', pathNot: '\\.test(-support)?\\.ts$' },
      to: {
        path: [
          '^node_modules/(preact|@preact|@codemirror|@tanstack|webextension-polyfill)/',
          '^node:',
          '^(fs|path|os)$',
        ],
      },
    },
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one file, or a third is missing.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-unresolved',
      comment: 'An import that leads nowhere.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-tests-in-code',
      comment: 'Code that ships does not import tests or the sandbox.',
      severity: 'error',
      from: { path: '^src/', pathNot: '\\.test(-support)?\\.tsx?$' },
      to: { path: ['^e2e/', '\\.test(-support)?\\.tsx?$'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'default'] },
  },
};
