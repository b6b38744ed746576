import { imagesOf } from '../profile/fields.ts';
import { compareDates, formatDate } from '../profile/formats/dates.ts';
import type { Profile } from '../profile/profile.ts';
import { valueAt } from '../profile/yaml/paths.ts';
import type { Path } from '../profile/yaml/values.ts';
import { rule } from './rule.ts';

type Consent = NonNullable<NonNullable<Profile['data']['voices']>[number]['consent']>;

const given =
  '    consent:\n      given_by: Herself\n      given_on: 1 June 2026\n      scope: this prospectus\n      until: 1 June 2028\n      basis: consent\n';

/** Every place where somebody's words or picture are printed, with the permission that is recorded. */
function* printed({
  data,
}: Profile): Generator<{ path: Path; consent: Consent | undefined; what: string }> {
  for (const [index, voice] of (data.voices ?? []).entries()) {
    yield { path: ['voices', index, 'quote'], consent: voice.consent, what: 'These words are' };
  }
  for (const [index, person] of (data.people ?? []).entries()) {
    if (person.photo) {
      yield { path: ['people', index, 'photo'], consent: person.consent, what: 'This picture is' };
    }
  }
  for (const [part, items] of [
    ['schools', data.schools],
    ['case_studies', data.case_studies],
  ] as const) {
    for (const [index, { photo }] of (items ?? []).entries()) {
      if (photo?.shows && photo.shows !== 'no people') {
        yield { path: [part, index, 'photo'], consent: photo.consent, what: 'This picture is' };
      }
    }
  }
  const cover = data.trust.cover_photo;
  if (cover?.shows && cover.shows !== 'no people') {
    yield { path: ['trust', 'cover_photo'], consent: cover.consent, what: 'This picture is' };
  }
}

const consentMissing = rule({
  code: 'consent-missing',
  severity: 'error',
  ofWhole: true,
  adjustable: 'never',
  title: 'Words or a picture without permission',
  why: 'People’s words and faces are theirs. The Information Commissioner has reprimanded schools for less.',
  remedy:
    'Record the permission under “consent”: who gave it, when, for what and until when. Without it, take the words or the picture out.',
  wrong: 'voices:\n  - quote: It works.\n    role: Headteacher\n',
  right: `voices:\n  - quote: It works.\n    role: Headteacher\n${given}`,
  source: 'Domain rule 30; UK General Data Protection Regulation, article 6',
  *check(profile) {
    for (const { path, consent, what } of printed(profile)) {
      if (consent) continue;
      yield {
        path,
        message: `${what} printed without any permission on record.`,
        hint: 'Add “consent:” with “given_by:”, “given_on:”, “scope:” and “until:”, or take it out.',
      };
    }
  },
});

const consentOver = rule({
  code: 'consent-over',
  severity: 'error',
  adjustable: 'never',
  title: 'A permission that has ended',
  why: 'What was allowed until a day is not allowed after it, in any format.',
  remedy: 'Ask again and record the answer, or take the words or the picture out.',
  wrong: `voices:\n  - quote: It works.\n    role: Headteacher\n${given.replace('until: 1 June 2028', 'until: 31 July 2026')}`,
  right: `voices:\n  - quote: It works.\n    role: Headteacher\n${given}`,
  source: 'Domain rule 30',
  *check(profile, { today }) {
    for (const { path, consent } of printed(profile)) {
      if (!consent?.until || compareDates(consent.until, today) >= 0) continue;
      yield {
        path: [...path.slice(0, consentAt(path)), 'consent', 'until'],
        message: `This permission ended on ${formatDate(consent.until)}.`,
        hint: 'Ask again and record the new permission, or take the words or the picture out.',
      };
    }
  },
});

