#!/usr/bin/env node
// Old syntax on purpose: an old Node must be able to read this far to say that it is too old.
var version = process.versions.node.split('.').map(Number);
if (version[0] < 20 || (version[0] === 20 && version[1] < 19)) {
  process.stderr.write(
    'thriving-case needs Node.js 20.19 or later, and this is ' +
      process.versions.node +
      '. Install a newer one from nodejs.org, then run the command again.\n',
  );
  process.exit(3);
}

// A short run is over before code that Node optimises as soon as it seems busy has paid for that, and it
// takes the core that the browser needs; a little later is soon enough for a long run. Each release has
// its own names for it, and of one that it does not know it would complain aloud.
var later = '--invocation-count-for-maglev=4000 --invocation-count-for-turbofan=30000';
var patience = { 20: '--interrupt-budget=1000000', 22: later, 24: later, 26: later }[version[0]];

Promise.all([import('node:module'), import('node:v8')])
  .then((modules) => {
    if (patience) modules[1].setFlagsFromString(patience);
    // Node 22 and later keep compiled code between runs, which halves the time to start.
    if (modules[0].enableCompileCache) modules[0].enableCompileCache();
    return import('../dist/main.js');
  })
  .then((cli) => cli.main(process.argv.slice(2)));
