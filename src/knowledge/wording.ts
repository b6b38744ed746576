/**
 * Words that a careful reader distrusts, as patterns in lower case. As of November 2026; the lists are
 * ours, drawn from what trusts’ own pages say without support (domain section B3).
 */

/** Ranks that need a source: who counted, out of how many, when. */
export const superlatives: readonly string[] = [
  'the (?:very )?(?:best|finest|strongest|leading|top)(?! interests?)\\b(?! of (?:our|their|my|your) (?:ability|knowledge))',
  'among(?:st)? the (?:very )?(?:best|finest|strongest|leading|top|most)',
  'our outstanding',
  '(?:an?|the|one of the) leading (?:\\w+[- ]){0,2}(?:trusts?|mats?|providers?)',
  'outstanding (?:education|teaching|results|outcomes|provision|opportunit(?:y|ies)|support|practice)',
  '(?:exceptional|excellent) (?:results|outcomes|teaching|education|provision|progress)',
  '(?:results|outcomes|teaching) (?:is|are|were|have been) (?:exceptional|outstanding|excellent)',
  'most (?:successful|effective|improved|ambitious|innovative|inclusive|popular|trusted)',
  'world[- ]class',
  'first[- ]class',
  'second to none',
  'unrivalled',
  'unparalleled',
  'top[- ]performing',
  'high[- ]performing',
  'sector[- ]leading',
  'market[- ]leading',
  'cutting[- ]edge',
  'number one',
  'truly unique',
];

/** Words that say the trust caused what came after joining, or promise what nobody can. */
export const causalWords: readonly string[] = [
  'thanks to (?:us|the trust|our|joining)',
  'because of (?:us|the trust|joining|being in)',
  'as a result of (?:joining|being in|us|the trust|our (?:help|support|work))',
  '(?:because of|due to|thanks to) (?:us\\b|the trust|joining|our (?:help|support|work|model|team))',
  '(?:has |have )?(?:led|leads?|leading) to (?:better|higher|improved|improving|rising|stronger|rapid) (?:\\w+ )?(?:results|standards|outcomes|attainment|attendance|progress)',
  'impact on (?:\\w+ )?(?:results|standards|outcomes|attainment|attendance|progress|achievement)',
  'transform(?:s|ed|ing|ative)',
  'turned? (?:it|them|the school|schools|this school) around',
  'turnaround',
  'we guarantee',
  'guaranteed?s? (?:better|higher|success|results|that)',
  'we (?:have )?(?:raised|lifted|driven up|drove up|boosted|improved) (?:results|standards|outcomes|attainment|attendance)',
];

/** Claims about trusts in general, which research does not bear out. */
export const genericClaims: readonly string[] = [
  '(?:joining|being in) an? (?:multi[- ]academy |academy )?(?:trust|mat) (?:raises|improves|lifts|boosts|leads to|means better)',
  '(?:academies|schools in (?:trusts|mats)|trust schools) (?:do|perform|achieve|get) better',
  '(?:trusts|mats|academies|academisation) (?:raise|improve|lift|boost|raises|improves)s? (?:results|standards|outcomes|attainment)',
];

/** Words that take for granted what a governing body has not decided. */
export const presumptions: readonly string[] = [
  'when (?:you|your school|the school) joins?',
  'once (?:you|your school|the school) (?:have |has )?join(?:s|ed)?',
  'after (?:you|your school) joins?',
  'as soon as (?:you|your school) joins?',
  "(?:will|you’ll|you'll) become (?:a )?part of",
  'your new trust',
  'welcome to (?:the|our) (?:trust|family)',
  '(?:you|your school) will (?:be joining|join)',
  'now that (?:you|your school) (?:are|is) (?:joining|part)',
  'upon joining',
  'by joining (?:us|the trust|our trust|our family),? (?:you|your (?:school|staff|pupils)) will',
  'look forward to (?:welcoming|having) (?:you|your)',
  'welcom(?:e|ing) (?:you|your school|your staff) (?:in)?to (?:the|our) (?:trust|family)',
  'following (?:your |the school’s )?conversion',
  'when (?:you|your school) (?:are|is|become|becomes) (?:a )?part of',
];

/** Short forms that every reader of such a document knows. */
export const familiarAbbreviations: ReadonlySet<string> = new Set([
  ...['UK', 'EU', 'GCSE', 'GCSEs', 'NHS', 'BBC', 'PDF', 'IT', 'PE', 'ID', 'MP', 'MPs', 'DVD', 'TV'],
  ...[
    'A4',
    'LED',
    'QR',
    'HTML',
    'USB',
    'AM',
    'PM',
    'OK',
    'CO2',
    'BA',
    'MA',
    'OBE',
    'CBE',
    'MBE',
    'BSL',
  ],
]);

/** What a short form of the field stands for, so that a message can suggest it. */
export const abbreviations: Readonly<Record<string, string>> = {
  AP: 'alternative provision',
  CEO: 'chief executive',
  CFO: 'chief finance officer',
  CPD: 'training',
  CST: 'Confederation of School Trusts',
  CTA: 'commercial transfer agreement',
  DFE: 'Department for Education',
  ECT: 'teacher in their first two years',
  EHCP: 'education, health and care plan',
  FSM: 'free school meals',
  FTE: 'full-time posts',
  GAG: 'general annual grant',
  LA: 'local council',
  LGB: 'local board',
  LGPS: 'Local Government Pension Scheme',
  MAT: 'multi-academy trust',
  NEU: 'National Education Union',
  PFI: 'private finance contract',
  PPA: 'planning time',
  RPA: 'risk protection arrangement',
  RWM: 'reading, writing and maths',
  SAT: 'single-academy trust',
  SATS: 'national curriculum tests',
  SENCO: 'special needs coordinator',
  SEND: 'special educational needs and disabilities',
  SLT: 'senior leaders',
  SIP: 'school improvement partner',
  STPCD: 'national pay and conditions for teachers',
  TPS: 'Teachers’ Pension Scheme',
  TUPE: 'transfer of undertakings regulations',
};
