import { describe, expect, it } from 'vitest';
import { draftOf } from '../support/drafts.ts';
import { folderWith } from '../support/folder.ts';

/** The Markdown of the prospectus of a profile. */
async function written(yaml: string): Promise<string> {
  const folder = folderWith({ 'trust.yaml': `trust:\n  name: Marsh Trust\n${yaml}` });
  const { document, diagnostics } = await draftOf(folder);
  if (!document) throw new Error(diagnostics.map(({ message }) => message).join(' '));
  return document.markdown;
}

describe('the questions', () => {
  const yaml =
    'answers:\n  pension: As now.\ngrowth:\n  capacity: One lead has time.\n  pace: One school a year.\n';

  it('point to the section that answers them', async () => {
    expect(await written(yaml)).toContain(
      '- Have you the people and the time, and how many schools join at once? _See: [Why us, and why now](#why-us-and-why-now)_',
    );
  });

  it('stand in the contents, though they are written after the other sections', async () => {
    const contents = (await written(yaml))
      .split('<!-- section: ')
      .find((part) => /^contents/.test(part));
    expect(contents).toContain('- [Your questions](#your-questions)');
  });

  it('are left out of the contents where nobody asks any', async () => {
    expect(await written('growth:\n  pace: One a year.\n')).not.toContain('Your questions');
  });
});

describe('the schools', () => {
  const row = async (lines: string) => {
    const markdown = await written(`schools:\n  - name: Low Row School\n${lines}`);
    return /^\| Low Row School \|.*$/m.exec(markdown)?.[0];
  };

  it.each([
    ['    phase: primary\n    ages: 4 to 11\n', 'Primary, 4\u00a0to\u00a011'],
    ['    phase: not applicable\n    type: academy special converter\n', 'Special'],
    [
      '    phase: not applicable\n    type: academy alternative provision sponsor led\n    ages: 11 to 16\n',
      'Alternative provision, 11\u00a0to\u00a016',
    ],
    ['    phase: secondary\n', 'Secondary'],
    ['    ages: 4 to 7\n', '4\u00a0to\u00a07'],
  ])('are called what a parent calls them: %j', async (lines, kind) => {
    expect(await row(lines)).toBe(`| Low Row School | ${kind} |`);
  });
});

describe('the sources', () => {
  const source = (lines: string) =>
    `finances:\n  reserves:\n    whose: Its own.\n    amount: £5\n    evidence: [accounts]\nevidence:\n  accounts:\n    title: Accounts\n${lines}`;
  const sourceIn = async (lines: string) =>
    /^\[\^1\]: .*$/m.exec(await written(source(lines)))?.[0];

  it('are called our own where the trust published them', async () => {
    expect(await sourceIn('    publisher: Marsh Trust\n')).toBe('[^1]: Accounts. Our own.');
    expect(await sourceIn('    publisher: The council\n')).toBe('[^1]: Accounts. The council.');
  });

  it('are followed by the numbers that have no table of their own, and by no others', async () => {
    const metric = (name: string) =>
      `  ${name}:\n    label: Count of ${name}\n    unit: days\n    series:\n      2025/26: 4\n`;
    const markdown = await written(
      `principles:\n  vision:\n    headline: shown\n    metrics: [shown-too]\nmetrics:\n${['shown', 'shown-too', 'other'].map(metric).join('')}`,
    );
    const [, table = ''] = markdown.split('### Other numbers in this document');
    expect(table).toMatch(/\| Count of other \| 4\sdays \| 2025\/26 \|/);
    expect(table).not.toContain('Count of shown');
  });

  it('say who checked those that are our own', async () => {
    expect(await sourceIn('    publisher: Marsh Trust\n    independent: yes\n')).toBe(
      '[^1]: Accounts. Our own. Checked by others.',
    );
    expect(await sourceIn('    publisher: Fairlead Surveys\n    independent: yes\n')).toBe(
      '[^1]: Accounts. Fairlead Surveys.',
    );
  });

  it('say when they were looked at where that can change them: on the web', async () => {
    const accessed = '    publisher: Marsh Trust\n    accessed: 2 October 2026\n';
    expect(await sourceIn(accessed)).not.toContain('Looked at');
    expect(await sourceIn(`${accessed}    url: https://marsh.example/accounts\n`)).toContain(
      'Looked at 2 October 2026.',
    );
  });

  it('are cited beside the partners that they are about', async () => {
    const markdown = await written(
      'partnerships:\n  - partner: Food Share\n    purpose: Breakfasts\n    evidence: [log]\nevidence:\n  log:\n    title: Log\n    publisher: Food Share\n',
    );
    expect(markdown).toContain('| Food Share | Breakfasts | [^1] |');
  });

  it('end with what is not shown and why, and which rules were set otherwise', async () => {
    const markdown = await written(
      'not_shown:\n  - measure: attendance\n    reason: the school opened in September.\n  - measure: finances\n    reason: the first accounts are not due.\nrules:\n  - rule: sentence-long\n    severity: error\n    reason: Parents asked for short sentences.\n',
    );
    expect(markdown).toContain(
      '### What we do not show, and why\n\n- Attendance: the school opened in September.\n- The trust’s finances: the first accounts are not due.',
    );
    expect(markdown).toContain('- A long sentence (error). Parents asked for short sentences.');
  });

  it('say once, for all who are quoted, that they agreed, and only if all of them did', async () => {
    const voice = (consent: string) =>
      `  - quote: It works.\n    role: Parent\n    principle: vision\n${consent}`;
    const given = '    consent:\n      given_on: 1 June 2026\n';
    const agreed = 'Everyone who is quoted has agreed to it.';
    expect(await written(`voices:\n${voice(given)}`)).toContain(agreed);
    expect(await written(`voices:\n${voice(given)}${voice('')}`)).not.toContain(agreed);
    expect(await written('growth:\n  pace: One a year.\n')).not.toContain(agreed);
  });
});

