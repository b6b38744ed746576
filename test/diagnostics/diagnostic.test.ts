import { describe, expect, it } from 'vitest';
import {
  type Diagnostic,
  hasErrors,
  inReadingOrder,
  type Severity,
} from '../../src/diagnostics/diagnostic.ts';

const at = (
  file: string | null,
  offset: number | null,
  severity: Severity = 'error',
): Diagnostic => {
  const start = { line: 1, column: 1, offset: offset ?? 0 };
  return {
    code: 'bad-date',
    severity,
    message: '',
    hint: '',
    file,
    range: offset === null ? null : { start, end: start },
  };
};

describe('inReadingOrder', () => {
  it('goes by file, then by place, and begins with what has no place', () => {
    const found = [
      at('trust.yaml', 9),
      at('schools.yaml', 20),
      at('trust.yaml', null),
      at('trust.yaml', 0),
      at(null, null),
      at('schools.yaml', 3),
    ];
    expect(inReadingOrder(found).map(({ file, range }) => [file, range?.start.offset])).toEqual([
      [null, undefined],
      ['schools.yaml', 3],
      ['schools.yaml', 20],
      ['trust.yaml', undefined],
      ['trust.yaml', 0],
      ['trust.yaml', 9],
    ]);
  });

  it('leaves what it is given alone', () => {
    const found = [at('b', 1), at('a', 1)];
    inReadingOrder(found);
    expect(found.map(({ file }) => file)).toEqual(['b', 'a']);
  });
});

describe('hasErrors', () => {
  it('tells errors from warnings and notes', () => {
    expect(hasErrors([at('a', 1, 'warning'), at('a', 1, 'info')])).toBe(false);
    expect(hasErrors([at('a', 1, 'warning'), at('a', 1, 'error')])).toBe(true);
    expect(hasErrors([])).toBe(false);
  });
});
