import { tagged } from '../case/readers-view.ts';
import { sentenceList } from '../compose/words.ts';
import { readers as everyone, type Reader } from '../knowledge/readers.ts';
import { textsOf } from '../profile/fields.ts';
import { figureNames } from '../profile/metrics.ts';
import { leadsInto } from '../profile/yaml/paths.ts';
import type { Path } from '../profile/yaml/values.ts';
import { listedUnder } from './references.ts';
import { rule } from './rule.ts';

export const tagCrossed = rule({
  code: 'tag-crossed',
  severity: 'error',
  adjustable: 'never',
  title: 'A text that names what its readers may not see',
  why: 'Either they would see it after all, or they would read a sentence with a hole, or without its source.',
  remedy:
    'Say it without the name, give the text the same “for”, or take “for” away from what it names.',
  wrong:
    'metrics:\n  posts:\n    label: Posts at risk\n    unit: posts\n    for: [governors]\n    series:\n      2025/26: 3\ngrowth:\n  capacity: We have $posts too many.\n',
  right:
    'metrics:\n  posts:\n    label: Posts at risk\n    unit: posts\n    series:\n      2025/26: 3\ngrowth:\n  capacity: We have $posts too many.\n',
  *check(profile) {
    const tags = tagged(profile.data);
    if (tags.length === 0) return;
    const readersOf = (path: Path): readonly Reader[] =>
      tags.find((outer) => leadsInto(path, outer.path))?.tag ?? everyone;
    /** Whom a place is for beside those for whom the other is. */
    const beyond = (path: Path, tag: readonly Reader[]) =>
      readersOf(path).filter((reader) => !tag.includes(reader));
    const breach = (path: Path, what: string, tag: readonly Reader[]) => {
      const others = beyond(path, tag);
      return others.length === 0
        ? []
        : [
            {
              path,
              message: `This is for ${sentenceList(others)} too, and names ${what}, which is not.`,
              hint: `Say it without, or add “for: [${tag.join(', ')}]” here.`,
            },
          ];
    };

    const tagOf = (part: string, name: string) =>
      tags.find(({ path }) => path[0] === part && path[1] === name && path.length === 2)?.tag;
    const people = tags.flatMap(({ path, tag, value }) => {
      const { name, who, speaker } = value as { name?: string; who?: string; speaker?: string };
      const called = path[0] === 'people' ? name : path[0] === 'contacts' ? who : speaker;
      // A single word is more often a role or a thing than a person.
      return called && /\S\s+\S/.test(called) ? [{ path, tag, called: plain(called) }] : [];
    });
    for (const { path, text } of textsOf(profile)) {
      for (const { name } of figureNames(text)) {
        const tag = tagOf('metrics', name);
        if (tag) yield* breach(path, `the figure $${name}`, tag);
      }
      const said = people.length > 0 ? plain(text) : '';
      for (const { path: owner, tag, called } of people) {
        const isOwn = leadsInto(path, owner);
        if (!isOwn && said.includes(called)) yield* breach(path, `someone in “${owner[0]}”`, tag);
      }
    }
    for (const { name, path } of listedUnder(profile.typed, 'evidence')) {
      const tag = tagOf('evidence', name);
      if (tag) yield* breach(path, `the evidence “${name}”`, tag);
    }
  },
});

const plain = (text: string) =>
  ` ${(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')} `;
