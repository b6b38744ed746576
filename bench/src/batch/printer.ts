// What finishing.js bundles of the tool: its printing and finishing alone.
export { nodeEffects } from '../../../src/effects/node.ts';
export { startPrinter } from '../../../src/pdf/print.ts';
