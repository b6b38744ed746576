import { describe, expect, it } from 'vitest';
import { placesOf } from '../../src/coverage/parts.ts';

const typed = {
  growth: { why_us: 'Near' },
  schools: [{ name: 'A' }, { name: 'B', metrics: ['x'] }],
  delegation: [
    { decision: 'Appointing a headteacher', decides: 'trustees' },
    { decision: 'Uniform' },
  ],
  metrics: { 'staff-turnover': { series: { '2024/25': '12%' } } },
};

describe('placesOf', () => {
  it('follows a path', () => {
    expect(placesOf('growth.why_us', typed)).toEqual([['growth', 'why_us']]);
    expect(placesOf('growth.pace', typed)).toEqual([]);
    expect(placesOf('growth.why_us.more', typed)).toEqual([]);
  });

  it('finds what any item of a list holds', () => {
    expect(placesOf('schools.*.metrics', typed)).toEqual([['schools', 1, 'metrics']]);
  });

  it('finds the items that hold one of some words, in any case', () => {
    expect(placesOf('delegation ~ Head|chief', typed)).toEqual([['delegation', 0]]);
    expect(placesOf('delegation ~ land', typed)).toEqual([]);
  });

  it('reads the names of a group’s items too', () => {
    expect(placesOf('metrics ~ turnover', typed)).toEqual([['metrics', 'staff-turnover']]);
  });

  it('reaches nothing that was not typed', () => {
    expect(placesOf('constructor', typed)).toEqual([]);
    expect(placesOf('schools.length', typed)).toEqual([]);
  });
});
