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

// A run is over before code that Node optimises as soon as it seems busy has paid for the optimising,
// which takes the core that the browser needs; a few times later is soon enough for a long run.
// Each release of Node has its own name for it, and a name that it does not know would be a message.
var patience = {
  20: '--interrupt-budget=1000000',
  22: '--invocation-count-for-maglev=4000 --invocation-count-for-turbofan=30000',
  24: '--invocation-count-for-maglev=4000 --invocation-count-for-turbofan=30000',
  26: '--invocation-count-for-maglev=4000 --invocation-count-for-turbofan=30000',
}[version[0]];

Promise.all([import('node:module'), import('node:v8')])
  .then(([module, v8]) => {
    if (patience) v8.setFlagsFromString(patience);
    // Node 22 and later keep compiled code between runs, which halves the time to start.
    if (module.enableCompileCache) module.enableCompileCache();
    return import('../dist/main.js');
  })
  .then((cli) => cli.main(process.argv.slice(2)));
