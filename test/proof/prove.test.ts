import { describe, expect, it } from 'vitest';
import { bytesOf } from '../../src/build/write.ts';
import { readTemplates } from '../../src/compose/templates.ts';
import { type Edition, editions } from '../../src/knowledge/editions.ts';
import { prove } from '../../src/proof/prove.ts';
import { testEffects } from '../support/effects.ts';
import { profileOf } from '../support/profile.ts';

const edition = (id: string) => editions.find((one) => one.id === id) as Edition;

/** What is found in the finished files of the paper for families. */
async function found(yaml: string, files: Record<string, string>, id = 'families') {
  const profile = await profileOf(`trust:\n  name: Otterwick Learning Trust\n${yaml}`);
  const templates = await readTemplates(profile.folder, testEffects(profile.folder));
  const made = { profile, templates, assets: new Map() };
  const finished = Object.entries(files).map(([path, text]) => ({ path, content: bytesOf(text) }));
  return (await prove({ edition: edition(id), addressee: null }, finished, made)).map(
    ({ code, message }) => `${code}: ${message}`,
  );
}

const leaks = async (yaml: string, files: Record<string, string>) =>
  (await found(yaml, files)).map((said) => said.replace(/ holds .*/, ''));

const risk = `risks:
  - risk: The office at Marsh End may close in the spring.
    for: [governors]
`;
const told = ['leak-found: families.html'];

describe('a sentence that is for others', () => {
  it.each([
    ['as it was typed', '<p>The office at Marsh End may close in the spring.</p>'],
    ['in other capitals', '<p>THE OFFICE AT MARSH END MAY CLOSE IN THE SPRING</p>'],
    [
      'over several lines',
      '<p>The office\n   at Marsh\u00a0End may\tclose in\u2003the spring.</p>',
    ],
    [
      'with soft hyphens',
      '<p>The off\u00adice at Marsh End may clo&shy;se in the spr&#173;ing.</p>',
    ],
    [
      'with signs without width',
      '<p>The off\u200bice at Marsh E\u2060nd may close in the spring.</p>',
    ],
    [
      'with character references',
      '<p>The offic&#101; at M&#x61;rsh End may close in the&nbsp;spring.</p>',
    ],
    [
      'in parts',
      '<p>The <b>off</b>ice at <em>Marsh</em> End may close <span>in</span> the spring.</p>',
    ],
    ['in cells', '<tr><th>The office at Marsh End</th><td>may close in the spring</td></tr>'],
    ['with ligatures', '<p>The oﬃce at Marsh End may close in the spring.</p>'],
    [
      'in words for a picture',
      '<img alt="The office at Marsh End may close in the spring" src="x">',
    ],
    [
      'in a name for a drawing',
      "<svg aria-label='The office at Marsh End may close in the spring'></svg>",
    ],
    [
      'in a drawing',
      '<svg><title>The office at Marsh End</title><text>may close in the spring</text></svg>',
    ],
    [
      'in the metadata',
      '<meta name="description" content="The office at Marsh End may close in the spring.">',
    ],
    [
      'in the address of a link',
      '<a href="https://a.example/the-office-at-marsh%20end-may-close-in-the-spring">x</a>',
    ],
    [
      'in a style sheet',
      '<style>@page { @bottom-left { content: "The office at Marsh End may \\63 lose in the spring" } }</style>',
    ],
    [
      'with the number of a source in it',
      '<p>The office at Marsh End<sup class="cite"><a href="#s3">3</a></sup> may close in the spring.</p>',
    ],
    [
      'with a comment in a word',
      '<p>The off<!-- x -->ice at Marsh End may close in the spring.</p>',
    ],
    [
      'in an attribute without quotation marks',
      '<img alt=The&nbsp;office&nbsp;at&nbsp;Marsh&nbsp;End&nbsp;may&nbsp;close&nbsp;in&nbsp;the&nbsp;spring>',
    ],
    [
      'in a drawing within the file',
      `<img src="data:image/svg+xml;base64,${btoa('<svg><text>The office at Marsh End may close in the spring</text></svg>')}">`,
    ],
    [
      'in an address that was encoded twice',
      '<a href="?t=The%2520office%2520at%2520Marsh%2520End%2520may%2520close%2520in%2520the%2520spring">x</a>',
    ],
    ['in a comment', '<!-- The office at Marsh End may close in the spring. -->'],
    ['but for its first word', '<p>Our office at Marsh End may close in the spring.</p>'],
  ])('is found %s', async (_, html) => {
    expect(await leaks(risk, { 'families.html': html })).toEqual(told);
  });

  it.each([
    ['as it was typed', 'The office at Marsh End may close in the spring.'],
    ['escaped', 'The office at Marsh\\ End may close in the spring\\.'],
    ['stressed', 'The **office** at _Marsh End_ may *clo*se in the spring.'],
    ['with a link', 'The office at [Marsh End](https://marsh.example) may close in the spring.'],
    ['with a source', 'The office at Marsh End[^3] may close in the spring.'],
    ['with a source that has a name', 'The office at Marsh End[^log] may close in the spring.'],
    ['in the target of a link', '[x](<the office at marsh end may close in the spring>)'],
    [
      'in the words of a picture',
      '![The office at Marsh End may close in the spring](assets/a.png)',
    ],
    ['in the front matter', '---\ntitle: The office at Marsh End may close in the spring\n---\n'],
  ])('is found in Markdown %s', async (_, markdown) => {
    expect(await leaks(risk, { 'families.md': markdown })).toEqual(['leak-found: families.md']);
  });

  it('is found in the name of a file', async () => {
    const path = 'assets/the-office-at-marsh-end-may-close-in-the-spring.svg';
    expect(await leaks(risk, { [path]: '' })).toEqual([`leak-found: ${path}`]);
  });

  it('is told once for each file, with its place in the profile and none of its words', async () => {
    const html = '<p>The office at Marsh End may close in the spring.</p>';
    const said = await found(risk, { 'families.html': html + html, 'families.md': html });
    expect(said).toEqual([
      'leak-found: families.html holds words or numbers of “risks: 0: risk”, which is not for its readers.',
      'leak-found: families.md holds words or numbers of “risks: 0: risk”, which is not for its readers.',
    ]);
  });

  it('is no secret from those it is for', async () => {
    const html = '<p>The office at Marsh End may close in the spring.</p>';
    expect(await found(risk, { 'governors.html': html }, 'governors')).toEqual([]);
  });

  it('is no secret where the profile says the same to everyone', async () => {
    const both = `${risk}growth:\n  why_now: The office at Marsh End may close in the spring.\n`;
    const html = '<p>The office at Marsh End may close in the spring.</p>';
    expect(await leaks(both, { 'families.html': html })).toEqual([]);
  });

  it('is found with its figure as a document prints it', async () => {
    const yaml =
      'metrics:\n  posts:\n    label: Posts\n    unit: posts\n    series:\n      2025/26: 3\nrisks:\n  - risk: We may lose $posts at Marsh End.\n    for: [governors]\n';
    const html = '<p>We may lose 3 posts at Marsh End.</p>';
    expect(await leaks(yaml, { 'families.html': html })).toEqual(told);
  });
});

