import { createPrompt, isEnterKey, useEffect, useKeypress, useRef, useState } from '@inquirer/core';

/** What was typed or pasted up to Enter; null where the terminal went away. */
export type Entered = readonly string[] | null;

/**
 * How long, in milliseconds, after Enter more can still be a part of the same paste. Terminals that mark
 * what is pasted do not need it; the others send all of it within a few.
 */
const SAME_PASTE = 25;

const SIGN = '> ';

/**
 * Reads a line. A paste of several lines is one answer: it never runs on into the next questions. Nothing
 * is drawn while it comes in, so that a long one does not take its time.
 */
export const linePrompt = createPrompt<Entered, { before: () => void }>(({ before }, done) => {
  const [shown, show] = useState<readonly string[]>(['']);
  const lines = useRef<string[]>([]);
  const line = useRef('');
  const pasting = useRef(false);
  const returned = useRef(false);
  const ending = useRef<NodeJS.Timeout | undefined>(undefined);
  const drawing = useRef<NodeJS.Immediate | undefined>(undefined);
  const started = useRef(false);

  // What is asked appears when answers are listened to, and not before: what is typed in between is lost.
  if (!started.current) before();
  started.current = true;

  useEffect((readline) => {
    const away = () => done(null);
    readline.on('close', away);
    return () => {
      readline.removeListener('close', away);
      clearTimeout(ending.current);
      clearImmediate(drawing.current);
    };
  }, []);

  const finish = () => {
    const all = [...lines.current];
    show(all);
    done(all);
  };

  useKeypress((key, readline) => {
    const { name } = key as { name: string };
    clearTimeout(ending.current);
    // Windows ends a line with two signs.
    const second = name === 'enter' && returned.current;
    returned.current = name === 'return';
    if (name === 'paste-start' || name === 'paste-end') {
      pasting.current = name === 'paste-start';
    } else if (isEnterKey(key)) {
      if (!second) lines.current.push(line.current);
      line.current = '';
      if (!pasting.current) ending.current = setTimeout(finish, SAME_PASTE);
    } else {
      line.current = readline.line;
    }
    clearImmediate(drawing.current);
    if (!pasting.current) {
      drawing.current = setImmediate(() => show([...lines.current, line.current]));
    }
  });

  return shown.map((text) => SIGN + text).join('\n');
});
