import path from 'node:path';
import type { Format } from './build.ts';
import type { Drafted } from './draft.ts';
import type { PlannedDocument } from './plan.ts';
import { bytesOf, type OutputFile } from './write.ts';

/** A document as it will be written. */
export interface Finished {
  planned: PlannedDocument;
  /** One for each format that was asked for. */
  files: { format: Format; path: string; content: Uint8Array }[];
  /** The pictures that stand beside its Markdown. */
  pictures: OutputFile[];
}

/** A draft in the formats that were asked for. */
export async function finishDocument(
  { planned, markdown, html, pictures }: Drafted,
  formats: readonly Format[],
  print: (html: string) => Promise<Uint8Array>,
): Promise<Finished> {
  const make: Record<Format, () => Uint8Array | Promise<Uint8Array>> = {
    md: () => bytesOf(markdown),
    html: () => bytesOf(html),
    pdf: () => print(html),
  };
  const files: Finished['files'] = [];
  for (const format of formats) {
    files.push({ format, path: `${planned.place}.${format}`, content: await make[format]() });
  }
  const folder = path.posix.dirname(planned.place);
  const beside = formats.includes('md') ? pictures : [];
  return {
    planned,
    files,
    pictures: beside.map(({ path: name, content }) => ({
      path: path.posix.join(folder, name),
      content,
    })),
  };
}