describe('words that are no secret', () => {
  it.each([
    ['single words of a sentence', 'The spring is warm, and the office may close at four.'],
    ['half of it', 'The office at Marsh End is open.'],
    ['a number', 'We have 7 schools.'],
  ])('%s raise no alarm', async (_, text) => {
    expect(await leaks(risk, { 'families.html': `<p>${text}</p>` })).toEqual([]);
  });

  it.each([
    [
      'the month of a date',
      'expectations:\n  - {text: March 2027, for: [staff]}\n',
      '4 March 2027',
    ],
    [
      'a number that a school has',
      'schools:\n  - {name: Otterwick Primary School, pupils: 206}\nexpectations:\n  - {text: 206 pupils, for: [staff]}\n',
      'We teach 206 pupils.',
    ],
    [
      'the rate that all pay',
      'finances:\n  contribution: {rate: 5.25%}\nservices:\n  - {name: Payroll, offer: optional, price: 5.25%, for: [staff]}\n',
      'Schools pay 5.25%.',
    ],
    [
      'a date that was typed in another way',
      'what_we_heard:\n  - {asked: When, changed: yes, reply: 1 September 2031, for: [staff]}\njourney:\n  target_date: 2031-09-01\n',
      'You would join on 1 September 2031.',
    ],
  ])('raise no alarm where they are in %s', async (_, yaml, text) => {
    expect(await leaks(yaml, { 'families.html': `<p>${text}</p>` })).toEqual([]);
  });

  it('are a name where each is known on its own', async () => {
    const yaml =
      'people:\n  - {name: Ann Ing, role: Trustee, group: trustees, for: [governors]}\ngrowth:\n  why_us: Ann Baker and Tom Ing.\n';
    expect(await leaks(yaml, { 'families.html': '<p>Ask Ann Ing.</p>' })).toEqual(told);
    expect(await leaks(yaml, { 'families.html': '<p>Ask Ann, or Ing.</p>' })).toEqual([]);
    expect(await leaks(yaml, { 'families.html': '<a id="ann_ing">x</a>' })).toEqual(told);
  });

  it('are found only as words, not within others', async () => {
    const yaml =
      'people:\n  - name: Ann Ing\n    role: Trustee\n    group: trustees\n    for: [governors]\n';
    expect(await leaks(yaml, { 'families.html': '<p>Planning and staging.</p>' })).toEqual([]);
    expect(await leaks(yaml, { 'families.html': '<p>Ask Ann Ing.</p>' })).toEqual(told);
  });

  it('are ours to say, such as the headings of our templates', async () => {
    const yaml = 'risks:\n  - risk: What people asked, and what we changed\n    for: [governors]\n';
    const html = '<h3>What people asked, and what we changed</h3>';
    expect(await leaks(yaml, { 'families.html': html })).toEqual([]);
  });
});

