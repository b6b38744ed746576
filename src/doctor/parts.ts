import path from 'node:path';
import process from 'node:process';
import { shippedTemplates, templateNames } from '../compose/templates.ts';
import { displayName } from '../effects/display-name.ts';
import type { Effects } from '../effects/effects.ts';
import { isCode } from '../effects/files.ts';
import { themeNames } from '../knowledge/themes.ts';
import { tool, toolFolder } from '../tool.ts';
import { readTheme } from '../typeset/theme.ts';
import { bad, type Finding, good, weak } from './finding.ts';

const systems: Partial<Record<NodeJS.Platform, string>> = {
  win32: 'Windows',
  darwin: 'macOS',
  linux: 'Linux',
};

/** The program that runs the tool. That it is new enough was seen when the tool started. */
export function nodeFound({ platform }: Pick<Effects, 'platform'>): Finding {
  const system = systems[platform] ?? platform;
  return good(
    'node',
    `thriving-case ${tool().version} runs on Node.js ${process.versions.node} and ${system} (${process.arch}).`,
  );
}

/** Whether the templates and typefaces that come with the tool are all there. */
export async function tryTemplates(effects: Effects): Promise<Finding> {
  try {
    await Promise.all([
      ...themeNames.map((name) => readTheme(name, toolFolder, effects)),
      ...templateNames.map((name) =>
        effects.files.read(path.join(shippedTemplates, `${name}.hbs`)),
      ),
    ]);
    return good('templates', 'The templates and typefaces that come with the tool are complete.');
  } catch (error) {
    const missing = isCode(error, 'ENOENT') ? (error as NodeJS.ErrnoException).path : undefined;
    const what = missing
      ? `${displayName(missing, { cwd: toolFolder })} is missing from the tool.`
      : `The templates of the tool cannot be read: ${messageOf(error)}.`;
    return bad('templates', what, 'Install the tool again: npm install thriving-case');
  }
}

/** Whether the library that makes photographs ready works on this system. */
export async function tryPictures(): Promise<Finding> {
  try {
    const { default: sharp } = await import('sharp');
    await sharp({ create: { width: 8, height: 8, channels: 3, background: 'white' } })
      .jpeg()
      .toBuffer();
    return good('pictures', 'Pictures can be made ready for the page.');
  } catch (error) {
    return weak(
      'pictures',
      `Pictures cannot be made ready: ${messageOf(error)}. Profiles without photographs are not affected.`,
      'Install the library for pictures for this system: npm install --include=optional sharp',
    );
  }
}

function messageOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return (message.trim().split('\n')[0] ?? '').replace(/\.$/, '');
}
