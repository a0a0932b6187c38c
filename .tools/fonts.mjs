// Rebuilds public/fonts from Noto Sans CJK SC, after a text or a name with a new character was added.
// Not part of any install: it needs fonttools with Brotli (pyftsubset) and the Noto CJK fonts, as Debian's
// fonttools, python3-brotli and fonts-noto-cjk bring them. The test tests/i18n/fonts.test.ts says when it is due.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = new URL('..', import.meta.url).pathname;
const out = join(root, 'public/fonts');
const source = process.env.CITYLOOM_NOTO ?? '/usr/share/fonts/opentype/noto';
// Numbers of the faces in Noto's collections. The Japanese one has quotation marks and dots as narrow as Latin text
// wants them; in the Chinese one they are as wide as a character.
const JAPANESE = 0;
const SIMPLIFIED_CHINESE = 2;

function filesUnder(folder, wanted) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .filter((path) => statSync(path).isFile() && wanted(path))
    .sort();
}

function charactersOf(paths) {
  const found = new Set();
  for (const path of paths) for (const character of readFileSync(path, 'utf8')) found.add(character);
  return found;
}

function range(from, to) {
  return Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i));
}

/** The 3,755 commonest characters: rows 16 to 55 of GB 2312. */
function gb2312Level1() {
  const decoder = new TextDecoder('gb18030');
  const characters = [];
  for (let row = 0xb0; row <= 0xd7; row++) {
    for (let cell = 0xa1; cell <= (row === 0xd7 ? 0xf9 : 0xfe); cell++) {
      characters.push(decoder.decode(Uint8Array.of(row, cell)));
    }
  }
  return characters;
}

function subset(collection, name, characters, face = SIMPLIFIED_CHINESE) {
  const folder = mkdtempSync(join(tmpdir(), 'cityloom-fonts-'));
  const list = join(folder, 'characters.txt');
  writeFileSync(
    list,
    [...characters]
      .filter((each) => each >= ' ')
      .sort()
      .join(''),
  );
  const run = spawnSync(
    'pyftsubset',
    [
      join(source, collection),
      `--font-number=${face}`,
      `--text-file=${list}`,
      '--flavor=woff2',
      '--layout-features=kern,liga,tnum,locl,ccmp,mark',
      '--no-hinting',
      '--desubroutinize',
      // Nothing is set vertically here.
      '--drop-tables+=vhea,vmtx,VORG,BASE',
      '--name-IDs=0,1,2,3,4,5,6,13,14',
      `--output-file=${join(out, name)}`,
    ],
    { stdio: 'inherit' },
  );
  rmSync(folder, { recursive: true });
  if (run.status !== 0) throw new Error(`pyftsubset failed for ${name}; is fonttools installed?`);
  console.log(
    `${name}: ${[...characters].length} characters, ${(statSync(join(out, name)).size / 1024).toFixed(0)} KB`,
  );
}

mkdirSync(out, { recursive: true });
const latin = [...range(0x20, 0x7e), ...range(0xa0, 0xff)];
// Dashes, quotes, arrows, signs of comparison and typographic spaces that texts and numbers use.
const signs = [
  ...'„‚–—‘’“”…·•′″€−×÷±≈≠≤≥←↑→↓↔▲▼△▽◆○●■□✓✗①②③°‰²³⁄\u2009\u202f\u00a0　、。〈〉《》「」【】〔〕！（），：；？～￥％＋－／＝',
];
const interfaceFiles = filesUnder(join(root, 'src'), (path) => /\.(tsx?|html)$/.test(path));
const ui = new Set([...latin, ...signs, ...charactersOf(interfaceFiles)]);
subset('NotoSansCJK-Regular.ttc', 'cityloom-ui-400.woff2', ui);
subset('NotoSansCJK-Bold.ttc', 'cityloom-ui-700.woff2', ui);

const narrow = [...latin, ...'–—‘’“”„‚…′″‹›'];
subset('NotoSansCJK-Regular.ttc', 'cityloom-latin-400.woff2', narrow, JAPANESE);
subset('NotoSansCJK-Bold.ttc', 'cityloom-latin-700.woff2', narrow, JAPANESE);

const scenes = charactersOf(filesUnder(join(root, 'scenes'), (path) => path.endsWith('.json')));
const names = new Set([...gb2312Level1(), ...scenes].filter((each) => !ui.has(each)));
subset('NotoSansCJK-Regular.ttc', 'cityloom-names-400.woff2', names);
