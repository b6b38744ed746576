import { describe, expect, it } from 'vitest';
import { largeDocuments } from '../../src/build/large.ts';

const files = (...named: [string, number][]) =>
  named.map(([path, bytes]) => ({ path, content: new Uint8Array(bytes) }));

describe('a document that is too large to send', () => {
  it('is told by its name and size, in HTML and PDF', () => {
    const document = {
      edition: 'prospectus',
      files: files(['a.md', 3e6], ['a.html', 1e6], ['a.pdf', 1e6 + 1], ['b.html', 2.5e6]),
    };
    expect(largeDocuments([document], 1e6)).toMatchObject([
      {
        code: 'document-large',
        severity: 'warning',
        message: expect.stringMatching(/^a\.pdf has 1 MB; /),
      },
      { message: expect.stringMatching(/^b\.html has 2\.4 MB; .* more than 1 MB\.$/) },
    ]);
  });

  it('is not one of 10 MB, nor a picture beside the Markdown', () => {
    const most = 10 * 1024 * 1024;
    const document = { edition: 'prospectus', files: files(['a.pdf', most]) };
    const pictures = { edition: null, files: files(['assets/plan.pdf', most + 1]) };
    expect(largeDocuments([document, pictures])).toEqual([]);
    const larger = { edition: 'prospectus', files: files(['a.pdf', most + 1]) };
    expect(largeDocuments([larger])).toMatchObject([
      { message: 'a.pdf has 10.1 MB; many mail systems refuse more than 10 MB.' },
    ]);
  });
});