const consentOpen = rule({
  code: 'consent-open',
  severity: 'warning',
  inRelease: 'error',
  adjustable: 'never',
  title:
    'A permission that is not for this, or does not say for what, until when or on which basis',
  why: 'A permission for a newsletter is not one for a prospectus, and none is for ever.',
  remedy: 'Add “scope”, “until” and “basis” under “consent”.',
  wrong:
    'voices:\n  - quote: It works.\n    role: Headteacher\n    consent:\n      given_on: 1 June 2026\n',
  right: `voices:\n  - quote: It works.\n    role: Headteacher\n${given}`,
  source: 'Domain section G2, personal data',
  *check(profile) {
    for (const { path, consent } of printed(profile)) {
      if (!consent) continue;
      if (consent.scope && ELSEWHERE.test(consent.scope) && !HERE.test(consent.scope)) {
        yield {
          path: [...path.slice(0, consentAt(path)), 'consent', 'scope'],
          message: `This permission is for “${consent.scope}”, not for this document.`,
          hint: 'Ask whether it may stand in this prospectus too, and write that down; or take it out.',
        };
      }
      const missing = (['scope', 'until', 'basis'] as const).filter((key) => !consent[key]);
      if (missing.length === 0) continue;
      yield {
        path: [...path.slice(0, consentAt(path)), 'consent'],
        at: 'key',
        message: 'This permission does not say all that it must.',
        hint: `Add ${missing.map((key) => `“${key}:”`).join(' and ')}.`,
      };
    }
  },
});

/** What a permission may be for that is not this document, and what shows that it is for this too. */
const ELSEWHERE =
  /\b(?:newsletters?|press|newspapers?|social media|facebook|instagram|twitter|displays?|noticeboards?|assembl(?:y|ies)|internal)\b/i;
const HERE =
  /\b(?:prospectus(?:es)?|documents?|papers?|brochures?|publications?|publicity|printed?|marketing|any|anything|all|every|everything)\b/i;

/** Consent stands beside a voice's quote and a person's photo, and inside any other picture. */
const consentAt = (path: Path) => (path[0] === 'voices' || path[0] === 'people' ? 2 : path.length);

const PUPIL = /\b(?:pupil|student|child|year \d+|reception)\b/i;
const NOT_A_CHILD =
  /\b(?:parent|carer|grandparent|teacher|teaching|assistant|governor|leader|head|lead|former)\b/i;

const pupilNamed = rule({
  code: 'pupil-named',
  severity: 'error',
  adjustable: 'never',
  title: 'A pupil who is named',
  why: 'A child cannot take a name back from the web. Pupils’ voices are always without names.',
  remedy: 'Take “speaker” out and keep the role: “Pupil, Year 5”.',
  wrong: `voices:\n  - quote: I like it.\n    speaker: Ada\n    role: Pupil, Year 5\n${given}`,
  right: `voices:\n  - quote: I like it.\n    role: Pupil, Year 5\n${given}`,
  source: 'Domain rule 30',
  *check({ data }) {
    for (const [index, { speaker, role }] of (data.voices ?? []).entries()) {
      if (!speaker || !PUPIL.test(role) || NOT_A_CHILD.test(role)) continue;
      yield {
        path: ['voices', index, 'speaker'],
        message: 'A pupil is named here.',
        hint: 'Delete the line “speaker:”; the role says enough.',
      };
    }
  },
});

const pictureUnsaid = rule({
  code: 'picture-unsaid',
  severity: 'warning',
  inRelease: 'error',
  adjustable: 'never',
  title: 'A photograph that does not say whom it shows',
  why: 'A picture of children needs a parent’s permission, which can be taken back.',
  remedy: 'Add “shows: no people”, “shows: adults” or “shows: children”, and “consent” for people.',
  source: 'Domain rule 30',
  *check(profile) {
    for (const { path, decorative } of imagesOf(profile)) {
      const [part, second] = path;
      if (part === 'people' || part === 'voices' || second === 'logo' || decorative) continue;
      const photo = valueAt(profile.typed, path);
      if (typeof photo === 'object' && !Array.isArray(photo) && 'shows' in photo) continue;
      yield {
        path: [...path, 'file'],
        message: 'Nothing says whether this photograph shows people.',
        hint: 'Add “shows: no people”, or “shows: children” with “consent:”.',
      };
    }
  },
});

export const consentRules = [
  consentMissing,
  consentOver,
  consentOpen,
  pupilNamed,
  pictureUnsaid,
] as const;
