import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { contentsOf } from './support/batch.ts';
import { cli, root } from './support/cli.ts';
import { folderWith } from './support/folder.ts';
import { smallTrust } from './support/trusts.ts';

const asked = ',"The governors, 6 October",exploring';
const rows = (...names: string[]) =>
  `Name,invited_by,stage\n${names.map((name) => `${name}${asked}\n`).join('')}`;

interface Bad {
  list?: string | Uint8Array;
  trust?: string;
  argv?: string[];
}

const bare = 'trust:\n  name: Otterwick Learning Trust\n';

/** What is typed, the exit code, what is said, and the places of what is written all the same. */
const table: [string, Bad, number, RegExp, string[]][] = [
  [
    'two schools of one URN',
    { list: 'URN,Name\n990001,A School\n990001,B School\n' },
    1,
    /Error school-twice list\.csv:3:1 B School stands in the list twice, or has the URN or name of another/,
    [],
  ],
  [
    'two schools of one folder',
    { list: rows('St Osyth’s School', 'St. Osyths school') },
    1,
    /Error copy-folder list\.csv:3:1 .* both would be in for\/st-osyths-school\. .*Add “urn:”/,
    [],
  ],
  [
    'a school that Windows takes for a device',
    { list: rows('CON') },
    1,
    /Error copy-folder list\.csv:2:1 The copy for CON can have no folder: Windows keeps the name “con” for a device\./,
    [],
  ],
  [
    'a school of a device with an ending',
    { list: rows('Aux.') },
    1,
    /Windows keeps the name “aux” for a device/,
    [],
  ],
  [
    'a school whose name ends in a full stop',
    { list: rows('Marsh End.') },
    0,
    /governing body of Marsh End\. has/,
    ['for/marsh-end/prospectus.md'],
  ],
  [
    'a school with a NUL in its name',
    { list: rows('Marsh\u0000 End') },
    0,
    /Warning hidden-character list\.csv:2:1 .*nobody can see \(U\+0000\) after “Marsh”/,
    ['for/marsh-end/prospectus.md'],
  ],
  [
    'a school without a letter in its name',
    { list: rows('…') },
    1,
    /can have no folder: its name has no letter or figure in it/,
    [],
  ],
  [
    'a school of the trust’s own',
    { list: rows('Otterwick Primary School') },
    1,
    /Error already-in-trust list\.csv:2:1 Otterwick Primary School is in the trust already\./,
    ['for/otterwick-primary-school/prospectus.md'],
  ],
  [
    'an edition that is not known',
    { argv: ['--edition', 'govenors'] },
    3,
    /There is no edition called “govenors”\. Did you mean governors\?/,
    [],
  ],
  [
    'an edition that selects nothing',
    { trust: bare, argv: ['--edition', 'families'] },
    1,
    /Error edition-empty The edition “families” has nothing to say/,
    [],
  ],
  [
    'a tag for readers that there are not',
    { trust: `${smallTrust}expectations:\n  - text: We ask.\n    for: [parents]\n` },
    1,
    /Error not-a-choice trust\.yaml:\d+:11 “parents” is not one of the words allowed here\./,
    [],
  ],
  [
    'an edition for readers that there are not',
    {
      trust: `${smallTrust}editions:\n  clerks:\n    readers: [clerks]\n    sections: [answers-short]\n`,
    },
    1,
    /“clerks” is not one of the words allowed here\./,
    [],
  ],
  ...['0/8', '9/8', 'x/y', '1/0', '8'].map((part): [string, Bad, number, RegExp, string[]] => [
    `part ${part}`,
    { argv: [`--shard=${part}`] },
    3,
    /Give the number of the part and of all parts, such as 2\/8/,
    [],
  ]),
  [
    'headings in another case',
    { list: 'nAmE,uRN,INVITED_BY,Stage\nMarsh End,990003,The governors,Exploring\n' },
    0,
    /governing body of Marsh End has/,
    ['for/990003/prospectus.md'],
  ],
  [
    'the code page of Windows',
    {
      list: Buffer.from(
        'Name,invited_by,stage\nSt Osyth\u0092s Caf\u00e9,Chair,exploring\n',
        'latin1',
      ),
    },
    0,
    /governing body of St Osyth’s Café has/,
    ['for/st-osyths-café/prospectus.md'],
  ],
  [
    'a byte order mark, semicolons and line ends within quotation marks',
    {
      list: '\ufeffName;URN;"Invited by";Stage\r\n"Marsh ""End""\r\nSchool";990003;"The governors; and\r\nthe head";exploring\r\n',
    },
    0,
    /governing body of Marsh "End" School has/,
    ['for/990003/prospectus.md'],
  ],
  [
    'a quotation mark that nothing closes',
    { list: 'Name\n"Marsh End\n' },
    1,
    /Error bad-table list\.csv:2:1 From here on the table cannot be read/,
    [],
  ],
  [
    'a file that is not there',
    { argv: ['--for', 'none.csv'] },
    1,
    /Error no-list none\.csv There is no file none\.csv\./,
    [],
  ],
];

const said = ({ stdout, stderr }: { stdout: string; stderr: string }) =>
  `${stderr} ${stdout}`.replace(/\s+/g, ' ').trim();

const build = ['build', '-f', 'md'];

describe('many documents of bad input', () => {
  it.each(table)(
    'with %s',
    async (_, { list, trust = smallTrust, argv = [] }, code, message, places) => {
      const cwd = folderWith({ 'trust.yaml': trust, ...(list ? { 'list.csv': list } : {}) });
      const result = await cli([...build, ...(list ? ['--for', 'list.csv'] : []), ...argv], cwd);
      expect(said(result)).toMatch(message);
      expect(result.code).toBe(code);
      const output = path.join(cwd, 'output');
      const written = existsSync(output) ? Object.keys(contentsOf(output)) : [];
      expect(written.filter((name) => name !== 'build.json')).toEqual(places);
    },
  );
});

describe('a folder for what can be made again', () => {
  it.each<[string, (cache: string) => void]>([
    ['is a file', (cache) => writeFileSync(cache, 'a file')],
    [
      'has a file where its own folder should be',
      (cache) => {
        mkdirSync(cache);
        writeFileSync(path.join(cache, 'pictures'), 'a file');
      },
    ],
  ])('that %s costs only time', async (_, spoil) => {
    const made = async (env: Record<string, string>) => {
      const cwd = folderWith();
      cpSync(path.join(root, 'examples/quillbrook'), cwd, { recursive: true });
      const { code, stderr } = await cli(build, cwd, { env });
      expect(code, stderr).toBe(0);
      return contentsOf(path.join(cwd, 'output'));
    };
    const cache = path.join(folderWith(), 'cache');
    spoil(cache);
    expect(await made({ THRIVING_CASE_CACHE: cache })).toEqual(await made({}));
  });

  it('and the record itself, where a folder has its name, is told with code 2', async () => {
    const cwd = folderWith({ 'trust.yaml': smallTrust, 'output/build.json/x': '' });
    const result = await cli(build, cwd);
    expect(result.code).toBe(2);
    expect(said(result)).toContain('output/build.json could not be written');
    expect(said(result)).toContain('a file stands where a folder should be');
    expect(readFileSync(path.join(cwd, 'output/prospectus.md'), 'utf8')).toContain('Otterwick');
  });
});
