import { fleschKincaid } from 'flesch-kincaid';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Edition } from '../knowledge/editions.ts';
import { LEAST_WORDS, syllablesOf, wordsOf } from '../profile/reading-ease.ts';
import { sentencesOf } from '../profile/sentences.ts';

/**
 * A note where a document asks more of its readers than its edition means to. Its paragraphs, answers
 * and lists are read; not its tables, its sources or the head that every document has.
 */
export function hardToRead({ id, grade: most }: Edition, markdown: string): Diagnostic[] {
  const grade = gradeOf(markdown);
  if (grade === null || Math.round(grade) <= most) return [];
  return [
    {
      code: 'edition-hard-to-read',
      severity: 'info',
      message: `The edition “${id}” reads like a text for someone of ${Math.round(grade) + 5}, on average; it aims for ${most + 5}.`,
      hint: 'Look for long words and long sentences in what it tells, and say the same more simply.',
      file: null,
      range: null,
    },
  ];
}

/** The school grade (US, by Flesch and Kincaid) of what a document says; null where that is too little. */
export function gradeOf(markdown: string): number | null {
  const text = markdown
    .replace(/^---\n[\s\S]*?\n---\n/, '')
    .split(/^<!-- section: /m)
    .filter((section) => !/^(?:masthead|cover|contents|gaps|sources|contacts)\b/.test(section))
    .join('\n')
    .split('\n')
    .filter((line) => !/^(?:[#|!]|> ?\[|[a-z-]+ .*-->$|\*\*.*\*\*$)/.test(line))
    .join('\n')
    .replace(/\[\^\d+\]|_See:.*?_|[*_>\\]/g, ' ')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1');
  const words = wordsOf(text);
  if (words.length < LEAST_WORDS) return null;
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0);
  return fleschKincaid({
    sentence: sentencesOf(text).length,
    word: words.length,
    syllable: syllables,
  });
}
