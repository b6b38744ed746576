import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanLine, cleanList, cleanProse } from '../../src/interview/typed.ts';

describe('cleanLine', () => {
  it('takes out what nobody can see, and keeps accents and curly quotation marks', () => {
    expect(
      cleanLine('  A\ud800\u0000\u0007b\u200b\u202e c\u00adafe\u0301\t“x”  y\u00a0z \ufeff'),
    ).toBe('Ab café “x” y z');
  });

  it('makes one line of several', () => {
    expect(cleanLine('one\r\ntwo\rthree')).toBe('one two three');
  });
});

describe('cleanList', () => {
  it('takes the bullets and numbers of a pasted list away', () => {
    expect(
      cleanList([
        '• One',
        '·\tTwo',
        '- Three',
        'o\tFour',
        '– Five',
        '1. Six',
        '(7) Seven',
        '8) Eight',
        '',
        '*Nine',
      ]),
    ).toEqual(['One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine']);
  });

  it('takes no word and no number for a bullet', () => {
    const lines = [
      'of 4 schools',
      '2024 was better',
      '3.5 days of help',
      '-5 degrees',
      'outside help',
    ];
    expect(cleanList(lines)).toEqual([
      'of 4 schools',
      '2024 was better',
      '3.5 days of help',
      '-5 degrees',
      'outside help',
    ]);
  });

  it('keeps an item that comes twice once', () => {
    expect(cleanList(['A', 'A '])).toEqual(['A']);
  });
});

describe('cleanProse', () => {
  it('joins lines that only broke off, and keeps paragraphs', () => {
    expect(cleanProse(['Known by', 'name.', 'Taught well.', '', 'And far', 'to go'])).toBe(
      'Known by name.\n\nTaught well.\n\nAnd far to go',
    );
  });

  it('keeps the lines of a pasted list', () => {
    expect(cleanProse(['We do:', '• one', '• two'])).toBe('We do:\n- one\n- two');
  });

  it('leaves nothing of nothing', () => {
    expect(cleanProse(['', ' \u200b', '•'])).toBe('•');
    expect(cleanProse(['', ' \u200b'])).toBe('');
  });

  it('never leaves a sign that cannot be seen, and changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), (lines) => {
        const once = cleanProse(lines);
        expect(once).not.toMatch(/(?!\n)\p{Cc}/u);
        expect(cleanProse(once.split('\n'))).toBe(once);
      }),
    );
  });
});
