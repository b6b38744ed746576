import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

const principles = ['vision', 'governance', 'improvement', 'people', 'resources', 'community'];
const years = ['2020/21', '2021/22', '2022/23', '2023/24', '2024/25'];

/**
 * Writes a profile of a trust that does not exist: so many schools, each with claims and metrics of five
 * years in proportion, or with none, and with what a school usually has where they are to be in full.
 *
 * @param {string} folder
 * @param {number} schools
 * @param {{ claims: number, metrics: number, full?: boolean }} each for every school
 * @returns {Promise<number>} its size in bytes
 */
export async function writeProfile(folder, schools, each) {
  const claims = Math.round(schools * each.claims);
  const metrics = Math.round(schools * each.metrics);
  const text = [
    'example: yes\ntrust:\n  name: Saltmarsh Learning Trust\nschools:',
    ...numbered(schools, each.full ? fullSchool : school),
    ...(claims > 0 ? ['principles:'] : []),
    ...principles.flatMap((principle, at) => {
      const own = numbered(claims, (number) => number).filter((number) => number % 6 === at);
      if (own.length === 0) return [];
      return [`  ${principle}:\n    claims:`, ...own.map((number) => claim(number, metrics))];
    }),
    ...(metrics > 0 ? ['metrics:'] : []),
    ...numbered(metrics, metric),
    'evidence:\n  returns:\n    title: Returns of the schools\n    publisher: Saltmarsh Learning Trust\n    period: 2024/25',
  ].join('\n');
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, 'trust.yaml'), `${text}\n`);
  return Buffer.byteLength(text) + 1;
}

const school = (/** @type {number} */ number) => `  - name: ${nameOf(number)} Primary School
    urn: ${990000 + number}
    phase: primary
    pupils: ${120 + ((number * 37) % 300)}`;

const fullSchool = (/** @type {number} */ number) => `${school(number)}
    short_name: ${nameOf(number)}
    type: academy converter
    ages: 4 to 11
    local_authority: Saltmarsh
    place: ${nameOf(number)}, by the old harbour
    joined: 1 September ${2012 + (number % 12)}
    route: converted
    capacity: 420
    headteacher: The head of ${nameOf(number)}
    easting: ${480000 + ((number * 37) % 30000)}
    northing: ${440000 + ((number * 53) % 30000)}
    website: https://school-${number}.saltmarsh.example
    inspections:
      - date: 17 October 2023
        kind: graded
        overall: good
        safeguarding: effective
        judgements:
          quality_of_education: good
          behaviour_and_attitudes: good
          personal_development: outstanding
          leadership_and_management: good`;

const claim = (/** @type {number} */ number, /** @type {number} */ metrics) =>
  `      - text: The schools near ${nameOf(number)} came to $measure-${number % metrics} of their joint days in the last year.
        metrics: [measure-${number % metrics}]
        evidence: [returns]`;

const metric = (/** @type {number} */ number) => `  measure-${number}:
    label: Joint days attended near ${nameOf(number)}
    unit: "%"
    better: higher
    scope: the schools near ${nameOf(number)}
    series:
${years.map((year, at) => `      ${year}: ${60 + ((number * 7 + at * 3) % 35)}%`).join('\n')}
    evidence: [returns]`;

/** @param {number} number */
function nameOf(number) {
  const first = ['Ash', 'Bram', 'Corn', 'Dun', 'Elm', 'Fern', 'Glen', 'Hazel', 'Ivy', 'Kings'];
  const last = ['bridge', 'combe', 'dale', 'field', 'ford', 'ham', 'hurst', 'ley', 'mere', 'wick'];
  const turn = Math.floor(number / 100);
  const name = `${first[number % 10]}${last[Math.floor(number / 10) % 10]}`;
  return turn > 0 ? `${name} ${turn}` : name;
}

/**
 * @template T
 * @param {number} count
 * @param {(number: number) => T} make
 * @returns {T[]}
 */
function numbered(count, make) {
  return Array.from({ length: count }, (_, number) => make(number));
}
