import { describe, expect, it } from 'vitest';
import { foreignFile, lookalike } from '../../../src/profile/yaml/lookalikes.ts';
import { parseYaml } from '../../../src/profile/yaml/parse.ts';

const found = (text: string) =>
  parseYaml('trust.yaml', text, { depth: 24, nodes: 10_000 }).diagnostics.map(
    ({ message, hint, range }) => `${range?.start.line} ${message} ${hint}`,
  );

describe('lookalike', () => {
  it.each([
    [
      'the marks of a merge',
      'trust:\n  name: A\n<<<<<<< HEAD\n  vision: B\n=======\n  vision: C\n>>>>>>> theirs\n\nschools:\n  - name: D\n',
      '3 Two people changed the same lines',
    ],
    [
      'a template’s value',
      'trust:\n  name: {{ trust.name }}\n',
      '2 This line holds an instruction',
    ],
    [
      'a template’s loop',
      'schools:\n{{#each schools}}\n  - name: A\n    phase: primary\n    pupils: 3\n  - name: B\n',
      '2 This line holds an instruction',
    ],
    [
      'a bullet of Word',
      'schools:\n  • name: A\n    phase: primary\n',
      '2 “•” does not begin an item',
    ],
    [
      'a dash that Word made of a hyphen',
      'schools:\n  – name: A\n    phase: primary\n',
      '2 “–” does not begin an item',
    ],
    [
      'a no-break space after a colon',
      'trust:\n  name:\u00a0A\n  vision: B\n',
      '2 There is a space in this line that YAML does not count as one',
    ],
    [
      'a wide colon',
      'trust:\n  name： A\n  vision: B\n',
      '2 There is no colon after “name”. Type one, with a space after it: name: A',
    ],
    [
      'rows with commas',
      'schools:\nname,phase,pupils\nA,primary,3\nevidence:\n',
      '2 This looks like a row of a spreadsheet',
    ],
    [
      'rows with tabs',
      'schools:\nName\tPhase\nA\tprimary\nevidence:\n',
      '2 This looks like a row of a spreadsheet',
    ],
    [
      'a web page',
      '<!DOCTYPE html>\n<html lang="en">\n<a b: c>\n</html>\n',
      '1 This file is a web',
    ],
    [
      'rich text',
      '{\\rtf1\\ansi{\\fonttbl}\n\\pard trust:\\par\n}\n',
      '1 This file was saved by a word',
    ],
  ])('says what it is, once: %s', (_, text, said) => {
    const [first, ...others] = found(text);
    expect(others).toEqual([]);
    expect(first).toContain(said);
  });

  it('leaves a second mistake further down to be told too', () => {
    const text = 'a:\n  b:one\n  c: two\nd:\n  e: three\n  f: four\n  g:five\n  h: six\n';
    expect(found(text)).toEqual([
      expect.stringContaining('2 There is no space after the colon of “b”'),
      expect.stringContaining('7 There is no space after the colon of “g”'),
    ]);
  });

  it.each([
    'A sentence, with two commas, in plain words.',
    'name: A',
    '- name: A',
    'https://a.b/c',
  ])('sees nothing in %s', (line) => expect(lookalike(line)).toBeUndefined());

  it('takes a profile with a tag in a text for a profile', () => {
    expect(foreignFile('trust:\n  name: <html>\n')).toBeUndefined();
  });
});
