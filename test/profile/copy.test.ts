import { describe, expect, it } from 'vitest';
import { copyOf, schoolOf } from '../../src/profile/copy.ts';
import { textsOf } from '../../src/profile/fields.ts';
import { profileOf, told } from '../support/profile.ts';

const yaml = `trust: {name: A}
standing:
  stage: consulting
  issued_by: The trustees
  invited_by: The governors of Fennimore
  school: Fennimore
prospective_schools:
  - name: Fennimore
  - name: Marsh End
    stage: exploring
    invited_by: Its head
    in_its_copy:
      growth:
        why_us: You are near.
      principles:
        vision:
          for_you: Your own.
      alternatives:
        - {option: Stay, for: Own}
        - {option: Merge, for: Own}
five_answers: {cost: 5%}
growth: {why_us: We are six., pace: One a year.}
principles:
  vision:
    for_you: For all.
    belief: We hold.
alternatives:
  - {option: Wait, for: All}
  - {option: Stay, for: All}
journey: {route: maintained school, duration: a year}
`;

const copies = async (text = yaml) => {
  const profile = await profileOf(text);
  return { profile, fennimore: copyOf(profile, 0), marsh: copyOf(profile, 1) };
};

describe('the copy of a profile for one school', () => {
  it('has what was written for that school in place of what is for all', async () => {
    const { marsh } = await copies();
    expect(marsh.data.growth).toEqual({ why_us: 'You are near.', pace: 'One a year.' });
    expect(marsh.data.five_answers?.cost?.answer).toBe('5%');
    expect(marsh.data.principles?.vision).toMatchObject({
      for_you: 'Your own.',
      belief: 'We hold.',
    });
  });

  it('has the items for that school first, and once what is about the same thing', async () => {
    const { marsh } = await copies();
    expect(marsh.data.alternatives?.map(({ option, for: pro }) => `${option}: ${pro}`)).toEqual([
      'Stay: Own',
      'Merge: Own',
      'Wait: All',
    ]);
  });

  it('has the standing of its own conversation, and of the profile’s only where it is with that school', async () => {
    const { fennimore, marsh } = await copies();
    expect(marsh.data.standing).toMatchObject({
      school: 'Marsh End',
      stage: 'exploring',
      invited_by: 'Its head',
      issued_by: 'The trustees',
    });
    expect(fennimore.data.standing).toMatchObject({
      stage: 'consulting',
      invited_by: 'The governors of Fennimore',
    });
    const silent = copyOf(
      (await copies(yaml.replace(/ {4}stage: exploring\n.*\n/, ''))).profile,
      1,
    );
    expect(silent.data.standing).toMatchObject({ stage: undefined, invited_by: undefined });
  });

  it('knows no other school that is thinking of joining, as it was typed neither', async () => {
    const { marsh, profile } = await copies();
    expect(JSON.stringify([marsh.data, marsh.typed])).not.toContain('Fennimore');
    const open = copyOf(profile, undefined);
    expect(JSON.stringify(open.data.prospective_schools ?? open.typed)).not.toContain('Marsh End');
  });

  it('leads to where each of its parts was typed', async () => {
    const { marsh, profile } = await copies();
    const at = (path: (string | number)[]) =>
      told(
        [{ code: 'boast', severity: 'error', message: '', hint: '', ...marsh.place(path) }],
        yaml,
      );
    const places = textsOf(marsh).map(({ path, text }) => ({ path, text }));
    for (const { path, text } of places) {
      const { range } = marsh.place(path);
      const typed = range && yaml.slice(range.start.offset, range.end.offset);
      expect(typed, path.join('.')).toBe(text);
    }
    expect(places.length).toBeGreaterThan(12);
    expect(at(['standing', 'stage'])[0]).toContain('“exploring”');
    expect(profile.place(['standing', 'stage']).range?.start.line).toBe(3);
  });

  it('takes no step or date of another route', async () => {
    const other = yaml.replace(
      '      growth:\n',
      '      journey: {route: single-academy trust, target_date: May 2028}\n      growth:\n',
    );
    const { marsh, fennimore } = await copies(other);
    expect(marsh.data.journey?.duration).toBeUndefined();
    expect(fennimore.data.journey?.duration).toBe('a year');
  });
});

describe('the school that a document is for', () => {
  it('is the one it is made for, else the one that the standing names', async () => {
    const { data } = await profileOf(yaml);
    const [fennimore, marsh] = data.prospective_schools ?? [];
    expect(schoolOf(data, marsh ?? null)).toBe(marsh);
    expect(schoolOf(data, null)).toBe(fennimore);
    expect(schoolOf({ ...data, standing: undefined }, null)).toBeUndefined();
  });
});
