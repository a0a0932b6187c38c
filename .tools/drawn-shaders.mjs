// three brings the shaders of all its materials as text, which no bundler can tell apart. What none of ours includes is
// left out of the build; whoever uses another of three's materials adds it here, or a browser says that it does not compile.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const materials = ['meshbasic', 'meshlambert', 'depth'];
/** `var name = "…";`, or `const name = "…";` of one that is listed by another name. */
const declared = /^(?:var|const) ([\w$]+) = ("(?:[^"\\\n]|\\.)*");$/gm;
const listed = /^\t([a-z]\w*)(?:: ([\w$]+))?,?$/gm;
const included = /#include <(\w+)>/g;
/** As three's own code names what it puts into every program. */
const asked = /ShaderChunk\[ '(\w+)' \]/g;

const namesIn = (text, how = included) => [...text.matchAll(how)].map(([, name]) => name);

function textsOf(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
}

/** three's module without the shaders that nothing in `folder` draws with. */
export function withDrawnShaders(code, folder) {
  const begins = code.indexOf('const ShaderChunk = {');
  if (begins < 0) throw new Error('met a three without its list of shaders, expected ShaderChunk');
  const list = code.slice(begins, code.indexOf('};', begins));
  const textOf = new Map([...code.matchAll(declared)].map(([, name, text]) => [name, text]));
  const variables = new Map([...list.matchAll(listed)].map(([, name, variable]) => [name, variable ?? name]));
  const kept = new Set();
  const keep = (name) => {
    const variable = variables.get(name);
    if (variable === undefined || kept.has(variable)) return;
    kept.add(variable);
    for (const each of namesIn(textOf.get(variable) ?? '')) keep(each);
  };
  for (const material of materials) for (const part of ['vert', 'frag']) keep(`${material}_${part}`);
  for (const name of namesIn(code, asked)) keep(name);
  for (const text of textsOf(folder)) for (const name of namesIn(text)) keep(name);
  const chunks = new Set(variables.values());
  return code.replace(declared, (whole, name) =>
    chunks.has(name) && !kept.has(name) ? whole.replace(/ = .*/, ' = "";') : whole,
  );
}

export function drawnShaders(folder) {
  return {
    name: 'cityloom-drawn-shaders',
    apply: 'build',
    transform: {
      filter: { id: /\/node_modules\/three\/build\/three\.module\.js$/ },
      handler: (code) => ({ code: withDrawnShaders(code, folder), map: null }),
    },
  };
}
