import { describe, expect, it } from 'vitest';
import { rules } from '../../src/rules/index.ts';
import type { Rule } from '../../src/rules/rule.ts';
import { checked } from '../support/profile.ts';
import { breaches } from '../support/rules.ts';

const ruleOf = (code: string) => rules.find((rule) => rule.code === code) as Rule;
const found = async (code: string, text: string) =>
  (await breaches(ruleOf(code), text)).map(({ at, message, hint }) => `${at}: ${message} ${hint}`);

describe('an edition of one’s own', () => {
  it('says for whom it is and what is in it, or was meant to be one of ours', async () => {
    expect(
      await found('edition-incomplete', 'editions:\n  govenors:\n    title: For the board\n'),
    ).toEqual([
      'editions.govenors (key): The edition “govenors” is none of ours, and has no “readers:” and no “sections:”. Did you mean governors?',
    ]);
    expect(
      await found('edition-incomplete', 'editions:\n  governors:\n    title: For us\n'),
    ).toEqual([]);
  });

  it('gives its readers the hard answers, and staff what it is not', async () => {
    const clerks = (readers: string, sections: string) =>
      `editions:\n  clerks:\n    readers: ${readers}\n    sections: ${sections}\n`;
    expect(await found('edition-evasive', clerks('[staff]', '[workplace]'))).toEqual([
      'editions.clerks.sections (key): The edition “clerks” leaves out what its readers must be told. To its sections, add “answers-short” and “not-consultation”.',
    ]);
    expect(await found('edition-evasive', clerks('staff', '[answers, not-consultation]'))).toEqual(
      [],
    );
    expect(await found('edition-evasive', clerks('governors', '[answers-short]'))).toEqual([]);
  });

  it('may not be ours without them either', async () => {
    expect(
      await found('edition-evasive', 'editions:\n  families:\n    sections: [asked-child]\n'),
    ).toHaveLength(1);
  });

  it.each(['con', 'lpt1', 'all'])('is not called %s', async (name) => {
    const text = `editions:\n  ${name}:\n    readers: [governors]\n    sections: [answers]\n`;
    expect(await found('edition-misnamed', text)).toHaveLength(1);
  });

  it('is pointed to the section that was meant', async () => {
    const { diagnostics } = await checked(
      'trust:\n  name: A\neditions:\n  clerks:\n    readers: [governors]\n    sections: [answers-shrt]\n',
    );
    expect(diagnostics.map(({ hint }) => hint)).toContainEqual(
      expect.stringMatching(/^Did you mean “answers-short”\?/),
    );
  });
});

describe('a tag', () => {
  it('is one of the readers there are', async () => {
    const { diagnostics } = await checked(
      'trust:\n  name: A\nrisks:\n  - risk: Fire.\n    for: [governers]\n',
    );
    expect(diagnostics.map(({ code, hint }) => `${code}: ${hint}`)).toContainEqual(
      expect.stringMatching(/^not-a-choice: Did you mean “governors”\?/),
    );
  });

  it('is refused on the five hard answers', async () => {
    const { value, diagnostics } = await checked(
      'trust:\n  name: A\nfive_answers:\n  cost:\n    answer: Five per cent.\n    for: [governors]\n',
    );
    expect(value).toBeNull();
    expect(diagnostics.map(({ code }) => code)).toContain('unknown-key');
  });

  it('is warned of where no document is for these readers alone', async () => {
    const risk = (tag: string) => `risks:\n  - risk: Fire.\n    for: ${tag}\n`;
    expect(await found('tag-unread', risk('[headteachers, staff]'))).toEqual([]);
    expect(await found('tag-unread', risk('headteachers'))).toEqual([
      'risks.0: This is for headteachers alone, and there is no document for them alone. Under “editions:”, add one whose “readers:” are these; or name the readers of one of ours.',
    ]);
    const own = 'editions:\n  heads:\n    readers: [headteachers]\n    sections: [answers]\n';
    expect(await found('tag-unread', own + risk('headteachers'))).toEqual([]);
  });
});

describe('a text that names what its readers may not see', () => {
  const secrets = `metrics:
  posts:
    label: Posts at risk
    unit: posts
    for: [governors]
    series: { 2025/26: 3 }
evidence:
  letter:
    title: A letter
    for: [governors]
people:
  - { name: Wilhelmina Strand, role: Trustee, group: trustees, for: [governors] }
`;
  const said = async (text: string) =>
    (await breaches(ruleOf('tag-crossed'), secrets + text)).map(
      ({ at, message }) => `${at}: ${message}`,
    );

  it.each([
    ['a figure', 'growth:\n  pace: We lose $posts a year.\n', 'growth.pace', 'the figure $posts'],
    [
      'evidence',
      'principles:\n  vision:\n    claims:\n      - text: We wrote.\n        evidence: [letter]\n',
      'principles.vision.claims.0.evidence.0',
      'the evidence “letter”',
    ],
    [
      'a person',
      'growth:\n  pace: Ask Wilhelmina  STRAND.\n',
      'growth.pace',
      'someone in “people”',
    ],
  ])('is an error: %s', async (_, text, at, what) => {
    expect(await said(text)).toEqual([
      `${at}: This is for headteachers, staff, families and community too, and names ${what}, which is not.`,
    ]);
  });

  it('is none where it is for the same readers, or fewer', async () => {
    const risk = (tag: string) => `risks:\n  - risk: We lose $posts.\n    for: ${tag}\n`;
    expect(await said(risk('[governors]'))).toEqual([]);
    expect(await said(risk('[governors, staff]'))).toEqual([
      'risks.0.risk: This is for staff too, and names the figure $posts, which is not.',
    ]);
  });

  it('is none where a list of figures names one: it is shown to those it is for', async () => {
    expect(await said('principles:\n  people:\n    metrics: [posts]\n')).toEqual([]);
  });
});
