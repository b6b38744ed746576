import { describe, expect, it } from 'vitest';
import { standsIn } from '../../src/profile/stands-in.ts';
import { profileOf } from '../support/profile.ts';

const yaml = `trust: {name: A}
metrics:
  posts:
    label: Posts
    unit: posts
    series:
      2024/25: 12
risks:
  - risk: One.
    what_we_do: Much.
  - risk: Two.
`;

describe('a problem', () => {
  it('stands in a part wherever in it that is: at its key, its first line or below', async () => {
    const profile = await profileOf(yaml);
    const posts = standsIn(['metrics', 'posts'], profile);
    expect(posts(profile.place(['metrics', 'posts'], 'key'))).toBe(true);
    expect(posts(profile.place(['metrics', 'posts', 'series', '2024/25']))).toBe(true);
    expect(posts(profile.place(['metrics', 'posts', 'method']))).toBe(true);
    const first = standsIn(['risks', 0], profile);
    expect(first(profile.place(['risks', 0, 'what_we_do']))).toBe(true);
    expect(first(profile.place(['risks', 1, 'risk']))).toBe(false);
    expect(first(profile.place(['metrics', 'posts']))).toBe(false);
  });

  it('stands in no part where it has no place, or is in another file', async () => {
    const profile = await profileOf(yaml);
    const first = standsIn(['risks', 0], profile);
    const { range } = profile.place(['risks', 0, 'risk']);
    expect(first({ file: 'trust.yaml', range: null })).toBe(false);
    expect(first({ file: 'list.yaml', range })).toBe(false);
  });
});
