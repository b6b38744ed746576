import { cpSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { stringify } from 'yaml';
import { type Reader, readers } from '../../src/knowledge/readers.ts';
import { sections } from '../../src/knowledge/sections.ts';
import { readProfile } from '../../src/profile/read.ts';
import type { Path, Value } from '../../src/profile/yaml/values.ts';
import { profileFor, taggable } from './canaries.ts';
import { root } from './cli.ts';
import { testEffects } from './effects.ts';
import { folderWith } from './folder.ts';

type Group = { [key: string]: Value };

/** What is in every canary of a text, in the name of the picture, and in the numbers of the metric. */
export const TRACES = /zanzibar\w*|quaggafish|73,?5[12]\d,?613|88,?1[34]\d,?627/gi;

const picture = (alt: string): Group => ({
  file: 'images/quaggafish.svg',
  alt: `Quaggafish ${alt}`,
  credit: `Quaggafish and daughter, ${alt}`,
  shows: 'no people',
});

/** A metric with a chart of its own: years, someone to compare with, and a label nobody else has. */
const metric = {
  label: 'Quaggafish counted',
  unit: 'quaggafish',
  scope: 'the quaggafish of Tollerwick',
  chart: 'line',
  series: {
    '2021/22': '73511613',
    '2022/23': '73514613',
    '2023/24': '73519613',
    '2024/25': '73525613',
  },
  comparators: [
    {
      name: 'Quaggafish Shire',
      series: {
        '2021/22': '88131627',
        '2022/23': '88134627',
        '2023/24': '88139627',
        '2024/25': '88141627',
      },
      evidence: ['name-1'],
    },
  ],
  evidence: ['name-1'],
  does_not_show: 'what quaggafish think',
};

/** References from one canary to another, so that each is printed wherever it can be. */
const linked: Readonly<Record<string, Group>> = {
  'principles.vision.claims': { metrics: ['quagga'], evidence: ['name-1'] },
  voices: { photo: picture('speaks'), school: 'Quaggafish School', principle: 'vision' },
  people: { photo: picture('leads') },
  case_studies: {
    ...{ photo: picture('learns'), metrics: ['quagga'], evidence: ['name-1'] },
    ...{ school: 'Quaggafish School', principle: 'improvement' },
  },
  commitments: { metric: 'quagga', target: '73529613' },
  weaknesses: { metric: 'quagga', evidence: ['name-1'] },
};

/** For each kind of reader a document with every section there is, so that what can be told is told. */
const fullEditions = Object.fromEntries(
  readers.map((reader) => [
    `full-${reader}`,
    { readers: [reader], sections: [...sections.keys()] },
  ]),
);

/**
 * A folder with the large example, to every part of which something is added that is for these readers
 * alone, with a canary in each of its fields.
 */
export async function canariedTrust(tag: readonly Reader[]): Promise<string> {
  const folder = folderWith();
  const from = path.join(root, 'examples/wayfold');
  const { value } = await readProfile(from, testEffects(from));
  if (!value) throw new Error('The example cannot be read.');
  for (const name of ['images', 'maps']) {
    cpSync(path.join(from, name), path.join(folder, name), { recursive: true });
  }
  const drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3">';
  writeFileSync(
    path.join(folder, 'images/quaggafish.svg'),
    `${drawing}<title>Quaggafish</title><rect width="4" height="3"/></svg>`,
  );
  // What is wrong with a canary is then told as a gap, and may not be.
  const profile: Group = { ...(structuredClone(value.typed) as Group), status: 'draft' };
  const { profile: canaried } = profileFor(tag);
  for (const place of taggable) add(profile, place, at(canaried, place));
  for (const [place, links] of Object.entries(linked)) {
    const items = at(profile, place.split('.')) as Group[];
    Object.assign(items.at(-1) as Group, links);
  }
  profile.editions = { ...(profile.editions as Group), ...fullEditions };
  Object.assign(profile.metrics as Group, { quagga: { ...metric, for: [...tag] } });
  const principles = profile.principles as { [key: string]: Group };
  principles.people = { ...principles.people, metrics: ['quagga'] };
  writeFileSync(path.join(folder, 'trust.yaml'), stringify(profile));
  return folder;
}

function at(profile: Value, place: Path): Value | undefined {
  let here: Value | undefined = profile;
  for (const step of place) here = (here as Group | undefined)?.[step as string];
  return here;
}

/** Adds to a list at its end, to a group under its name; what stands in its place is left out. */
function add(profile: Group, place: Path, value: Value | undefined): void {
  if (value === undefined) return;
  let here: Group | Value[] = profile;
  for (const [index, step] of place.entries()) {
    const group = here as Group;
    const isLast = index === place.length - 1;
    if (isLast) {
      if (Array.isArray(here)) here.push(value);
      else group[step as string] = value;
      return;
    }
    group[step as string] ??= typeof place[index + 1] === 'number' ? [] : {};
    here = group[step as string] as Group;
  }
}
