// Makes dist/ from src/: one bundle, its types, the templates compiled, and schema.json for editors.
//
// Everything that is used is bundled, because starting from hundreds of small files takes longer than
// the work itself, and because `npx` then fetches one package instead of ninety.
import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import Handlebars from 'handlebars';
import { lean } from './lean.js';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const inRoot = (...parts) => path.join(root, ...parts);

rmSync(inRoot('dist'), { recursive: true, force: true });

const { metafile } = await build({
  absWorkingDir: root,
  entryPoints: {
    main: 'src/cli/main.ts',
    index: 'src/index.ts',
    // For this script alone; removed below.
    generate: 'scripts/generate.ts',
  },
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  chunkNames: 'chunks/[name]-[hash]',
  sourcemap: false,
  metafile: true,
  plugins: [lean],
  legalComments: 'none',
  // Its code is compiled for each system and cannot be in a bundle; it is loaded where there is a picture.
  external: ['sharp'],
  logLevel: 'warning',
  // Some of what is bundled is CommonJS and asks for Node's own modules in its own way.
  banner: {
    js: "import { createRequire as $createRequire } from 'node:module'; const require = $createRequire(import.meta.url);",
  },
});

writeTypes();
const { hashOf, profileJsonSchema, templateNames, templateOptions } = await import(
  pathToFileURL(inRoot('dist', 'generate.js')).href
);
writeTemplates();
writeFileSync(inRoot('schema.json'), `${JSON.stringify(profileJsonSchema(), null, 2)}\n`);
writeLicences();
rmSync(inRoot('dist', 'generate.js'));

function writeTypes() {
  const typescript = path.dirname(
    createRequire(import.meta.url).resolve('typescript/package.json'),
  );
  const folder = mkdtempSync(path.join(tmpdir(), 'thriving-case-types-'));
  const { status } = spawnSync(
    process.execPath,
    [
      path.join(typescript, 'bin', 'tsc'),
      ...['--project', inRoot('tsconfig.build.json'), '--outDir', folder],
    ],
    { stdio: 'inherit' },
  );
  // The interface stands on its own: the types of what is inside are nobody's business but ours.
  for (const file of ['index.d.ts', 'reports.d.ts']) {
    if (status === 0) copyFileSync(path.join(folder, file), inRoot('dist', file));
  }
  rmSync(folder, { recursive: true });
  if (status !== 0) process.exit(status ?? 1);
}

/** Templates are compiled now, so that a run need not load the compiler. */
function writeTemplates() {
  const entries = templateNames.map((name) => {
    const file = inRoot('templates', `${name}.hbs`);
    const source = readFileSync(file, 'utf8').replaceAll('\r\n', '\n');
    const spec = Handlebars.precompile(source, templateOptions);
    return `  '${name}': { hash: '${hashOf(source)}', spec: ${spec} },`;
  });
  writeFileSync(
    inRoot('dist', 'templates.js'),
    `export const precompiled = {\n${entries.join('\n')}\n};\n`,
  );
}

/** The licence of every package that is in the bundle. */
function writeLicences() {
  const folders = new Set(
    Object.keys(metafile.inputs).flatMap((file) => {
      const match = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file);
      return match ? [match[0]] : [];
    }),
  );
  const texts = [...folders].sort().map((folder) => {
    const { name, version, license } = JSON.parse(
      readFileSync(inRoot(folder, 'package.json'), 'utf8'),
    );
    const file = readdirSync(inRoot(folder)).find((entry) => /^licen[cs]e/i.test(entry));
    const text = file ? readFileSync(inRoot(folder, file), 'utf8').trim() : '';
    return `${name} ${version} (${license ?? 'licence in its text'})\n\n${text}`;
  });
  const rule = `\n\n${'-'.repeat(72)}\n\n`;
  writeFileSync(inRoot('dist', 'THIRD-PARTY-LICENCES.txt'), `${texts.join(rule)}\n`);
}
