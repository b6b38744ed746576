import { describe, expect, it } from 'vitest';
import { textOf } from '../../src/addressees/bytes.ts';
import { parseCsv } from '../../src/addressees/csv.ts';
import { defaultLimits } from '../../src/profile/limits.ts';

const parsed = (text: string) => parseCsv('schools.csv', text, defaultLimits);
const schools = (text: string) => parsed(text).schools;

describe('a table of schools', () => {
  it('may have its columns in any order, its headings in any case and with spaces', () => {
    const school = { name: 'Marsh End', urn: '990001', local_authority: 'Marlshire' };
    expect(schools('name,urn,local_authority\nMarsh End,990001,Marlshire\n')).toEqual([school]);
    expect(schools('LOCAL AUTHORITY,Urn, School Name \nMarlshire,990001, Marsh End \n')).toEqual([
      school,
    ]);
  });

  it('may be a download of the register of schools', () => {
    const text =
      '"URN","LA (code)","LA (name)","EstablishmentName","TypeOfEstablishment (name)","PhaseOfEducation (name)","ReligiousCharacter (name)","Diocese (name)","NumberOfPupils","TrustSchoolFlag (name)","Trusts (name)","Easting","Northing"\r\n' +
      '990001,"999","Marlshire","Marsh End","Academy converter","Primary","Does not apply","Not applicable","212","Supported by a single-academy trust","MARSH END TRUST",448200,319600\r\n' +
      '990002,"999","Marlshire","Hill Top","Foundation school","Not applicable","Church of England","","","Supported by a trust","HILL TOP FOUNDATION",0,0\r\n';
    expect(schools(text)).toEqual([
      {
        urn: '990001',
        local_authority: 'Marlshire',
        name: 'Marsh End',
        type: 'Academy converter',
        phase: 'Primary',
        religious_character: 'none',
        pupils: '212',
        current_trust: 'MARSH END TRUST',
        route: 'single-academy trust',
        easting: '448200',
        northing: '319600',
      },
      {
        urn: '990002',
        local_authority: 'Marlshire',
        name: 'Hill Top',
        type: 'Foundation school',
        phase: 'Not applicable',
        religious_character: 'Church of England',
        easting: '0',
        northing: '0',
      },
    ]);
  });

  it('may have semicolons or tabs between its cells, and several items in one', () => {
    const list = [{ name: 'A', priorities: ['Reading', 'The hall, and its roof'] }];
    expect(schools('Name;Priorities\nA;"Reading; The hall, and its roof"\n')).toEqual(list);
    expect(schools('Name\tPriorities\nA\tReading|The hall, and its roof\n')).toEqual(list);
  });

  it('leaves out empty rows and cells, and reads rows that are too long or too short', () => {
    expect(schools('Name,URN\n\nA\n,\nB,990002,x,y\n')).toEqual([
      { name: 'A' },
      { name: 'B', urn: '990002' },
    ]);
  });

  it('notes the columns of which nothing is taken, without refusing the table', () => {
    const { schools, diagnostics } = parsed('Name,Foo,Bar\nA,1,2\n');
    expect(schools).toEqual([{ name: 'A' }]);
    expect(diagnostics.map(({ code, severity, message }) => [code, severity, message])).toEqual([
      ['unused-column', 'info', 'Nothing is taken from these columns: “Foo”, “Bar”.'],
    ]);
  });

  it('says where each cell stands, after quoted ones, line ends in cells and repeated values', () => {
    const text = 'Name,URN,Pupils\r\n"A ""b""\nc",990001,1\r\nA,1,1\r\n';
    const { place } = parsed(text);
    const at = (row: number, key: string) => {
      const { range } = place([row, key]);
      return range && text.slice(range.start.offset, range.end.offset);
    };
    expect([at(0, 'name'), at(0, 'urn'), at(0, 'pupils')]).toEqual(['A ""b""\nc', '990001', '1']);
    expect(place([1, 'pupils']).range?.start).toMatchObject({ line: 4, column: 5 });
    expect(place([1, 'phase']).range?.start).toMatchObject({ line: 4, column: 1 });
  });
});

describe('the bytes of a table', () => {
  const text = 'Name\nSt Osyth’s é £\n';
  const utf16 = (swap: boolean, mark: boolean) => {
    const bytes = Buffer.from((mark ? '\ufeff' : '') + text, 'utf16le');
    return new Uint8Array(swap ? bytes.swap16() : bytes);
  };

  it('are UTF-8, with or without a byte order mark', () => {
    expect(textOf(Buffer.from(text))).toBe(text);
    expect(textOf(Buffer.from(`\ufeff${text}`))).toBe(text);
  });

  it('are UTF-16, either way round, with or without one', () => {
    for (const swap of [true, false]) {
      for (const mark of [true, false]) expect(textOf(utf16(swap, mark))).toBe(text);
    }
  });

  it('are the code page of Windows where they are nothing else', () => {
    const bytes = Uint8Array.from([...Buffer.from('St Osyth'), 0x92, 0x73, 0x20, 0xe9, 0xa3]);
    expect(textOf(bytes)).toBe('St Osyth’s é£');
  });
});
