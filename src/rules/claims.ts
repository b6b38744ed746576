import { cite } from '../knowledge/citation.ts';
import { type PrincipleId, principleIds, principles } from '../knowledge/principles.ts';
import { supportSource } from '../knowledge/support.ts';
import { formatDate, isSurelyBefore } from '../profile/formats/dates.ts';
import type { Profile } from '../profile/profile.ts';
import type { ProfileData } from '../profile/schema/profile.ts';
import { rule } from './rule.ts';

/** Every claim with its place. */
function* claimsOf({ data }: Profile) {
  for (const id of principleIds) {
    for (const [index, claim] of (data.principles?.[id]?.claims ?? []).entries()) {
      yield {
        claim,
        strength: claim.strength ?? 'fact',
        path: ['principles', id, 'claims', index],
      };
    }
  }
}

const shortened = (text: string) => (text.length > 60 ? `${text.slice(0, 59)}…` : text);

const claimUnsupported = rule({
  code: 'claim-unsupported',
  severity: 'warning',
  inRelease: 'error',
  title: 'A claim that rests on nothing',
  why: 'A reader cannot tell it from a wish. Brochures assert; a case shows what it rests on.',
  remedy:
    'Name what it rests on with “evidence”, or the number that shows it with “metrics”. If it is a plan or a hope, say so with “strength”.',
  wrong:
    'principles:\n  people:\n    claims:\n      - text: Staff answer us.\n        evidence: [survey]\n      - text: Staff stay with us.\nevidence:\n  survey:\n    title: Staff survey\n    publisher: Fairlead Surveys\n    published: June 2026\n    independent: yes\n    kind: verifier\n',
  right:
    'principles:\n  people:\n    claims:\n      - text: Staff answer us.\n        evidence: [survey]\n      - text: Staff stay with us.\n        evidence: [survey]\nevidence:\n  survey:\n    title: Staff survey\n    publisher: Fairlead Surveys\n    published: June 2026\n    independent: yes\n    kind: verifier\n',
  source: 'Domain rule 23',
  *check(profile) {
    const { evidence = {}, metrics = {} } = profile.data;
    for (const { claim, strength, path } of claimsOf(profile)) {
      if (strength !== 'fact') continue;
      const own = (claim.evidence ?? []).some((name) => Object.hasOwn(evidence, name));
      const through = (claim.metrics ?? []).some((name) =>
        (metrics[name]?.evidence ?? []).some((source) => Object.hasOwn(evidence, source)),
      );
      if (own || through) continue;
      yield {
        path: [...path, 'text'],
        message: `Nothing says what this claim rests on: “${shortened(claim.text)}”.`,
        hint: 'Add a line “evidence:” with a name from the “evidence” part. If it is a plan, add “strength: intention”.',
      };
    }
  },
});

const evidenceUndated = rule({
  code: 'evidence-undated',
  severity: 'warning',
  inRelease: 'error',
  title: 'Evidence without a date or a publisher',
  why: 'A source that cannot be dated or found supports nothing.',
  remedy: 'Say who published it, and when; or, for your own records, which time it is about.',
  wrong: 'evidence:\n  survey:\n    title: Staff survey\n',
  right:
    'evidence:\n  survey:\n    title: Staff survey\n    publisher: Fairlead Surveys\n    published: June 2026\n',
  source: 'Domain rule 23',
  *check({ data }) {
    for (const [name, { publisher, published, period }] of Object.entries(data.evidence ?? {})) {
      const dated = published !== undefined || period !== undefined;
      if (publisher && dated) continue;
      const lacks = [!publisher && 'who published it', !dated && 'when'].filter(Boolean);
      yield {
        path: ['evidence', name],
        at: 'key',
        message: `“${name}” does not say ${lacks.join(' or ')}.`,
        hint: `Add ${[!publisher && '“publisher:”', !dated && '“published:” or “period:”'].filter(Boolean).join(' and ')}.`,
      };
    }
  },
});

