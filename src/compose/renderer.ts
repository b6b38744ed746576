import path from 'node:path';
import { pathToFileURL } from 'node:url';
import * as runtimeModule from 'handlebars/runtime.js';
import type { Case } from '../case/case.ts';
import { toolFolder } from '../tool.ts';
import { helpers, type Root } from './helpers.ts';
import { TemplateFault } from './template-fault.ts';
import { hashOf, type Precompiled, templateOptions } from './template-options.ts';
import type { Template } from './templates.ts';

// The run-time part is typed as if it were no module of its own.
const runtime = (runtimeModule as unknown as { default: typeof Handlebars }).default;

/** Renders one template by name, with the others as its partials. */
export type Renderer = (name: string, root: Root) => string;

/**
 * Makes templates ready. Those that were compiled when the tool was built need only the small run-time
 * part of Handlebars; the compiler is loaded for templates of the user's own.
 *
 * The environment is its own: no helper or partial of anybody else's, and no access to prototypes.
 */
export async function prepareTemplates(templates: readonly Template[]): Promise<Renderer> {
  const known = await precompiledTemplates();
  const ready = templates.map((template) => {
    const compiled = known[template.name];
    return { template, compiled: compiled?.hash === hashOf(template.source) ? compiled : null };
  });
  const all = ready.every(({ compiled }) => compiled !== null);
  const handlebars = all ? runtime : (await import('handlebars')).default;

  const environment = handlebars.create();
  for (const name of Object.keys(environment.helpers)) {
    if (!['if', 'unless', 'each', 'with'].includes(name)) environment.unregisterHelper(name);
  }
  environment.registerHelper(helpers as unknown as Handlebars.HelperDeclareSpec);
  for (const { template, compiled } of ready) {
    const run = compiled
      ? environment.template(compiled.spec)
      : environment.compile(template.source, templateOptions);
    environment.registerPartial(template.name, (context, options) => {
      try {
        return run(context, options);
      } catch (error) {
        throw error instanceof TemplateFault ? error : new TemplateFault(template.name, error);
      }
    });
  }
  return (name, root) => {
    const template = environment.partials[name] as Handlebars.TemplateDelegate<Case>;
    return template(root.case, {
      allowProtoPropertiesByDefault: false,
      allowProtoMethodsByDefault: false,
      data: { root },
    });
  };
}

/** Written when the tool is built; there is none when its source is run as it is. */
async function precompiledTemplates(): Promise<Record<string, Precompiled>> {
  try {
    const file = pathToFileURL(path.join(toolFolder, 'dist', 'templates.js')).href;
    const { precompiled } = (await import(file)) as { precompiled: Record<string, Precompiled> };
    return precompiled;
  } catch {
    return {};
  }
}