describe('small things that a line may not part', () => {
  it('keeps a telephone number together', async () => {
    expect(await written('contacts:\n  - who: The clerk\n    phone: 01632 960 301\n')).toContain(
      '01632\u00a0960\u00a0301',
    );
  });

  it('keeps a saint’s name together on the cover', async () => {
    expect(
      await written(
        'standing:\n  stage: exploring\n  school: St Tibba’s\nprospective_schools:\n  - name: St Tibba’s\n',
      ),
    ).toContain('# Should St\u00a0Tibba’s join us?');
  });
});

describe('a big figure', () => {
  const figure = (lines: string) =>
    `principles:\n  people:\n    headline: kept\nmetrics:\n  kept:\n    label: Families who would come again\n    unit: "%"\n    series:\n      2025/26: 74%\n${lines}`;

  it('counts the answers of a survey, not pupils', async () => {
    expect(await written(figure('    pupils: 294\n    response_rate: 36%\n'))).toContain(
      '294 answers. 36% of those asked answered.',
    );
    expect(await written(figure('    pupils: 294\n'))).toContain('294 pupils.');
  });

  it('begins a sentence with a capital for whom it is compared with', async () => {
    const markdown = await written(
      figure(
        '    comparators:\n      - name: other schools\n        series:\n          2025/26: 70%\n',
      ),
    );
    expect(markdown).toContain('2025 to 2026. Other schools: 70%.');
  });
});

describe('a promise', () => {
  it('says how it went, so that it stands out, and what happened', async () => {
    const promise = (lines: string) =>
      `commitments:\n  - promise: A visit a week.\n    if_missed: we pay\n${lines}`;
    expect(await written(promise('    last_year: kept\n'))).toContain(
      'If we miss it: we pay. **Last year: kept.**',
    );
    expect(
      await written(promise('    last_year: missed\n    what_happened: The bus broke down.\n')),
    ).toContain('If we miss it: we pay. **Last year: missed.** The bus broke down.');
  });
});

describe('a case study', () => {
  it('ends with when it was and who agreed to it, in small print', async () => {
    const markdown = await written(
      'case_studies:\n  - title: A name\n    principle: vision\n    starting_point: Two.\n    action: One.\n    from: March 2021\n    to: July 2021\n    approved_by: Headteacher, May 2026\n',
    );
    expect(markdown).toContain(
      '_March 2021 to July 2021. Agreed by the school: Headteacher, May 2026._',
    );
  });
});

describe('sources', () => {
  const evidence = 'evidence:\n  minutes:\n    title: Minutes of the trustees\n';

  it.each([
    [
      'why us and why now',
      'growth:\n  why_now: We have time.\n  evidence: [minutes]\n',
      /rests on .*\[\^1\]/,
    ],
    [
      'pooling',
      'finances:\n  pooling:\n    pooled: yes\n    formula: By pupils.\n    evidence: [minutes]\n',
      /^Yes\.\[\^1\]$/m,
    ],
    [
      'an alternative',
      'alternatives:\n  - option: Stay as you are.\n    evidence: [minutes]\n',
      /^\| Stay as you are\. \| \[\^1\] \|$/m,
    ],
    [
      'what is done about a weakness',
      'weaknesses:\n  - what: Few answer.\n    action: We ask.\n    evidence: [minutes]\n',
      /\*\*Few answer\.\*\*\[\^1\]/,
    ],
  ])('are numbered for %s', async (_, part, cited) => {
    const markdown = await written(`${part}${evidence}`);
    expect(markdown).toMatch(cited);
    expect(markdown).toContain('[^1]: Minutes of the trustees');
  });

  it('leave no sentence about themselves where a draft names none that is there', async () => {
    const markdown = await written('growth:\n  why_now: We have time.\n  evidence: [minuets]\n');
    expect(markdown).not.toMatch(/rests on/);
  });
});

describe('the way in', () => {
  const journey =
    'journey:\n  steps:\n    - step: First talk\n      when: October\n      done: 6 October 2026\n    - step: Visit\n      when: November\n';

  it('says of each step when it was done, or when it is to come', async () => {
    const markdown = await written(journey);
    expect(markdown).toContain('| 1 | First talk | Done on 6 October 2026 |');
    expect(markdown).toContain('| 2 | Visit | November |');
  });

  it('has for its next step the first that has not been done', async () => {
    expect(await written(journey)).toMatch(/### What happens next\n\nVisit: November\./);
  });
});

describe('a number that needs words', () => {
  it('has them below its table, whatever its year and whoever it is about', async () => {
    const markdown = await written(
      'metrics:\n  days:\n    label: Days of help\n    unit: days\n    series:\n      2022/23: { value: NA, reason: nobody counted }\n      2023/24: 9\n    comparators:\n      - name: Marlshire\n        series:\n          2023/24: { value: 7, note: for 80 schools }\nprinciples:\n  improvement:\n    metrics: [days]\n',
    );
    expect(markdown).toContain('2022/23: nobody counted. Marlshire, 2023/24: for 80 schools.');
  });
});
