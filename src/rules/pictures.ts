import { imagesOf } from '../profile/fields.ts';
import { rule } from './rule.ts';

export const altMissing = rule({
  code: 'alt-missing',
  severity: 'error',
  title: 'A picture without words',
  why: 'Readers who cannot see the picture would miss what it says.',
  remedy:
    'Say in a sentence what it shows, with “alt”; or write “decorative: yes” if it adds nothing to the words.',
  wrong: 'trust:\n  name: Quillbrook Learning Trust\n  logo:\n    file: images/logo.png\n',
  right:
    'trust:\n  name: Quillbrook Learning Trust\n  logo:\n    file: images/logo.png\n    alt: Quillbrook Learning Trust\n',
  source: 'Domain rule 31; WCAG 2.2, 1.1.1',
  *check(profile) {
    for (const { path, file, alt, decorative } of imagesOf(profile)) {
      if (!alt && !decorative && !profile.faulty(path)) {
        yield {
          path: [...path, 'file'],
          message: `Nothing says what the picture ${file} shows.`,
          hint: 'Add a line “alt:” that says it in words, or “decorative: yes” if it adds nothing.',
        };
      }
    }
  },
});