const onlyOwnEvidence = rule({
  code: 'only-own-evidence',
  severity: 'warning',
  ofWhole: true,
  title: 'A principle that rests on the trust’s own word',
  why: 'Readers give more weight to what somebody else measured or checked.',
  remedy:
    'Add a source that others made: official figures, an inspection, an audit, a survey run for you. Mark it “official: yes” or “independent: yes”.',
  wrong:
    'principles:\n  people:\n    claims:\n      - text: Staff stay with us.\n        evidence: [survey]\nevidence:\n  survey:\n    title: Staff survey\n    publisher: The trust\n    published: June 2026\n',
  right:
    'principles:\n  people:\n    claims:\n      - text: Staff stay with us.\n        evidence: [survey]\nevidence:\n  survey:\n    title: Staff survey\n    publisher: Fairlead Surveys\n    published: June 2026\n    independent: yes\n',
  source: `Domain rule 24; ${cite(supportSource, supportSource.asOf)}`,
  *check({ data }) {
    for (const id of principleIds) {
      const sources = sourcesOf(id, data);
      if (sources.length === 0 || sources.some((source) => source.official || source.independent)) {
        continue;
      }
      yield {
        path: ['principles', id],
        at: 'key',
        message: `Everything under “${principles[id].name}” rests on the trust’s own records.`,
        hint: 'Add a source that somebody else made or checked.',
      };
    }
  },
});

/** The evidence that the claims and metrics of a principle name. */
function sourcesOf(id: PrincipleId, { principles: chapters, metrics, evidence }: ProfileData) {
  const { claims = [], metrics: shown = [], headline } = chapters?.[id] ?? {};
  const ofMetric = (name: string) => metrics?.[name]?.evidence ?? [];
  const named = [
    ...claims.flatMap((claim) => [
      ...(claim.evidence ?? []),
      ...(claim.metrics ?? []).flatMap(ofMetric),
    ]),
    ...shown.flatMap(ofMetric),
    ...(headline ? ofMetric(headline) : []),
  ];
  return [...new Set(named)].flatMap((name) => evidence?.[name] ?? []);
}

const principleThin = rule({
  code: 'principle-thin',
  severity: 'warning',
  ofWhole: true,
  title: 'A principle without number, check or voice',
  why: 'The strongest case has all three: a number, somebody who checked, and words of those concerned.',
  remedy: 'Add a “headline” metric, evidence of kind “verifier”, or a voice with this principle.',
  wrong:
    'principles:\n  people:\n    claims:\n      - text: Staff stay with us.\n        evidence: [survey]\nevidence:\n  survey:\n    title: Staff survey\n    publisher: Fairlead Surveys\n    published: June 2026\n    independent: yes\n',
  right:
    'principles:\n  people:\n    claims:\n      - text: Staff stay with us.\n        evidence: [survey]\nevidence:\n  survey:\n    title: Staff survey\n    publisher: Fairlead Surveys\n    published: June 2026\n    independent: yes\n    kind: qualitative\n',
  source: `Domain rule 24; ${cite(supportSource, supportSource.asOf)}`,
  *check({ data }) {
    for (const id of principleIds) {
      const chapter = data.principles?.[id];
      if (!chapter?.claims?.length) continue;
      const kinds = new Set(sourcesOf(id, data).map(({ kind }) => kind));
      const number =
        chapter.headline !== undefined ||
        kinds.has('headline metric') ||
        chapter.claims.some(({ metrics }) => metrics?.length);
      const voice =
        kinds.has('qualitative') || (data.voices ?? []).some((voice) => voice.principle === id);
      if (number || kinds.has('verifier') || voice) continue;
      yield {
        path: ['principles', id],
        at: 'key',
        message: `“${principles[id].name}” has no number, nobody who checked, and no voice.`,
        hint: 'Add a “headline” metric, evidence of kind “verifier”, or a voice with “principle: …”.',
      };
    }
  },
});

