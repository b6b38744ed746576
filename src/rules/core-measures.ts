import { coreForAll, coreMeasures } from '../knowledge/core-measures.ts';
import { type MeasureId, measureOf } from '../knowledge/measures.ts';
import type { ProfileData } from '../profile/schema/profile.ts';
import { rule } from './rule.ts';

type School = NonNullable<ProfileData['schools']>[number];

export const coreMeasureMissing = rule({
  code: 'core-measure-missing',
  severity: 'warning',
  inRelease: 'error',
  title: 'A measure that every reader looks for',
  why: 'What is left out is taken for what is bad.',
  remedy: 'Show it as a metric, or say under “not_shown” why you do not.',
  wrong: 'schools:\n  - name: Marsh End\n    phase: primary\n',
  right:
    'schools:\n  - name: Marsh End\n    phase: primary\nnot_shown:\n  - measure: key stage 2 expected standard\n    reason: No pupil has reached Year 6 yet.\n  - measure: attendance\n    reason: The school opened in September.\n  - measure: staff turnover\n    reason: The school opened in September.\n  - measure: finances\n    reason: The first accounts are not due yet.\n',
  source: 'Domain rule 39',
  *check({ data }) {
    if (!data.schools?.length) return;
    const shown = new Set(Object.values(data.metrics ?? {}).map(({ measure }) => measure));
    const explained = new Set((data.not_shown ?? []).map(({ measure }) => measure));
    const kinds = new Set(data.schools.flatMap(kindsOf));
    const wanted = new Set<MeasureId>([
      ...[...kinds].flatMap((kind) => coreMeasures[kind]),
      ...coreForAll,
    ]);
    const missing = [...wanted]
      .filter((measure) => !shown.has(measure) && !explained.has(measure))
      .map((measure) => measureOf(measure).label);
    const finances = data.finances?.reserves?.amount ?? data.finances?.reserves?.share_of_income;
    if (!finances && !shown.has('revenue reserves') && !explained.has('finances')) {
      missing.push('The trust’s finances (its reserves)');
    }
    if (missing.length === 0) return;
    yield {
      path: ['schools'],
      at: 'key',
      message: `Not shown, and nothing says why: ${missing.join('; ')}.`,
      hint: 'Add each as a metric, or under “not_shown:” with “measure:” and “reason:”.',
    };
  },
});

/** Which core measures apply to a school: none to one whose pupils leave before the tests. */
function kindsOf({ phase, type, ages }: School): (keyof typeof coreMeasures)[] {
  if (/special|alternative provision|pupil referral/i.test(type ?? '')) return ['special'];
  const infants = ages !== undefined && ages.to < 11;
  switch (phase) {
    case 'primary':
    case 'middle deemed primary':
      return infants ? [] : ['primary'];
    case 'secondary':
    case 'middle deemed secondary':
      return ['secondary'];
    case 'all-through':
      return ['primary', 'secondary'];
    default:
      return [];
  }
}
