import type { Case } from '../case/case.ts';
import type { Diagnostic, Outcome } from '../diagnostics/diagnostic.ts';
import type { Section } from '../knowledge/sections.ts';
import { CITATION } from './citations.ts';
import { frontMatter } from './front-matter.ts';
import { headingProblems } from './headings.ts';
import { type Root, tidy } from './helpers.ts';
import { outlineOf } from './outline.ts';
import type { Renderer } from './renderer.ts';
import { TemplateFault, templateProblem } from './template-fault.ts';
import type { Template } from './templates.ts';
import { inlineMarkdown } from './text.ts';

/**
 * Writes a case as Markdown, section by section. A section without anything to say leaves no trace.
 * Sources are numbered in the order in which they are first cited. A section that asks for what is
 * not known yet, the outline or the sources, is written again once it is.
 */
export function compose(
  theCase: Case,
  templates: readonly Template[],
  render: Renderer,
  { pictures, draw }: Pick<Root, 'pictures' | 'draw'>,
  effects: { cwd: string },
): Outcome<string> {
  /** By template: a part that several sections include is at fault once. */
  const problems = new Map<string, Diagnostic>();
  const { sections } = theCase.edition;
  const written = new Map<string, string>();
  const asked = { outline: new Set<Section>(), sources: new Set<Section>() };

  const write = (section: Section, outline: Root['outline'], sources: Root['sources']) => {
    const root: Root = {
      case: theCase,
      section,
      pictures,
      draw,
      get outline() {
        asked.outline.add(section);
        return outline;
      },
      get sources() {
        asked.sources.add(section);
        return sources;
      },
    };
    try {
      const body = tidy(render(section.template, root));
      if (body === '') written.delete(section.id);
      else written.set(section.id, headed(section, body));
    } catch (error) {
      if (!(error instanceof TemplateFault)) throw error;
      const template = templates.find(({ name }) => name === error.template);
      problems.set(error.template, templateProblem(error, template, effects));
    }
  };

  for (const section of sections) write(section, new Map(), []);
  if (problems.size > 0) return { value: null, diagnostics: [...problems.values()] };
  const outline = outlineOf(sections, written);
  for (const section of asked.outline) write(section, outline, []);
  const numbers = numberSources(sections.map(({ id }) => written.get(id) ?? '').join('\n'));
  const sources = [...numbers].map(([id, number]) => ({ number, ...theCase.evidence[id] }));
  for (const section of asked.sources) write(section, outline, sources);
  if (problems.size > 0) return { value: null, diagnostics: [...problems.values()] };

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
  const diagnostics = headingProblems(sections, written, templates, effects);
  return { value: `${frontMatter(theCase)}\n${body}\n`, diagnostics };
}

function headed({ title, kicker }: Section, body: string): string {
  const heading = title === null ? [] : [`## ${inlineMarkdown(title)}`];
  return [...(kicker ? [kicker] : []), ...heading, body].join('\n\n');
}

function numberSources(markdown: string): Map<string, number> {
  const numbers = new Map<string, number>();
  for (const [, id = ''] of markdown.matchAll(CITATION)) {
    if (!numbers.has(id)) numbers.set(id, numbers.size + 1);
  }
  return numbers;
}
