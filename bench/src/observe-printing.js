// Loaded into the tool before it starts: notes when it asks its browser to print, when it has the PDF,
// and when it ends the browser, which has then nothing left to do because the PDF is finished.
import childProcess from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import process from 'node:process';

const record = process.env.BENCH_PRINTING_RECORD ?? '';
/** @type {{ asked: number[], had: number[], ended: number }} */
const times = { asked: [], had: [], ended: 0 };

const { spawn } = childProcess;
childProcess.spawn = /** @type {typeof spawn} */ (
  (/** @type {string} */ file, /** @type {string[]} */ args, /** @type {any} */ options) => {
    const child = spawn(file, args, options);
    const pipe = args.includes('--remote-debugging-pipe')
      ? /** @type {any} */ (child.stdio[3])
      : null;
    if (pipe) {
      const { write } = pipe;
      pipe.write = (/** @type {string} */ message, /** @type {unknown[]} */ ...rest) => {
        if (message.includes('"method":"Page.printToPDF"')) times.asked.push(performance.now());
        // The stream of the PDF is closed as soon as its last part is there.
        if (message.includes('"method":"IO.close"')) times.had.push(performance.now());
        return write.call(pipe, message, ...rest);
      };
    }
    return child;
  }
);
syncBuiltinESMExports();

const { kill } = process;
process.kill = (pid, signal) => {
  if (signal === 'SIGKILL') times.ended ||= performance.now();
  return kill.call(process, pid, signal);
};

process.on('exit', () => writeFileSync(record, JSON.stringify(times)));
