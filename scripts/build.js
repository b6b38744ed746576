// Compiles src/ to dist/ and writes schema.json, the JSON Schema that editors use.
import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const inRoot = (...parts) => path.join(root, ...parts);

rmSync(inRoot('dist'), { recursive: true, force: true });
const typescript = path.dirname(createRequire(import.meta.url).resolve('typescript/package.json'));
const compiled = spawnSync(
  process.execPath,
  [path.join(typescript, 'bin', 'tsc'), '--project', inRoot('tsconfig.build.json')],
  { stdio: 'inherit' },
);
if (compiled.status !== 0) process.exit(compiled.status ?? 1);

const { profileJsonSchema } = await import(
  pathToFileURL(inRoot('dist', 'profile', 'json-schema.js')).href
);
writeFileSync(inRoot('schema.json'), `${JSON.stringify(profileJsonSchema(), null, 2)}\n`);
