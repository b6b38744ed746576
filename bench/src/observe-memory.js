// Loaded into the tool before it starts: notes the most memory it held, in bytes.
import { writeFileSync } from 'node:fs';
import process from 'node:process';

process.on('exit', () => {
  const { maxRSS } = process.resourceUsage();
  writeFileSync(process.env.BENCH_MEMORY_RECORD ?? '', String(maxRSS * 1024));
});