const onlyPlans = rule({
  code: 'only-plans',
  severity: 'warning',
  inRelease: 'error',
  title: 'A principle with plans and no facts',
  why: 'Plans cost nothing. A reader asks what has been done.',
  remedy: 'Add at least one claim about what has happened, with what it rests on.',
  wrong:
    'principles:\n  people:\n    headline: weeks\n    claims:\n      - text: We will offer shorter weeks.\n        strength: intention\n        owner: Head of people\n        due: 1 September 2027\nmetrics:\n  weeks:\n    label: Staff on shorter weeks\n    unit: staff\n    series:\n      2025/26: 14\n    evidence: [survey]\nevidence:\n  survey:\n    title: Staff survey\n    publisher: Fairlead Surveys\n    published: June 2026\n    independent: yes\n    kind: verifier\n',
  right:
    'principles:\n  people:\n    headline: weeks\n    claims:\n      - text: We offer shorter weeks.\n        metrics: [weeks]\nmetrics:\n  weeks:\n    label: Staff on shorter weeks\n    unit: staff\n    series:\n      2025/26: 14\n    evidence: [survey]\nevidence:\n  survey:\n    title: Staff survey\n    publisher: Fairlead Surveys\n    published: June 2026\n    independent: yes\n    kind: verifier\n',
  source: 'Domain rule 38',
  *check({ data }) {
    for (const id of principleIds) {
      const claims = data.principles?.[id]?.claims ?? [];
      if (claims.length === 0) continue;
      if (claims.some(({ strength }) => (strength ?? 'fact') === 'fact')) continue;
      yield {
        path: ['principles', id],
        at: 'key',
        message: `“${principles[id].name}” says what you mean to do, and nothing that you have done.`,
        hint: 'Add a claim about the past, with its evidence.',
      };
    }
  },
});

const intentionOpen = rule({
  code: 'intention-open',
  severity: 'warning',
  inRelease: 'error',
  title: 'A plan without a name or a day, or whose day is past',
  why: 'Nobody can be asked about it, and it is never late.',
  remedy: 'Say which role answers for it, with “owner”, and by when, with “due”.',
  wrong:
    'principles:\n  people:\n    claims:\n      - text: We offer shorter weeks.\n        evidence: [plan]\n      - text: We will offer more.\n        strength: intention\nevidence:\n  plan:\n    title: Plan\n    publisher: The council\n    published: June 2026\n    official: yes\n    kind: verifier\n',
  right:
    'principles:\n  people:\n    claims:\n      - text: We offer shorter weeks.\n        evidence: [plan]\n      - text: We will offer more.\n        strength: intention\n        owner: Head of people\n        due: 1 September 2027\nevidence:\n  plan:\n    title: Plan\n    publisher: The council\n    published: June 2026\n    official: yes\n    kind: verifier\n',
  source: 'Domain rule 38',
  *check(profile, { today }) {
    for (const { claim, strength, path } of claimsOf(profile)) {
      if (strength !== 'intention') continue;
      if (claim.due && isSurelyBefore(claim.due, today)) {
        yield {
          path: [...path, 'due'],
          message: `This was to be done by ${formatDate(claim.due)}, and that day is past.`,
          hint: 'If it was done, make it a fact with its evidence. If not, say so and give a new day.',
        };
      }
      if (claim.owner && claim.due) continue;
      const lacks = [!claim.owner && 'who answers for it', !claim.due && 'by when'].filter(Boolean);
      yield {
        path: [...path, 'text'],
        message: `This plan does not say ${lacks.join(' or ')}.`,
        hint: `Add ${[!claim.owner && '“owner:” with a role', !claim.due && '“due:” with a date'].filter(Boolean).join(' and ')}.`,
      };
    }
  },
});

export const claimRules = [
  claimUnsupported,
  evidenceUndated,
  onlyOwnEvidence,
  principleThin,
  onlyPlans,
  intentionOpen,
] as const;
