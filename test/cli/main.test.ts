import process from 'node:process';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { main } from '../../src/cli/main.ts';
import type { Effects } from '../../src/effects/effects.ts';
import { tool } from '../../src/tool.ts';

const program = vi.hoisted(() => ({
  run: (_argv: unknown, _effects: unknown) => Promise.resolve(0),
}));
vi.mock('../../src/cli/program.ts', () => ({
  run: (argv: readonly string[], effects: Effects) => program.run(argv, effects),
}));

const events = ['SIGINT', 'SIGTERM', 'SIGHUP', 'uncaughtException'] as const;
let before: Map<string, unknown[]>;
let exit: ReturnType<typeof spyOnExit>;
let said: string;

function spyOnExit() {
  return vi.spyOn(process, 'exit').mockImplementation((() => {}) as unknown as typeof process.exit);
}

beforeEach(() => {
  before = new Map(events.map((event) => [event, process.listeners(event as 'SIGINT')]));
  // Vitest’s own listener would call an exception a failure of the test.
  process.removeAllListeners('uncaughtException');
  exit = spyOnExit();
  said = '';
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    said += String(text);
    return true;
  });
});

afterEach(() => {
  process.exitCode = undefined;
  for (const stream of [process.stdout, process.stderr]) {
    const ours = stream.listeners('error').at(-1);
    if (ours) stream.off('error', ours as () => void);
  }
  for (const event of events) {
    process.removeAllListeners(event);
    for (const listener of before.get(event) ?? [])
      process.on(event as 'SIGINT', listener as () => void);
  }
});

describe('the command', () => {
  it('ends with the code of its run', async () => {
    program.run = () => Promise.resolve(1);
    await main(['check']);
    expect(process.exitCode).toBe(1);
    expect(exit).not.toHaveBeenCalled();
  });

  it('does not read as a pass while its run has no result', () => {
    program.run = () => new Promise(() => {});
    void main(['build']);
    expect(process.exitCode).toBe(2);
  });

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'tells its run of %s once, and does not wait for a second',
    async (signal) => {
      const interrupted: AbortSignal[] = [];
      let finish = (_: number) => {};
      program.run = (_, effects) => {
        interrupted.push((effects as Effects).interrupted);
        return new Promise((resolve) => {
          finish = resolve;
        });
      };
      const running = main(['build']);
      process.emit(signal);
      expect(interrupted[0]?.aborted).toBe(true);
      expect(exit).not.toHaveBeenCalled();
      process.emit(signal);
      expect(exit).toHaveBeenCalledWith(130);
      finish(0);
      await running;
      expect(process.exitCode).toBe(130);
    },
  );
});

describe('a fault of ours', () => {
  const thrown = new Error('Out of cheese');

  it('is told as one, without a stack, and ends with 2', async () => {
    program.run = () => Promise.reject(thrown);
    await main(['build']);
    expect(process.exitCode).toBe(2);
    expect(said).toBe(
      `This should not have happened: Out of cheese
It is a fault in thriving-case, not in your profile. Your files are unharmed.
To see where it happened, add --debug. Please report it with the version (${tool().version}), Node ${process.versions.node} and the command you typed.
`,
    );
  });

  it('is told with its stack where --debug asks for it', async () => {
    program.run = () => Promise.reject(thrown);
    await main(['build', '--debug']);
    expect(said).toContain('Error: Out of cheese\n    at ');
    expect(said).not.toContain('add --debug');
  });

  it('is told the same way where nobody caught it, and the command ends', async () => {
    program.run = () => new Promise(() => {});
    void main(['build']);
    process.emit('uncaughtException', thrown);
    expect(said).toContain('This should not have happened: Out of cheese');
    expect(process.exitCode).toBe(2);
    expect(exit).toHaveBeenCalledWith();
  });

  it('may be something that is no error', async () => {
    program.run = () => Promise.reject('cheese');
    await main(['build', '--debug']);
    expect(said).toContain('This should not have happened: cheese\n');
  });
});

describe('a reader that closes the pipe early', () => {
  it('is no fault, on either stream', async () => {
    await main(['schema']);
    const closed = Object.assign(new Error('write EPIPE'), { code: 'EPIPE' });
    expect(() => process.stdout.emit('error', closed)).not.toThrow();
    expect(() => process.stderr.emit('error', closed)).not.toThrow();
  });

  it('is told apart from a stream that fails for another reason', async () => {
    await main(['schema']);
    const full = Object.assign(new Error('write ENOSPC'), { code: 'ENOSPC' });
    expect(() => process.stdout.emit('error', full)).toThrow('ENOSPC');
  });
});
