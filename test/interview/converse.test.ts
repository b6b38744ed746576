import { appendFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { check } from '../../src/check/check.ts';
import { firstDraft } from '../support/answers.ts';
import { type Person, personWith } from '../support/dialogue.ts';
import { testEffects } from '../support/effects.ts';
import { folderWith } from '../support/folder.ts';
import { journalIn, profileIn, sit } from '../support/interview.ts';
import { profileOf } from '../support/profile.ts';

/** A person who gives these replies one after the other, then stops. */
function inTurn(...replies: (string | readonly string[])[]): Person {
  return () => replies.shift() ?? 'stop';
}

const dies: Person = () => {
  throw new Error('The power went.');
};

/** A person who answers so many screens, and then the power goes. */
function until(count: number, person: Person): Person {
  let left = count;
  return (screen) => {
    if (left === 0) return dies(screen);
    left -= 1;
    return person(screen);
  };
}

const knows = () => personWith(firstDraft);

describe('an interview', () => {
  it('ends in a profile that can be read, with every answer in its place', async () => {
    const folder = folderWith();
    const { ending, transcript } = await sit(folder, knows());
    expect(ending).toBe('stopped');
    expect(transcript).toContain('That is the first draft.');
    const { data } = await profileOf({ 'trust.yaml': profileIn(folder) });
    expect(data.trust.name).toBe('Otterwick Learning Trust');
    expect(data.schools?.map(({ name }) => name)).toEqual([
      'Otterwick Primary School',
      'Candlemoor Primary School',
    ]);
    expect(data.standing?.stage).toBe('invited to talk');
    expect(data.standing?.school).toBe('Fennimore Primary School');
    expect(data.finances?.contribution?.rate).toEqual({ number: 5, decimals: 0, unit: '%' });
    expect(data.finances?.contribution?.per_pupil).toMatchObject({ number: 236, unit: '£' });
    expect(data.services?.map(({ offer }) => offer)).toEqual(['included', 'included']);
    expect(data.delegation).toContainEqual({ decision: 'Lettings', decides: 'local board' });
    expect(data.stays_and_changes).toHaveLength(3);
    expect(data.five_answers?.jobs?.answer).toBe('We plan no redundancies.');
    expect(data.principles?.improvement?.claims?.[0]).toMatchObject({
      evidence: ['log-of-visits'],
      metrics: ['days-of-support'],
    });
    expect(data.metrics?.['days-of-support']?.series.map(({ key }) => key)).toEqual([
      '2021/22',
      '2024/25',
    ]);
    expect(data.contacts?.[1]).toMatchObject({ phone: '01632 960 106', chosen_by_us: false });
  });

  it('writes a profile of which check finds no error, only what a first draft still lacks', async () => {
    const folder = folderWith();
    await sit(folder, knows());
    const { diagnostics } = await check(folder, testEffects(folder));
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(new Set(diagnostics.map(({ code }) => code))).toEqual(
      new Set([
        'must-answer-missing',
        'candour-missing',
        'conversation-unagreed',
        'core-measure-missing',
        'gap-in-series',
        'gap-open',
        'hard-answer-unconfirmed',
        'more-schools-than-listed',
        'only-own-evidence',
        'charge-incomplete',
      ]),
    );
  });

  it('teaches in what it writes: the schema first, each part with an example', async () => {
    const folder = folderWith();
    await sit(folder, inTurn('Otterwick Learning Trust'));
    const [first, ...lines] = profileIn(folder).split('\n');
    expect(first).toMatch(/^# yaml-language-server: \$schema=https:\/\/.*\/schema\.json$/);
    expect(lines.filter((line) => line === '# For example:').length).toBeGreaterThan(20);
    expect(lines.slice(lines.indexOf('trust:'), lines.indexOf('trust:') + 2)).toEqual([
      'trust:',
      '  name: Otterwick Learning Trust',
    ]);
  });

  it('keeps what somebody else knows as a gap with a role, or with the question it belongs to', async () => {
    const folder = folderWith();
    await sit(folder, knows());
    const { data } = await profileOf({ 'trust.yaml': profileIn(folder) });
    expect(data.gaps).toEqual([
      {
        what: 'Whose a school’s savings are after joining',
        ask: 'finance director',
        fills: 'finances.reserves.whose',
      },
    ]);
    expect(data.answers?.pension).toEqual({ ask: 'head of people' });
  });

  it('takes a gap away when it is filled', async () => {
    const folder = folderWith();
    await sit(folder, knows());
    await sit(
      folder,
      personWith({
        'To go to a part': '4',
        'Whose is it afterwards?': 'It stays with the school.',
      }),
      {},
    );
    const { data } = await profileOf({ 'trust.yaml': profileIn(folder) });
    expect(data.gaps).toBeUndefined();
    expect(data.finances?.reserves?.whose).toBe('It stays with the school.');
  });

  it('does not take a person for a role', async () => {
    const folder = folderWith();
    const { transcript } = await sit(
      folder,
      inTurn('ask Jane Smith', '', 'ask who', 'chair of governors'),
    );
    expect(transcript).toContain('looks like a person’s name');
    expect(transcript).toContain('Kept: to ask the chair of governors.');
    expect(journalIn(folder)).not.toContain('Jane');
  });

  it('asks only what follows from the answers', async () => {
    const folder = folderWith();
    const person = personWith({ ...firstDraft, 'How does a school pay': '2' });
    const { transcript } = await sit(folder, person, { only: ['cost'] });
    expect(transcript).not.toContain('What share does a school pay?');
    expect(transcript).toContain('About how much is that for each pupil');
  });

  it('says what keeps a text from being an answer, and what to type', async () => {
    const folder = folderWith();
    const { transcript } = await sit(folder, inTurn('1', 'rather a lot', '5%'), { only: ['cost'] });
    expect(transcript).toContain(
      '“rather a lot” is not a percentage we can read. Type it as 5% or 4.5%.',
    );
    expect(profileIn(folder)).toContain('rate: 5%');
  });

  it('gives the rules a word at the moment of answering, and takes the answer all the same', async () => {
    const folder = folderWith({ 'trust.yaml': 'trust:\n  name: A\n' });
    const { transcript } = await sit(folder, inTurn('', ['We have <b>time</b>.']), {
      only: ['growth'],
    });
    expect(transcript).toContain('A thought: The text holds an HTML tag');
    expect(profileIn(folder)).toContain('pace: We have <b>time</b>.');
  });

  it('does not say again what the rules said of an earlier answer', async () => {
    const folder = folderWith({ 'trust.yaml': 'trust:\n  name: A\n' });
    const { transcript } = await sit(folder, inTurn('', ['<b>One</b>.'], ['Ten.']), {
      only: ['growth'],
    });
    expect(transcript.match(/A thought:/g)).toHaveLength(1);
  });

  it('explains why it asks, and goes on asking', async () => {
    const { transcript, screens } = await sit(
      folderWith(),
      inTurn('?', 'Otterwick Learning Trust'),
    );
    expect(transcript).toContain('Why we ask: It stands on the cover');
    expect(screens[1]).toContain('type ask and what they are');
    expect(transcript).toContain('What is your trust for?');
  });

  it('goes back through the questions, shows what was said and takes another answer', async () => {
    const folder = folderWith();
    const { screens } = await sit(
      folder,
      inTurn('Otterwik', ['Known by name.'], 'back', 'back', 'Otterwick', '', ['A School']),
    );
    expect(screens[3]).toContain('Now: “Known by name.” Press Enter to keep it.');
    expect(screens[4]).toContain('Now: “Otterwik”');
    expect(profileIn(folder)).toContain('name: Otterwick\n');
    expect(profileIn(folder)).toContain('vision: Known by name.');
    expect(profileIn(folder)).toContain('- name: A School');
  });

  it('has nothing to go back to at the first question', async () => {
    const { transcript } = await sit(folderWith(), inTurn('back'));
    expect(transcript).toContain('There is no question before this one.');
  });

  it('withdraws what depended on an answer that was changed', async () => {
    const folder = folderWith();
    await sit(folder, inTurn('1', '5%', 'back', 'back', '2', '£236'), { only: ['cost'] });
    expect(profileIn(folder)).toContain('model: sum for each pupil');
    expect(profileIn(folder)).not.toMatch(/^ {4}rate:/m);
    expect(profileIn(folder)).toContain('per_pupil: £236');
  });

  it('lets a long answer be written in an editor, and gives one back that was too long', async () => {
    const folder = folderWith({ 'trust.yaml': 'trust:\n  name: A\n' });
    const drafts: string[] = [];
    const { transcript } = await sit(folder, inTurn('', ['x'.repeat(7000)], 'edit'), {
      only: ['growth'],
      editor(text) {
        drafts.push(text);
        return 'One school a year.\n';
      },
    });
    expect(transcript).toContain('This text has 7,000 characters; there is room for 6,000.');
    expect(drafts[0]).toHaveLength(7000);
    expect(profileIn(folder)).toContain('pace: One school a year.');
  });

  it('offers what can be worked out, and a fact from a register with its source', async () => {
    const folder = folderWith();
    const { transcript } = await sit(folder, inTurn('', 'skip', 'skip'), {
      only: ['trust'],
      knownFacts: (place) =>
        place.join('.') === 'trust.name'
          ? { value: 'Otterwick Learning Trust', source: 'the register of schools' }
          : undefined,
    });
    expect(transcript).toContain(
      'from the register of schools, or type another: Otterwick Learning Trust',
    );
    expect(profileIn(folder)).toContain('name: Otterwick Learning Trust');
  });

  it('tells the same thing only once', async () => {
    const { transcript } = await sit(
      folderWith(),
      inTurn('Attendance is low.', ['We visit.'], 'Attendance is low.', ''),
      { only: ['candour'] },
    );
    expect(transcript).toContain('You have told me that already.');
  });

  it('goes through the second part, chapter by chapter', async () => {
    const folder = folderWith();
    await sit(
      folder,
      personWith({
        ...firstDraft,
        'Go on, principle by principle': '2',
        'Say one thing that you did to live up': 'Each July every board gets a report.',
        'Which of these is it?': '1',
        'What has a parent, a pupil or a governor said': ['It was still our sentence.'],
        'Who said it?': 'Parent of two children',
        'At which of your schools?': 'candlemoor',
        'When did they say it?': 'June 2026',
        'When did they agree': '9 June 2026',
        'What kind of school is Otterwick': 'primary',
        'How many pupils does Otterwick Primary School have?': '206',
        'What do you promise': 'A named partner.',
        'Who answers for it?': 'Director of education',
      }),
    );
    const { data } = await profileOf({ 'trust.yaml': profileIn(folder) });
    expect(data.principles?.vision?.claims?.[0]).toMatchObject({
      text: 'Each July every board gets a report.',
      strength: 'fact',
      evidence: ['log-of-visits'],
    });
    expect(data.voices?.[0]).toMatchObject({
      principle: 'vision',
      school: 'Candlemoor Primary School',
      consent: { given_on: { year: 2026, month: 6, day: 9 } },
    });
    expect(data.schools?.[0]).toMatchObject({ phase: 'primary', pupils: 206 });
    expect(data.commitments?.[0]).toMatchObject({ owner: 'Director of education' });
  });

  it('keeps what is not whole until it is, and says so', async () => {
    const folder = folderWith();
    const { transcript } = await sit(folder, inTurn('Clinic', 'skip', 'skip', ''), {
      only: ['gains'],
    });
    expect(transcript).not.toContain('wait for an answer');
    const second = folderWith();
    const waits = await sit(
      second,
      personWith({ 'Name somebody': 'Clinic', 'What has come of it?': 'Less waiting.' }),
      { only: ['gains'] },
    );
    expect(waits.transcript).toContain('wait for an answer they belong to');
    expect(profileIn(second)).not.toContain('Clinic');
    // The answer that was missing comes later, and the others come with it.
    await sit(
      second,
      personWith({ 'To go to a part': '1', 'What do you do together?': 'Speech therapy' }),
      { only: ['gains'] },
    );
    expect(profileIn(second)).toContain(
      '- partner: Clinic\n    purpose: Speech therapy\n    result: Less waiting.\n',
    );
  });

  it('makes the draft when that is wanted, and asks again what next', async () => {
    let built = 0;
    const { transcript } = await sit(
      folderWith(),
      (screen) => {
        if (screen.includes('Made.')) return /(\d+) +Stop here/.exec(screen)?.[1] ?? '';
        return screen.includes('Make the draft') ? '1' : knows()(screen);
      },
      {
        build: async () => {
          built += 1;
          return [{ text: 'Made.' }];
        },
      },
    );
    expect(built).toBe(1);
    expect(transcript).toContain('Made.');
  });

  it('goes through what was skipped when that is wanted', async () => {
    const folder = folderWith();
    let skipped = false;
    await sit(
      folder,
      (screen) => {
        if (screen.includes('Answer what you skipped') && !skipped) {
          skipped = true;
          return /(\d+) +Answer what you skipped/.exec(screen)?.[1] ?? '';
        }
        if (screen.includes('What is your trust for?')) return skipped ? 'Known by name.' : 'skip';
        return personWith({ 'What is the name of your trust?': 'A' })(screen);
      },
      { only: ['trust'] },
    );
    expect(profileIn(folder)).toContain('vision: Known by name.');
  });
});

describe('an interview that is cut short', () => {
  it('says what is kept and what to type, and leaves the profile alone', async () => {
    const folder = folderWith();
    const { ending, transcript } = await sit(folder, (screen) =>
      screen.includes('Which schools') ? 'interrupted' : knows()(screen),
    );
    expect(ending).toBe('interrupted');
    expect(transcript).toContain('Your 2 answers are kept. They are not all in trust.yaml yet.');
    expect(transcript).toContain('To go on:\n  npx thriving-case init');
    expect(profileIn(folder)).toBe('');
  });

  it('comes to the same file, wherever it was cut', async () => {
    const whole = folderWith();
    const { screens } = await sit(whole, knows());
    const wanted = profileIn(whole);
    // Every seventh place here; test/interview/killed.test.ts kills a process at each.
    for (let cut = 1; cut < screens.length; cut += 7) {
      const folder = folderWith();
      await expect(sit(folder, until(cut, knows()))).rejects.toThrow('The power went.');
      await sit(folder, personWith({ ...firstDraft, 'To go on, press Enter': '' }));
      expect(profileIn(folder)).toBe(wanted);
    }
  });

  it('comes to the same file after stops', async () => {
    const whole = folderWith();
    await sit(whole, knows());
    const folder = folderWith();
    for (const question of [
      'Which schools',
      'What share',
      'And what can the headteacher',
      'Which number',
    ]) {
      await sit(folder, (screen) => {
        if (screen.includes('To go on, press Enter')) return '';
        return screen.includes(question) ? 'stop' : knows()(screen);
      });
    }
    await sit(folder, personWith({ ...firstDraft, 'To go on, press Enter': '' }));
    expect(profileIn(folder)).toBe(profileIn(whole));
  });

  it('shows on coming back how far it is, part by part, and how long it takes', async () => {
    const folder = folderWith();
    await sit(folder, inTurn('A Trust', 'skip'));
    const { screens } = await sit(folder, inTurn());
    expect(screens[0]).toMatch(
      /Welcome back\. 1 of \d+ questions is answered and one is skipped\. There are \d+ questions left, of about \d+ minutes\./,
    );
    expect(screens[0]).toContain('  1  Your trust and its schools: 2 of 3');
    expect(screens[0]).toContain('  2  Who this is for: not begun');
  });

  it('goes to the part whose number is typed', async () => {
    const folder = folderWith();
    await sit(folder, inTurn('A Trust'));
    const { screens } = await sit(folder, inTurn('7'));
    expect(screens[1]).toContain('What is planned for jobs?');
  });

  it('passes over what a crash left in the journal, and asks again', async () => {
    const folder = folderWith();
    await sit(folder, until(2, knows())).catch(() => {});
    appendFileSync(
      path.join(folder, '.thriving-case', 'interview.jsonl'),
      '{"q":"schools","answer":["Otter',
    );
    const { transcript } = await sit(
      folder,
      personWith({ ...firstDraft, 'To go on, press Enter': '' }),
    );
    expect(transcript).toContain('The last answer was cut off');
    expect(profileIn(folder)).toContain('- name: Candlemoor Primary School');
    expect(profileIn(folder)).toContain('vision: Every child known by name');
  });
});

describe('an interview beside somebody who edits the file', () => {
  it('asks about an answer that was changed by hand, and shows both', async () => {
    const folder = folderWith();
    await sit(folder, inTurn('1', '5%'), { only: ['cost'] });
    writeFileSync(
      path.join(folder, 'trust.yaml'),
      profileIn(folder).replace(/^ {4}rate: 5%/m, '    rate: 4.5% # since May'),
    );
    const { screens } = await sit(folder, inTurn('', '1'), { only: ['cost'] });
    expect(screens[1]).toContain('Your answer was: 5%');
    expect(screens[1]).toContain('The file says: 4.5%');
    expect(profileIn(folder)).toContain('rate: 4.5% # since May');
    const later = await sit(folder, inTurn(''), { only: ['cost'] });
    expect(later.transcript).not.toContain('was changed since you answered');
  });

  it('puts the answer back where that is wanted', async () => {
    const folder = folderWith();
    await sit(folder, inTurn('1', '5%'), { only: ['cost'] });
    writeFileSync(
      path.join(folder, 'trust.yaml'),
      profileIn(folder).replace(/^ {4}rate: 5%/m, '    rate: 4.5% # since May'),
    );
    await sit(folder, inTurn('', '2'), { only: ['cost'] });
    expect(profileIn(folder)).toContain('rate: 5% # since May');
  });

  it('asks about a changed answer of another part too, since all go into the file together', async () => {
    const folder = folderWith();
    await sit(folder, inTurn('1', '5%'), { only: ['cost'] });
    const changed = profileIn(folder).replace(/^ {4}rate: 5%/m, '    rate: 4.5%');
    writeFileSync(path.join(folder, 'trust.yaml'), changed);
    const { transcript } = await sit(folder, inTurn('', '1', ['One a year.']), {
      only: ['growth'],
    });
    expect(transcript).toContain('The file says: 4.5%');
    expect(profileIn(folder)).toContain('pace: One a year.');
  });

  it('lets a person stop before they have chosen, and changes nothing', async () => {
    const folder = folderWith();
    await sit(folder, inTurn('1', '5%'), { only: ['cost'] });
    const changed = profileIn(folder).replace(/^ {4}rate: 5%/m, '    rate: 4.5%');
    writeFileSync(path.join(folder, 'trust.yaml'), changed);
    const { ending } = await sit(folder, inTurn('', 'stop'), { only: ['cost'] });
    expect(ending).toBe('stopped');
    expect(profileIn(folder)).toBe(changed);
  });

  it('notices a change made while it asks', async () => {
    const folder = folderWith({ 'trust.yaml': 'trust:\n  name: A\n' });
    const { transcript } = await sit(
      folder,
      (screen) => {
        if (screen.includes('What would you hope')) {
          writeFileSync(
            path.join(folder, 'trust.yaml'),
            'trust:\n  name: A\ngrowth:\n  why_us: Because.\n',
          );
          return 'stop';
        }
        if (screen.includes('Keep what the file says')) return '1';
        return screen.includes('To go on, press Enter') ? '' : 'We are near.';
      },
      { only: ['why'] },
    );
    expect(transcript).toContain('Your answer was: We are near.');
    expect(profileIn(folder)).toContain('why_us: Because.');
  });

  it('leaves everything but the answered values as it was, byte for byte', async () => {
    const text = [
      '# Ours, and not to be tidied.',
      'trust: {name: "Otterwick", vision:   } # one line, on purpose',
      '',
      'growth:',
      '    why_us: &near |   # kept as lines',
      '        We are near.',
      '        And small.',
      '    limit: *near',
      '    we_say_no_when: [\'too far\', "too large", ]',
      'finances:   # see note 4',
      '    contribution:',
      '          model:   share of core funding',
      "          rate: '5%'  # as in 2024",
      '# the end',
      '',
    ].join('\r\n');
    const folder = folderWith({ 'trust.yaml': text });
    await sit(
      folder,
      personWith({
        'To go on, press Enter': '',
        'What is your trust for?': ['Known by name.'],
        'How many schools do you take': ['One a year.'],
        'It is a share of what?': '',
        'money does the trust never': 'pupil premium',
      }),
      { only: ['trust', 'growth', 'cost'] },
    );
    expect(profileIn(folder)).toBe(
      text
        .replace('vision:   }', 'vision: Known by name.   }')
        .replace('    limit:', '    pace: One a year.\r\n    limit:')
        .replace(
          '# as in 2024\r\n',
          '# as in 2024\r\n          base: general annual grant\r\n          excludes: pupil premium\r\n',
        ),
    );
    expect(profileIn(folder, 'trust.yaml.2026-11-24.bak')).toBe(text);
  });

  it('keeps one copy of what others wrote, and none of what it wrote itself', async () => {
    const folder = folderWith({ 'trust.yaml': 'trust:\n  name: A\n' });
    await sit(folder, inTurn('', ['One.']), { only: ['growth'] });
    await sit(folder, inTurn('', ['Ten.']), { only: ['growth'] });
    const copies = readdirSync(folder).filter((name) => name.endsWith('.bak'));
    expect(copies).toEqual(['trust.yaml.2026-11-24.bak']);
  });

  it('writes each part in the file where it stands', async () => {
    const folder = folderWith({
      'trust.yaml': 'trust:\n  name: A\n',
      'schools.yaml': '# ours\nschools:\n- name: One\n',
      'growth.yaml': '# to be written\n',
    });
    await sit(
      folder,
      personWith({
        'To go on, press Enter': '',
        'What kind of school is One?': 'primary',
        'How many schools do you take': ['One a year.'],
      }),
      { only: ['growth', 'school-facts'] },
    );
    expect(profileIn(folder)).toBe('trust:\n  name: A\n');
    expect(profileIn(folder, 'schools.yaml')).toBe(
      '# ours\nschools:\n- name: One\n  phase: primary\n',
    );
    expect(profileIn(folder, 'growth.yaml')).toBe(
      '# to be written\ngrowth:\n  pace: One a year.\n',
    );
  });

  it('writes a deleted profile again from the answers, or begins afresh', async () => {
    const folder = folderWith();
    await sit(folder, knows());
    const before = profileIn(folder);
    rmSync(path.join(folder, 'trust.yaml'));
    const { screens } = await sit(folder, inTurn('1', 'stop'));
    expect(screens[0]).toContain('is not there any more');
    expect(profileIn(folder)).toBe(before);

    rmSync(path.join(folder, 'trust.yaml'));
    await sit(folder, inTurn('2', 'Another Trust'));
    expect(profileIn(folder)).toContain('name: Another Trust');
    expect(readdirSync(path.join(folder, '.thriving-case'))).toContain(
      'interview-2026-11-24.jsonl',
    );
  });

  it('keeps nothing more once another interview has taken the folder', async () => {
    const folder = folderWith();
    const lock = path.join(folder, '.thriving-case', 'interview.lock');
    const sitting = sit(folder, (screen) => {
      if (!screen.includes('Which schools')) return knows()(screen);
      writeFileSync(lock, JSON.stringify({ pid: 1, host: 'elsewhere', since: '', token: 'other' }));
      return ['One School'];
    });
    await expect(sitting).rejects.toMatchObject({ code: 'TAKEN_OVER' });
    expect(journalIn(folder)).toContain('Every child known by name');
    expect(journalIn(folder)).not.toContain('One School');
  });

  it('changes nothing in a file that it cannot read, and keeps the answers', async () => {
    const folder = folderWith({ 'trust.yaml': 'trust:\n  name: A\n' });
    const broken = 'trust:\n  name: "A\n';
    const { ending, transcript } = await sit(
      folder,
      (screen) => {
        if (screen.includes('To go on, press Enter')) return '';
        if (!screen.includes('How large')) return ['One a year.'];
        writeFileSync(path.join(folder, 'trust.yaml'), broken);
        return 'stop';
      },
      { only: ['growth'] },
    );
    expect(ending).toBe('kept');
    expect(transcript).toContain('Your answers are kept.');
    expect(profileIn(folder)).toBe(broken);
    writeFileSync(path.join(folder, 'trust.yaml'), 'trust:\n  name: A\n');
    await sit(folder, inTurn('', 'stop'), { only: ['growth'] });
    expect(profileIn(folder)).toContain('pace: One a year.');
  });
});
