import { describe, expect, it } from 'vitest';
import { dataFor, viewOf } from '../../src/case/readers-view.ts';
import { readers } from '../../src/knowledge/readers.ts';
import { profileOf } from '../support/profile.ts';

const yaml = `trust:
  name: Otterwick Learning Trust
risks:
  - risk: Fire.
  - risk: Flood.
    for: [governors, staff]
  - risk: Frost.
    for: staff
alternatives:
  - option: Stay as you are.
    for: Nothing changes.
  - option: Close.
    shown_to: [governors]
metrics:
  posts:
    label: Posts
    unit: posts
    for: [governors]
    series: { 2025/26: 3 }
schools:
  - name: Otterwick Primary School
    note:
      text: It may close.
      for: [governors]
answers:
  pension:
    answer: As now.
    for: [staff]
`;

const seenBy = async (...whom: Parameters<typeof dataFor>[1]) => {
  const { data, typed } = viewOf(await profileOf(yaml), whom);
  return { data, typed };
};

describe('what readers see of a profile', () => {
  it('is what is for everyone, and what is for all of them', async () => {
    const risks = async (...whom: Parameters<typeof dataFor>[1]) =>
      (await seenBy(...whom)).data.risks?.map(({ risk }) => risk);
    expect(await risks('governors')).toEqual(['Fire.', 'Flood.']);
    expect(await risks('staff')).toEqual(['Fire.', 'Flood.', 'Frost.']);
    expect(await risks('governors', 'staff')).toEqual(['Fire.', 'Flood.']);
    expect(await risks('families')).toEqual(['Fire.']);
    expect(await risks(...readers)).toEqual(['Fire.']);
  });

  it('reaches into groups and lists at any depth', async () => {
    const { data } = await seenBy('families');
    expect(data.metrics).toEqual({});
    expect(data.schools).toMatchObject([{ name: 'Otterwick Primary School' }]);
    expect(data.schools?.[0]?.note).toBeUndefined();
    expect(data.answers).toEqual({});
    const governors = await seenBy('governors');
    expect(governors.data.schools?.[0]?.note?.text).toBe('It may close.');
  });

  it('takes what speaks for an alternative for no tag', async () => {
    const options = (await seenBy('families')).data.alternatives?.map(({ option }) => option);
    expect(options).toEqual(['Stay as you are.']);
  });

  it('is the same in what was typed, so that no question counts as answered by it', async () => {
    const { typed } = await seenBy('families');
    expect(typed).toMatchObject({ risks: [{ risk: 'Fire.' }], metrics: {}, answers: {} });
    expect(JSON.stringify(typed)).not.toMatch(/Flood|Frost|may close|As now/);
  });

  it('is the whole profile itself where nothing is kept from anyone', async () => {
    const { data } = await profileOf('trust:\n  name: A\nrisks:\n  - risk: Fire.\n');
    expect(dataFor(data, ['families'])).toBe(data);
  });
});
