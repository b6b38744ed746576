import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { describe, expect, it } from 'vitest';
import { spawnCli } from '../support/cli.ts';
import { folderWith } from '../support/folder.ts';
import { journalIn, profileIn } from '../support/interview.ts';
import { Terminal } from '../support/terminal.ts';

const NOBODY = 65_534;

const isRoot = process.getuid?.() === 0;

describe('init in a terminal', () => {
  it('asks, takes answers and writes the profile', async () => {
    const folder = folderWith();
    const terminal = new Terminal(['init', '--only', 'trust'], { cwd: folder });
    await terminal.asks('What is the name of your trust?');
    terminal.enter('Ynys Môn Æthelflæd Trust — “Gwên”');
    await terminal.asks('What is your trust for?');
    terminal.enter('Every child known by name,');
    terminal.enter('in every school.');
    terminal.enter();
    await terminal.asks('Which schools are in your trust?');
    terminal.enter('Ysgol Fôn');
    terminal.enter();
    await terminal.asks('What next?');
    terminal.enter('2');
    expect((await terminal.exited).exitCode).toBe(0);
    expect(terminal.text).toContain('Your answers are in trust.yaml.');
    expect(profileIn(folder)).toContain('name: Ynys Môn Æthelflæd Trust — “Gwên”');
    expect(profileIn(folder)).toContain('vision: Every child known by name, in every school.');
    expect(profileIn(folder)).toContain('- name: Ysgol Fôn');
  });

  it('says everything in 40 columns without colour', async () => {
    const folder = folderWith();
    const terminal = new Terminal(['init', '--only', 'cost'], {
      cwd: folder,
      columns: 40,
      env: { NO_COLOR: '1' },
    });
    await terminal.asks('How does a school pay for what the trust does?');
    terminal.enter('?');
    await terminal.sees('put it in quotation marks.');
    terminal.enter('1');
    await terminal.asks('What share does a school pay?');
    terminal.enter('lots');
    await terminal.sees('Type it as 5%');
    terminal.enter('stop');
    expect((await terminal.exited).exitCode).toBe(0);
    for (const line of terminal.text.split('\n')) expect(line.length).toBeLessThanOrEqual(40);
    // No colour and no weight; to move the cursor takes signs of its own.
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what is looked for.
    expect(terminal.raw).not.toMatch(/\u001b\[[\d;]*m/);
  });

  it('sets questions off in bold, where the terminal can', async () => {
    const terminal = new Terminal(['init', '--only', 'trust'], { cwd: folderWith() });
    await terminal.asks('What is the name of your trust?');
    expect(terminal.raw).toContain('\u001b[1mWhat is the name of your trust?');
  });

  it('stops at Ctrl-C, says what is kept, and goes on where it was', async () => {
    const folder = folderWith();
    const first = new Terminal(['init'], { cwd: folder });
    await first.asks('What is the name of your trust?');
    first.enter('Otterwick Learning Trust');
    await first.asks('What is your trust for?');
    first.type('Half a sen\u0003');
    expect((await first.exited).exitCode).toBe(130);
    expect(first.text).toContain('Your answer is kept.');
    expect(first.text).toContain('To go on:\n  npx thriving-case init');

    const second = new Terminal(['init'], { cwd: folder });
    await second.asks('Welcome back.');
    second.enter();
    await second.asks('What is your trust for?');
  });

  it('keeps every answer when its window is closed', async () => {
    const folder = folderWith();
    const terminal = new Terminal(['init'], { cwd: folder });
    await terminal.asks('What is the name of your trust?');
    terminal.enter('Otterwick Learning Trust');
    await terminal.asks('What is your trust for?');
    terminal.kill('SIGHUP');
    expect((await terminal.exited).exitCode).toBe(130);
    expect(journalIn(folder)).toContain('Otterwick Learning Trust');
  });

  it('stops where there is no more input', async () => {
    const terminal = new Terminal(['init'], { cwd: folderWith() });
    await terminal.asks('What is the name of your trust?');
    terminal.type('\u0004');
    expect((await terminal.exited).exitCode).toBe(130);
  });

  it.each([
    ['that the terminal marks', '\u001b[200~', '\u001b[201~'],
    ['that it does not mark', '', ''],
  ])('takes a paste of several lines %s as one answer', async (_, start, end) => {
    const folder = folderWith();
    const terminal = new Terminal(['init', '--only', 'trust'], { cwd: folder });
    await terminal.asks('What is the name of your trust?');
    terminal.type(`${start}Otterwick\rLearning Trust${end}\r`);
    await terminal.asks('What is your trust for?');
    terminal.type(`${start}Known by name.\r\rTaught well.${end}\r`);
    terminal.enter();
    await terminal.asks('Which schools');
    terminal.type(`${start}\u2022\tOne School\r\u2022\tTwo School\r1. Three School${end}\r`);
    await terminal.sees('Three School');
    terminal.enter();
    await terminal.asks('What next?');
    terminal.enter('2');
    await terminal.exited;
    expect(profileIn(folder)).toContain('name: Otterwick Learning Trust\n');
    expect(profileIn(folder)).toContain('vision: |-\n    Known by name.\n\n    Taught well.\n');
    expect(profileIn(folder)).toContain(
      'schools:\n  - name: One School\n  - name: Two School\n  - name: Three School\n',
    );
  });

  it('takes a long answer without delay, and one that is too long not at all', async () => {
    const folder = folderWith();
    const terminal = new Terminal(['init', '--only', 'trust'], { cwd: folder });
    await terminal.asks('What is the name of your trust?');
    terminal.type(`\u001b[200~${'long '.repeat(1000)}\u001b[201~\r`);
    await terminal.sees('there is room for 400');
    terminal.enter('Otterwick');
    await terminal.asks('What is your trust for?');
    terminal.type(`\u001b[200~${'word '.repeat(1000)}\u001b[201~\r`);
    terminal.enter();
    await terminal.asks('Which schools');
    expect(journalIn(folder)).toContain('word '.repeat(999));
  });

  it('opens the person’s own editor for a long answer', async () => {
    const folder = folderWith({
      'write.mjs':
        "import { writeFileSync } from 'node:fs'; writeFileSync(process.argv[2], 'Written elsewhere.\\n');",
    });
    const editor = `"${process.execPath}" "${path.join(folder, 'write.mjs')}"`;
    const terminal = new Terminal(['init', '--only', 'trust'], {
      cwd: folder,
      env: { VISUAL: '', EDITOR: editor },
    });
    await terminal.asks('What is the name of your trust?');
    terminal.enter('Otterwick');
    await terminal.asks('What is your trust for?');
    terminal.enter('edit');
    await terminal.asks('Which schools');
    expect(journalIn(folder)).toContain('Written elsewhere.');
  });

  it('tells a second interview in the same folder about the first', async () => {
    const folder = folderWith();
    const first = new Terminal(['init'], { cwd: folder });
    await first.asks('What is the name of your trust?');
    const second = new Terminal(['init'], { cwd: folder });
    expect((await second.exited).exitCode).toBe(2);
    expect(second.text.replace(/\s+/g, ' ')).toContain('Somebody is answering questions for');
    first.enter('Otterwick');
    await first.asks('What is your trust for?');
  });

  it('does not let a process that was killed keep the folder', async () => {
    const folder = folderWith();
    const first = new Terminal(['init'], { cwd: folder });
    await first.asks('What is the name of your trust?');
    first.kill();
    await first.exited;
    const second = new Terminal(['init'], { cwd: folder });
    await second.asks('What is the name of your trust?');
  });

  it('says at once when it may not write in a folder', async () => {
    const folder = folderWith();
    const locked = path.join(folder, 'locked');
    mkdirSync(locked);
    chmodSync(locked, 0o555);
    if (isRoot) chmodSync(folder, 0o755);
    const terminal = new Terminal(['init'], { cwd: locked, ...(isRoot ? { uid: NOBODY } : {}) });
    const { exitCode } = await terminal.exited;
    expect(terminal.text.replace(/\s+/g, ' ')).toContain('You may not write in the folder locked');
    expect(exitCode).toBe(2);
  });

  it('says what is wrong with a file that it cannot read, and asks nothing', async () => {
    const folder = folderWith({ 'trust.yaml': 'trust:\n  name: "Otterwick\n' });
    const terminal = new Terminal(['init'], { cwd: folder });
    expect((await terminal.exited).exitCode).toBe(1);
    expect(terminal.text).toContain('A quotation mark is opened here and never closed.');
    expect(terminal.text).toContain('Put this right, then run the command again.');
  });
});

describe('init without a terminal', () => {
  it('says so at once, and what to type', async () => {
    const { code, stderr } = await spawnCli(['init'], { cwd: folderWith() }).finished;
    expect(code).toBe(3);
    expect(stderr).toContain('--answers');
  });
});

describe('a process that is killed', () => {
  const answers: Readonly<Record<string, string>> = {
    'How does a school pay': '1',
    'What share does a school pay?': '5%',
    'It is a share of what?': '',
    'What money does the trust never take': 'pupil premium',
    'About how much is that': 'skip',
    'What does a school get for it?': 'Finance\rLegal advice',
    'what would it cost a school, all told?': '5%, all told.',
  };

  /** Answers until so many questions were answered, then kills the process or lets it end. */
  async function go(
    folder: string,
    argv: string[],
    script: typeof answers,
    most = Number.POSITIVE_INFINITY,
  ) {
    const terminal = new Terminal(argv, { cwd: folder });
    const questions = Object.keys(script);
    const any = new RegExp(
      [...questions, 'To go on, press Enter', 'press Enter to go on', 'What next?']
        .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ /g, '\\s+'))
        .join('|'),
    );
    for (let count = 0; ; ) {
      const screen = (await terminal.asks(any)).replace(/\s+/g, ' ');
      if (screen.includes('What next?')) {
        terminal.enter(/(\d+) Stop here/.exec(screen)?.[1] ?? '');
        await terminal.exited;
        return;
      }
      if (count === most) {
        terminal.kill();
        await terminal.exited;
        return;
      }
      const question = questions.find((part) => screen.includes(part));
      if (question !== undefined) count += 1;
      terminal.enter(question === undefined ? '' : (script[question] ?? ''));
      if (question && screen.includes('press Enter on an empty line')) terminal.enter();
    }
  }

  it('at each question of a part in turn comes to the same file as one that is not', async () => {
    const whole = folderWith({ 'trust.yaml': 'trust:\n  name: A # ours\n' });
    const argv = ['init', '--only', 'cost'];
    await go(whole, argv, answers);
    expect(profileIn(whole)).toContain('excludes: pupil premium');
    const places = Object.keys(answers).length;
    await Promise.all(
      Array.from({ length: places }, async (_, most) => {
        const folder = folderWith({ 'trust.yaml': 'trust:\n  name: A # ours\n' });
        await go(folder, argv, answers, most);
        await go(folder, argv, answers);
        expect(profileIn(folder)).toBe(profileIn(whole));
      }),
    );
  });

  it.runIf(process.env.LONG_TESTS)(
    'at each question of the whole first draft in turn comes to the same file',
    { timeout: 1_800_000 },
    async () => {
      const { firstDraft } = await import('../support/answers.ts');
      const script = Object.fromEntries(
        Object.entries(firstDraft).map(([question, answer]) => [
          question,
          [answer].flat().join('\r'),
        ]),
      );
      const whole = folderWith();
      await go(whole, ['init'], script);
      for (let most = 0; most < Object.keys(script).length; most += 1) {
        const folder = folderWith();
        await go(folder, ['init'], script, most);
        await go(folder, ['init'], script);
        expect(profileIn(folder)).toBe(profileIn(whole));
      }
    },
  );

  it('leaves a file whole that was being written', async () => {
    const folder = folderWith();
    writeFileSync(path.join(folder, 'trust.yaml'), 'trust:\n  name: A\n');
    const terminal = new Terminal(['init', '--only', 'growth'], { cwd: folder });
    await terminal.asks('To go on, press Enter');
    terminal.enter();
    await terminal.asks('How many schools do you take');
    terminal.enter('One a year.');
    terminal.enter();
    await terminal.asks('How large');
    terminal.enter('stop');
    terminal.kill();
    await terminal.exited;
    expect(profileIn(folder)).toMatch(
      /^trust:\n {2}name: A\n(growth:\n {2}pace: One a year\.\n)?$/,
    );
  });
});
