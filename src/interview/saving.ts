import { sentenceList } from '../compose/words.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Dialogue } from './dialogue.ts';
import type { Sitting } from './sitting.ts';

/** Puts what was replied into the profile, and says so, or why not. */
export async function saveAndSay({
  sitting,
  dialogue,
  inWords,
}: {
  sitting: Sitting;
  dialogue: Dialogue;
  inWords: (diagnostics: readonly Diagnostic[]) => Promise<string>;
}): Promise<'saved' | 'disputed' | 'kept'> {
  const saved = await sitting.save();
  switch (saved.outcome) {
    case 'disputed':
      return 'disputed';
    case 'unreadable':
      dialogue.say(
        { text: await inWords(saved.diagnostics), asIs: true },
        {
          text: 'The profile cannot be read at the moment, so nothing was changed in it. Your answers are kept. Put the file right, then run the command again.',
        },
      );
      return 'kept';
    case 'unsafe': {
      const { stringify } = await import('yaml');
      dialogue.say(
        {
          text: 'The profile is written in a way that cannot be changed safely, so nothing was changed in it. Your answers are kept. This is what it should say:',
        },
        { text: stringify(saved.profile), asIs: true },
      );
      return 'kept';
    }
    case 'saved': {
      const { files, copies, waiting } = saved;
      if (files.length > 0) {
        const kept =
          copies.length > 0 ? ` What was there before is in ${sentenceList(copies)}.` : '';
        dialogue.say({ text: `Your answers are in ${sentenceList(files)}.${kept}` });
      }
      if (waiting.length > 0) {
        dialogue.say(
          {
            text: 'These are kept, but wait for an answer they belong to:',
          },
          ...waiting.map(({ subject }) => ({ lead: ' -  ', text: subject, close: true })),
        );
      }
      return 'saved';
    }
  }
}
