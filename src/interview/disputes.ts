import type { Value } from '../profile/yaml/values.ts';
import type { Next } from './ask.ts';
import { commandIn } from './commands.ts';
import type { Dialogue } from './dialogue.ts';
import { valueAt } from './place.ts';
import { inWords, numbered } from './screens.ts';
import type { Sitting } from './sitting.ts';
import { type Step, shortened } from './steps.ts';

/** Asks of each answer that the profile no longer says which of the two counts. */
export async function settle(
  steps: readonly Step[],
  { sitting, dialogue }: { sitting: Sitting; dialogue: Dialogue },
): Promise<Exclude<Next, 'back'>> {
  for (const step of steps) {
    const { reply, differs, subject } = step;
    if (!reply || !('answer' in reply)) continue;
    const file = differs.map(({ at }) => valueAt(sitting.progress.profile, at));
    const says = file.find((value) => value !== undefined);
    for (let settled = false; !settled; ) {
      const heard = await dialogue.hear(
        { text: 'The profile was changed since you answered.' },
        { text: subject, strong: true },
        { text: `Your answer was: ${inWords(reply.answer, step)}`, close: true },
        {
          text: says === undefined ? 'The file no longer has it.' : `The file says: ${shown(says)}`,
          close: true,
        },
        ...numbered(['Keep what the file says', 'Put my answer in its place']),
        { text: 'Type a number and press Enter.' },
      );
      if (heard === 'interrupted') return 'interrupted';
      const line = heard.lines.join(' ').trim();
      if (commandIn(line)?.command === 'stop') return 'stop';
      if (line === '1') await sitting.record(step, { keep: true });
      else if (line === '2') {
        await sitting.record(step, { ...reply, over: true });
      } else continue;
      settled = true;
    }
  }
  return 'on';
}

function shown(value: Value): string {
  return shortened(typeof value === 'string' ? value : JSON.stringify(value), 200);
}
