import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { frontMatter, headOf } from '../../src/compose/front-matter.ts';
import type { ProfileData } from '../../src/profile/schema/profile.ts';
import { awkwardText } from '../support/awkward.ts';
import { caseOf, type DocumentOptions, quillbrook } from '../support/document.ts';

const profile = await quillbrook();
const bare = { name: 'Otterwick Learning Trust' };
const date = { year: 2026, month: 11, day: 1 };

const head = (data: Partial<ProfileData>, options: DocumentOptions = {}) =>
  caseOf({ ...profile, data: { trust: bare, ...data } }, { date, ...options });

describe('the head of a document', () => {
  it('says what it is, whose, when, and how final', () => {
    expect(headOf(head({}))).toEqual({
      title: 'Should your school join Otterwick Learning Trust?',
      trust: 'Otterwick Learning Trust',
      edition: 'prospectus',
      date: '2026-11-01',
      status: 'draft',
      lang: 'en-GB',
      notice: 'Draft: not for publication',
      footer: 'Otterwick Learning Trust · Prospectus · 1 November 2026',
    });
  });

  it('warns of nothing in a release, unless the trust is invented', () => {
    expect(headOf(head({}, { status: 'release' })).notice).toBeUndefined();
    expect(headOf(head({ example: true }, { status: 'release' })).notice).toMatch(/invented/);
    expect(headOf(head({ example: true }, { status: 'review' })).notice).toMatch(
      /invented.*Review copy/,
    );
  });

  it('names the school it is made for at the foot', () => {
    const { footer, title } = headOf(
      head({
        prospective_schools: [{ name: 'Fennimore *Primary* School' }],
        standing: { stage: 'exploring', school: 'Fennimore *Primary* School' },
      }),
    );
    expect(footer).toBe(
      'Otterwick Learning Trust · for Fennimore Primary School · 1 November 2026',
    );
    expect(title).toBe('Should Fennimore Primary School join us?');
  });

  it('has the colours of the trust, if it has any', () => {
    const brand = { colour: '#0b5351', accent: '#b4451f' };
    expect(headOf(head({ trust: { name: 'A', brand } }))).toMatchObject(brand);
    expect(headOf(head({}))).not.toHaveProperty('colour');
  });

  it('is YAML between two lines of hyphens, whatever the names hold', () => {
    fc.assert(
      fc.property(awkwardText, awkwardText, (name, short_name) => {
        const theCase = head({ trust: { name, short_name } });
        const written = frontMatter(theCase);
        expect(written).toMatch(/^---\n[\s\S]*\n---\n$/);
        expect(written.slice(4, -4)).not.toMatch(/^---/m);
        expect(parse(written.slice(4, -4))).toEqual(headOf(theCase));
      }),
    );
  });
});
