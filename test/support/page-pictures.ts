import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Whether poppler is here, which makes pictures of pages. */
export const hasPoppler = spawnSync('pdftoppm', ['-v'], { stdio: 'ignore' }).status === 0;

/** Every page of a PDF as a picture, pixel by pixel. */
export function pagePictures(pdf: Uint8Array): Buffer[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'thriving-case-pages-'));
  try {
    writeFileSync(path.join(folder, 'in.pdf'), pdf);
    const { status } = spawnSync('pdftoppm', ['-r', '70', 'in.pdf', 'page'], { cwd: folder });
    if (status !== 0) throw new Error('pdftoppm failed.');
    const names = readdirSync(folder).filter((name) => name.endsWith('.ppm'));
    return names.sort().map((name) => readFileSync(path.join(folder, name)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
