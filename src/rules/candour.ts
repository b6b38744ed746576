import { causalWords, genericClaims, superlatives } from '../knowledge/wording.ts';
import type { Profile } from '../profile/profile.ts';
import type { Path } from '../profile/yaml/values.ts';
import { claimAt, ownTexts } from './prose.ts';
import { type Breach, rule } from './rule.ts';

const anyOf = (patterns: readonly string[]) => new RegExp(`\\b(?:${patterns.join('|')})\\b`, 'i');

/** Whether the claim a text belongs to rests on a number that can be compared. */
function isCompared({ data }: Profile, path: Path): boolean {
  const metrics = claimAt(data, path)?.metrics ?? [];
  return metrics.some((name) => (data.metrics?.[name]?.comparators ?? []).length > 0);
}

function* found(
  profile: Profile,
  pattern: RegExp,
  say: (words: string) => Pick<Breach, 'message' | 'hint'>,
): Generator<Breach> {
  for (const { path, text } of ownTexts(profile)) {
    const match = pattern.exec(text);
    if (match) yield { path, ...say(match[0]) };
  }
}

const superlative = anyOf(superlatives);
const causal = anyOf(causalWords);
const generic = anyOf(genericClaims);

const boast = rule({
  code: 'boast',
  severity: 'warning',
  inRelease: 'error',
  title: 'A superlative without a ranking',
  why: 'Readers have read “the best” in every brochure, and believe none of them.',
  remedy:
    'Say what you did or measured, and let readers judge; or name the ranking, its year and source.',
  wrong: 'growth:\n  why_us: We are among the best trusts in the county.\n',
  right: 'growth:\n  why_us: We are six schools within seven miles.\n',
  source: 'Domain rule 25',
  *check(profile) {
    for (const breach of found(profile, superlative, (words) => ({
      message: `“${words}” is a superlative, and nothing here shows the ranking.`,
      hint: 'Say what you did or measured instead.',
    }))) {
      if (!isCompared(profile, breach.path)) yield breach;
    }
  },
});

const causeClaimed = rule({
  code: 'cause-claimed',
  severity: 'warning',
  inRelease: 'error',
  title: 'A cause or a promise that cannot be shown',
  why: 'What came after joining did not come because of it, as far as any such number can show.',
  remedy:
    'Say “after joining”, not “because of joining”; say what you intend, not what you guarantee.',
  wrong: 'growth:\n  why_us: Thanks to us, results rose.\n',
  right: 'growth:\n  why_us: Results rose after the school joined.\n',
  source: 'Domain rule 25, and G3, 10',
  *check(profile) {
    yield* found(profile, causal, (words) => ({
      message: `“${words}” claims a cause or a certainty that nothing can show.`,
      hint: 'Say what happened and when: “after joining”, “since 2021”, “we intend”.',
    }));
  },
});

const genericClaim = rule({
  code: 'generic-claim',
  severity: 'warning',
  inRelease: 'error',
  title: 'A claim about trusts in general',
  why: 'Research finds no such general effect, and wide differences between trusts. What counts is your own schools.',
  remedy: 'Say what happened in your schools, with the number and its source.',
  wrong: 'growth:\n  why_us: Joining a trust raises results.\n',
  right: 'growth:\n  why_us: In our schools, 66% met the standard in 2025.\n',
  source:
    'Domain rule 26; Education Policy Institute, School performance in multi-academy trusts and local authorities',
  *check(profile) {
    yield* found(profile, generic, (words) => ({
      message: `“${words}” is said of trusts in general, which research does not bear out.`,
      hint: 'Say what happened in your own schools.',
    }));
  },
});

const candour = {
  weaknesses: 'what is not good enough yet',
  risks: 'what could go wrong',
  alternatives: 'what else a school could do',
} as const;

const candourMissing = rule({
  code: 'candour-missing',
  severity: 'warning',
  inRelease: 'error',
  title: 'No weakness, risk or alternative',
  why: 'A paper that admits nothing is read as one that hides something.',
  remedy: 'Add at least one item each to “weaknesses”, “risks” and “alternatives”.',
  wrong: 'risks:\n  - risk: We grow too fast.\nalternatives:\n  - option: Stay as you are.\n',
  right:
    'risks:\n  - risk: We grow too fast.\nalternatives:\n  - option: Stay as you are.\nweaknesses:\n  - what: Too few families answer us.\n    action: We ask at the gate.\n',
  source: 'Domain rule 29',
  *check({ data }) {
    const missing = (Object.keys(candour) as (keyof typeof candour)[]).filter(
      (part) => !data[part]?.length,
    );
    if (missing.length === 0) return;
    yield {
      path: ['trust'],
      at: 'key',
      message: `The profile does not say ${missing.map((part) => candour[part]).join(', or ')}.`,
      hint: `Add ${missing.map((part) => `“${part}:”`).join(' and ')}.`,
    };
  },
});

const weaknessIdle = rule({
  code: 'weakness-idle',
  severity: 'warning',
  inRelease: 'error',
  title: 'A weakness with neither a number nor an action',
  why: 'Admitting what nobody measures or mends is no candour.',
  remedy: 'Say what shows it, with “metric”, or what you are doing about it, with “action”.',
  wrong: 'weaknesses:\n  - what: Too few families answer us.\n',
  right: 'weaknesses:\n  - what: Too few families answer us.\n    action: We ask at the gate.\n',
  source: 'Domain rule 40',
  *check({ data }) {
    for (const [index, { metric, action }] of (data.weaknesses ?? []).entries()) {
      if (metric || action) continue;
      yield {
        path: ['weaknesses', index, 'what'],
        message: 'Nothing says how large this weakness is, or what is being done about it.',
        hint: 'Add “metric:” with the name of a number, or “action:” in a sentence or two.',
      };
    }
  },
});

export const candourRules = [
  boast,
  causeClaimed,
  genericClaim,
  candourMissing,
  weaknessIdle,
] as const;
