import { describe, expect, it } from 'vitest';
import type { Format } from '../../src/build/build.ts';
import { largeFiles } from '../../src/build/large.ts';

const files = (...named: [string, Format, number][]) => ({
  files: named.map(([path, format, bytes]) => ({ path, format, content: new Uint8Array(bytes) })),
});

describe('a document that is too large to send', () => {
  it('is told by its name and size, in HTML and PDF', () => {
    const document = files(
      ['a.md', 'md', 3e6],
      ['a.html', 'html', 1e6],
      ['a.pdf', 'pdf', 1e6 + 1],
      ['b.html', 'html', 2.5e6],
    );
    expect(largeFiles(document, 1e6)).toMatchObject([
      {
        code: 'document-large',
        severity: 'warning',
        message: expect.stringMatching(/^a\.pdf has 1 MB; /),
      },
      { message: expect.stringMatching(/^b\.html has 2\.4 MB; .* more than 1 MB\.$/) },
    ]);
  });

  it('is not one of 10 MB', () => {
    const most = 10 * 1024 * 1024;
    expect(largeFiles(files(['a.pdf', 'pdf', most]))).toEqual([]);
    expect(largeFiles(files(['a.pdf', 'pdf', most + 1]))).toMatchObject([
      { message: 'a.pdf has 10.1 MB; many mail systems refuse more than 10 MB.' },
    ]);
  });
});
