import type { Plugin } from 'vite';

interface Edit {
  file: RegExp;
  from: RegExp;
  to: string;
}

const SCHEMAS = /zod\/v4\/classic\/schemas\.js$/;

/**
 * Libraries' ways to make code or markup of strings, which the panel never uses and its CSP refuses. They are
 * taken out of the bundle, so that nobody has to show that they are never reached.
 */
const stringsStayStrings: readonly Edit[] = [
  { file: /zod\/v4\/core\/(?:util|doc)\.js$/, from: /const F = Function;/, to: 'const F = undefined;' },
  {
    file: /preact\/dist\/preact\.mjs$/,
    from: /(\w+)\.innerHTML=(\w+)\.__html/,
    to: '$1.textContent=$2.__html',
  },
];

/** What every schema could be asked for and none is: to be written as JSON Schema. It weighs 5 kB gzipped. */
const noJsonSchema: readonly Edit[] = [
  {
    file: SCHEMAS,
    from: /import \* as processors from ("[^"]+");/,
    // Schemas' own getters ask for this one.
    to: 'import { aggregateChecks } from $1; const processors = { aggregateChecks };',
  },
  {
    file: SCHEMAS,
    from: /import \{ createStandardJSONSchemaMethod, createToJSONSchemaMethod \} from "[^"]+";/,
    to: 'const createStandardJSONSchemaMethod = () => undefined, createToJSONSchemaMethod = () => undefined;',
  },
];

/** Methods of schemas that nothing here calls; each would bring its own code. One that is called after all says so. */
const unused =
  'regex|includes|endsWith|length|nonempty|lowercase|uppercase|trim|normalize|toLowerCase|toUpperCase|slugify|' +
  'overwrite|superRefine|prefault|nonoptional|readonly|and|multipleOf|step|finite|safe';
const fewerMethods: readonly Edit[] = [
  {
    file: SCHEMAS,
    from: /\n {4}(\w+)\(params\) \{\n {8}return this\.check\(core\._\w+\(Zod\w+, params\)\);\n {4}\},/g,
    to: '\n$1: leftOut,',
  },
  {
    file: SCHEMAS,
    from: new RegExp(`\\n {4}(${unused})\\([^)]*\\) \\{\\n {8}return [^\\n]*\\n {4}\\},`, 'g'),
    to: '\n$1: leftOut,',
  },
  {
    file: SCHEMAS,
    from: /\n {4}(\w*(?:[eE]n|[dD]e)code\w*|\w+Async)(?:\(data, params\)|: (?:async )?function \w+\(data, params\)) \{\n {8}return [^\n]*\n {4}\},/g,
    to: '\n$1: leftOut,',
  },
  {
    file: SCHEMAS,
    from: /\n {4}async (\w+)\(data, params\) \{\n {8}return [^\n]*\n {4}\},/g,
    to: '\n$1: leftOut,',
  },
  {
    file: SCHEMAS,
    from: /$/,
    to: "\nfunction leftOut() { throw new Error('Left out of the bundle: see .ci/edit-libraries.ts'); }",
  },
];

/** Zod's sentences about what is wrong: ours say what to do. */
const noSentences: readonly Edit[] = [{ file: SCHEMAS, from: /core\.config\(en\(\)\)/, to: 'undefined' }];

const edits = [...stringsStayStrings, ...noJsonSchema, ...fewerMethods, ...noSentences];

/** Leaves parts of libraries out of the bundle that nothing here uses. */
export const editLibraries = (): Plugin => ({
  name: 'edit-libraries',
  transform(code, id) {
    const wanted = edits.filter(({ file }) => file.test(id));
    if (wanted.length === 0) return undefined;
    let edited = code;
    for (const { from, to } of wanted) {
      const before = edited;
      edited = edited.replace(from, to);
      if (edited === before) this.error(`${id} has changed: look again for what is to be left out`);
    }
    return { code: edited, map: null };
  },
});
