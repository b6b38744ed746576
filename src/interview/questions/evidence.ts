import type { PrincipleId } from '../../knowledge/principles.ts';
import type { Contributor } from '../../knowledge/roles.ts';
import type { Edit, Place } from '../place.ts';
import type { Composed, Given } from '../question.ts';
import { oneText } from './places.ts';

/** The claim that a question of a group is about. */
export function claimOf(principle: PrincipleId, { item = '' }: Given): Place {
  return ['principles', principle, 'claims', { key: 'text', is: item }];
}

/**
 * Three questions about what a claim rests on: a source under a name of its own, to which the claim,
 * and the number it is about, then refer.
 */
export function sourceQuestions(
  prefix: string,
  principle: PrincipleId,
  options: {
    who: readonly Contributor[];
    when?: (given: Given) => boolean;
    /** The name of a metric that rests on the same source. */
    metric?: (given: Given) => string | undefined;
  },
): Composed[] {
  const { who, when = () => true, metric = () => undefined } = options;
  const sourceId = `${prefix}-source`;
  const detail = (
    key: string,
    like: Composed['kind'],
    words: Omit<Composed, 'bank' | 'who' | 'fill' | 'kind'>,
  ): Composed => ({
    ...words,
    kind: like,
    like: ['evidence', '*', key],
    when: (given) => when(given) && given.name(sourceId) !== undefined,
    fill: (answer, given) => {
      const name = given.name(sourceId);
      return name ? [{ at: ['evidence', name, key], value: oneText(answer) }] : [];
    },
    bank: [],
    who,
  });
  return [
    {
      id: sourceId,
      text: 'What does that rest on? Name the report, register, survey or visit that shows it.',
      subject: 'What this rests on: {item}',
      why: 'A reader who doubts it can then look it up. What rests on nothing is only a wish.',
      example: 'Register of visits between schools',
      kind: 'line',
      like: ['evidence', '*', 'title'],
      naming: { part: 'evidence', from: (answer) => answer },
      when,
      fill: (answer, given): Edit[] => {
        const name = given.name(sourceId);
        if (!name) return [];
        const measured = metric(given);
        return [
          { at: ['evidence', name, 'title'], value: oneText(answer) },
          { at: [...claimOf(principle, given), 'evidence'], value: name, among: true },
          ...(measured
            ? [{ at: ['metrics', measured, 'evidence'], value: name, among: true }]
            : []),
        ];
      },
      bank: [],
      who,
    },
    detail('publisher', 'line', {
      id: `${prefix}-publisher`,
      text: 'Who made or published that?',
      subject: 'Who published what this rests on: {item}',
      why: 'Readers trust a source more when it is not you. If it is you, say so.',
      example: 'Marlshire Council',
    }),
    detail('period', 'period', {
      id: `${prefix}-period`,
      text: 'Which year or day is it about?',
      subject: 'Which year this is about: {item}',
      why: 'A fact without a date is taken for an old one.',
      example: '2024/25',
    }),
  ];
}
