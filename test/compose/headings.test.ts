import { describe, expect, it } from 'vitest';
import { documentMaker } from '../support/document.ts';
import { folderWith } from '../support/folder.ts';
import { profileOf } from '../support/profile.ts';

const profile = `trust: {name: Quillbrook Learning Trust}
growth: {why_us: Because.}
`;

/** What is said of the document of a profile whose template for “Why us” is this. */
async function saidOf(growth: string, yaml = profile) {
  const folder = folderWith({ 'templates/sections/growth.hbs': growth });
  const maker = await documentMaker(folder);
  return maker.diagnostics(await profileOf(yaml));
}

describe('the headings of a document', () => {
  it('are told of where a template of the user’s leaves a level out', async () => {
    const [problem, ...others] = await saidOf('#### Details\n\nWords.\n');
    expect(problem).toMatchObject({
      code: 'heading-skipped',
      severity: 'warning',
      message:
        'The heading “Details” under “Why us, and why now” is of level 4, and the one before it of level 2.',
      hint: 'Begin it with ### in the template.',
      file: 'templates/sections/growth.hbs',
    });
    expect(others).toEqual([]);
  });

  it.each([
    '### \n\nWords.\n',
    '###\n\nWords.\n',
    '### – _…_\n\nWords.\n',
    '> ### *\n>\n> Words.\n',
  ])('are told of where one has no words: %j', async (template) => {
    const problems = await saidOf(template);
    expect(problems.map(({ code }) => code)).toEqual(['heading-empty']);
    expect(problems[0]?.message).toBe('A heading under “Why us, and why now” has no words.');
  });

  it('may go back up as far as they like, and stand in callouts', async () => {
    const template =
      '### A\n\n#### B\n\nWords.\n\n> [!NOTE]\n> ### C\n>\n> Words.\n\n#### 9\n\nWords.\n';
    expect(await saidOf(template)).toEqual([]);
  });
});
