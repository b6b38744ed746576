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

import('node:module')
  .then((module) => {
    // Node 22 and later keep compiled code between runs, which halves the time to start.
    if (module.enableCompileCache) module.enableCompileCache();
    return import('../dist/main.js');
  })
  .then((cli) => cli.main(process.argv.slice(2)));