describe('names, addresses and figures that are for others', () => {
  it.each([
    ['a person', '<p>Ask Wilhelmina Oduya-Strand.</p>'],
    ['an address', '<a href="mailto:w.strand%40otterwick.example">Ask</a>'],
    ['a number to ring', '<p>01632&nbsp;960&nbsp;777</p>'],
    ['a number to touch', '<a href="tel:+441632960777">Ring</a>'],
  ])('are found: %s', async (_, html) => {
    const yaml =
      'contacts:\n  - who: Wilhelmina Oduya-Strand\n    email: w.strand@otterwick.example\n    phone: 01632 960 777\n    for: [staff]\n';
    expect(await leaks(yaml, { 'families.html': html })).toEqual(told);
  });

  const metrics = `metrics:
  turnover:
    label: Staff turnover
    unit: "%"
    series: { 2024/25: 12%, 2025/26: 14% }
  central:
    label: Staff turnover
    scope: the team in Quay Street
    unit: "%"
    for: [governors]
    series: { 2024/25: 14%, 2025/26: 31.5% }
  posts:
    label: Posts filled
    unit: posts
    series: { 2024/25: 3 }
  lost:
    label: Posts filled
    unit: posts
    for: [governors]
    series: { 2024/25: 1240, 2025/26: 7 }
`;

  it('are found where a figure stands beside its label', async () => {
    const table =
      '<table><caption>Staff turnover</caption><tr><th>Team</th><td>31.5%</td></tr></table>';
    expect(await leaks(metrics, { 'families.html': table })).toEqual(told);
  });

  it.each([
    ['with a space before its sign', 'Staff turnover: 31.5 %'],
    ['with its sign in words', 'Staff turnover was 31.5 per cent'],
    ['with its sign in the heading', 'Staff turnover (%): 31.5'],
    ['without its comma', 'Posts filled: 1240'],
    ['with a thin space', 'Posts filled: 1\u202f240'],
    ['with its unit', 'Posts filled: 7 posts'],
  ])('are found where a figure is written %s', async (_, text) => {
    expect(await leaks(metrics, { 'families.html': `<p>${text}</p>` })).toEqual(told);
  });

  it.each([
    ['a number of something else', '<p>Posts filled, as at 7 June: 3 posts</p>'],
    ['a figure that others have too', '<p>Staff turnover: 14%</p>'],
    [
      'a figure of something else',
      `<p>Of families, 31.5% answered.</p>${'<p>More.</p>'.repeat(200)}<p>Staff turnover: 12%</p>`,
    ],
  ])('are not found in %s', async (_, html) => {
    expect(await leaks(metrics, { 'families.html': html })).toEqual([]);
  });

  it('cost nothing where nothing is meant for some alone', async () => {
    expect(
      await leaks('growth:\n  why_now: We have time.\n', { 'families.html': '<p>x</p>' }),
    ).toEqual([]);
  });
});

describe('a hard answer', () => {
  const answers = `five_answers:
  leaving: Not by your own choice. A trust must agree, as $moved did.
  jobs: Two posts would change.
metrics:
  moved:
    label: Academies that moved
    unit: academies
    series: { 2024/25: 280 }
`;
  const lost = async (text: string, id = 'families') =>
    (await found(answers, { [`${id}.md`]: text }, id)).map((said) =>
      said.replace(/^.*give its /, ''),
    );

  it('may be set as the document likes', async () => {
    expect(
      await lost(
        '> **Not** by your own choice.[^1]\n>\n> A trust must\nagree, as 280\u00a0academies did.',
      ),
    ).toEqual([]);
  });

  it.each([
    ['is missing', 'Nothing to see.'],
    ['has lost a sentence', 'Not by your own choice.'],
    ['has lost its figure', 'Not by your own choice. A trust must agree, as some did.'],
  ])('that %s is missed', async (_, text) => {
    expect(await lost(text)).toEqual(['readers the answer to “Could we leave later?”.']);
  });

  it('is missed only by those it touches', async () => {
    expect(await lost('Not by your own choice. A trust must agree, as 280 academies did.')).toEqual(
      [],
    );
    expect(
      await lost('Not by your own choice. A trust must agree, as 280 academies did.', 'governors'),
    ).toEqual(['readers the answer to “What happens to jobs?”.']);
  });

  it('goes in a paper for staff with what that is not', async () => {
    const text =
      'Not by your own choice. A trust must agree, as 280 academies did. Two posts would change.';
    expect(await lost(text, 'staff')).toEqual([
      'readers that it is not the formal consultation of staff (TUPE).',
    ]);
    const statement =
      'This is not the formal information or consultation about the transfer of staff (TUPE). That is the duty of the council.';
    expect(await lost(`${text} ${statement}`, 'staff')).toEqual([]);
  });
});
