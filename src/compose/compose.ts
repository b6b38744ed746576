import Slugger from 'github-slugger';
import type { Case } from '../case/case.ts';
import type { Diagnostic, Outcome } from '../diagnostics/diagnostic.ts';
import { displayName } from '../effects/display-name.ts';
import type { Section } from '../knowledge/editions.ts';
import { frontMatter } from './front-matter.ts';
import { CITATION, type Root, tidy } from './helpers.ts';
import type { Renderer } from './renderer.ts';
import type { Template } from './templates.ts';
import { inlineMarkdown } from './text.ts';

/** Sections that need to know what the others hold, and so are made after them. */
const AFTER_THE_OTHERS = new Set(['cover', 'contents', 'answers', 'questions']);
const LAST = 'sources';

/**
 * Writes a case as Markdown, section by section. A section without anything to say leaves no trace.
 * Sources are numbered in the order in which they are first cited.
 */
export function compose(
  theCase: Case,
  templates: readonly Template[],
  render: Renderer,
  pictures: Root['pictures'],
  effects: { cwd: string },
): Outcome<string> {
  const diagnostics: Diagnostic[] = [];
  const { sections } = theCase.edition;
  const written = new Map<string, string>();

  const write = (section: Section, outline: Root['outline'], sources: Root['sources']) => {
    try {
      const body = tidy(render(section.template, { case: theCase, outline, sources, pictures }));
      if (body !== '') written.set(section.id, headed(section, body));
    } catch (error) {
      const template = templates.find(({ name }) => name === section.template);
      diagnostics.push(templateProblem(section, template, error, effects));
    }
  };

  for (const section of sections) {
    if (!AFTER_THE_OTHERS.has(section.id) && section.id !== LAST) {
      write(section, new Map(), []);
    }
  }
  const outline = outlineOf(
    sections.filter(({ id }) => written.has(id) || id === LAST || willSpeak(id, theCase)),
  );
  for (const section of sections) {
    if (AFTER_THE_OTHERS.has(section.id)) write(section, outline, []);
  }

  // The sources' own tables cite too, so they are written once to see what they cite.
  const last = sections.filter(({ id }) => id === LAST);
  for (const section of last) write(section, outline, []);
  const numbers = numberSources(sections.map(({ id }) => written.get(id) ?? '').join('\n'));
  const sources = [...numbers].map(([id, number]) => ({ number, ...theCase.evidence[id] }));
  for (const section of last) write(section, outline, sources);
  if (diagnostics.length > 0) return { value: null, diagnostics };

  const body = sections
    .flatMap((section) => {
      const markdown = written.get(section.id);
      if (markdown === undefined) return [];
      const name = section.id.startsWith(`${section.kind}-`)
        ? ` ${section.id.slice(section.kind.length + 1)}`
        : '';
      return [`<!-- section: ${section.kind}${name} -->\n\n${markdown}`];
    })
    .join('\n\n')
    .replace(CITATION, (cited, id: string) => {
      const number = numbers.get(id);
      return number === undefined ? cited : `[^${number}]`;
    });
  return { value: `${frontMatter(theCase)}\n${body}\n`, diagnostics };
}

function headed({ title, kicker }: Section, body: string): string {
  const heading = title === null ? [] : [`## ${inlineMarkdown(title)}`];
  return [...(kicker ? [kicker] : []), ...heading, body].join('\n\n');
}

/** Whether a section that points to the others will have something to say once it is made. */
function willSpeak(id: string, { answers, questionsByReader }: Case): boolean {
  if (id === 'answers') return Object.keys(answers).length > 0;
  return id === 'questions' && questionsByReader.length > 0;
}

/** The anchors GitHub gives the headings of the sections. */
function outlineOf(sections: readonly Section[]): Root['outline'] {
  const slugger = new Slugger();
  return new Map(
    sections.flatMap(({ id, title }) =>
      title === null ? [] : [[id, { title, anchor: slugger.slug(title) }]],
    ),
  );
}

function numberSources(markdown: string): Map<string, number> {
  const numbers = new Map<string, number>();
  for (const [, id = ''] of markdown.matchAll(CITATION)) {
    if (!numbers.has(id)) numbers.set(id, numbers.size + 1);
  }
  return numbers;
}

function templateProblem(
  section: Section,
  template: Template | undefined,
  error: unknown,
  effects: { cwd: string },
): Diagnostic {
  const said = error instanceof Error ? error.message : String(error);
  const line = /on line (\d+)/.exec(said)?.[1];
  return {
    code: 'template-problem',
    severity: 'error',
    message: `The section “${section.title ?? section.id}” could not be made: ${said.split('\n')[0]}${line ? ` (line ${line})` : ''}.`,
    hint: template?.own
      ? 'Compare your template with the one of the same name that comes with the tool, or remove yours.'
      : 'If you have templates of your own, one that it includes may be at fault.',
    file: template ? displayName(template.file, effects) : null,
    range: null,
  };
}
