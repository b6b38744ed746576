/** @import { Plugin } from 'esbuild' */

/**
 * Packages whose modules do nothing by being loaded, though they do not say so (`sideEffects`): what we
 * import nothing from is left out.
 */
const QUIET = /[\\/]node_modules[\\/]@cantoo[\\/]pdf-lib[\\/]/;

/**
 * What libraries load at once for uses that are not ours: Puppeteer downloads browsers through a proxy,
 * and reaches one that runs elsewhere through a socket. We do neither, and they are half of what a
 * start would parse.
 */
const UNUSED = /^(proxy-agent|ws)$/;

/**
 * Keeps out of the bundle what is never run: parsing it takes longer than the work itself.
 *
 * @type {Plugin}
 */
export const lean = {
  name: 'lean',
  setup({ onResolve, onLoad, resolve }) {
    onResolve({ filter: UNUSED }, ({ path }) => ({ path, namespace: 'unused' }));
    onLoad({ filter: /.*/, namespace: 'unused' }, ({ path }) => ({
      contents: `
        export class ProxyAgent {}
        export default class Unused { constructor() { throw new Error('${path} is not in the bundle.'); } }
      `,
    }));
    onResolve({ filter: /pdf-lib|^\./ }, async ({ path, pluginData, ...where }) => {
      const inside = path.startsWith('@cantoo/pdf-lib') || QUIET.test(where.importer);
      if (pluginData === QUIET || !inside) return undefined;
      const { kind, importer, namespace, resolveDir } = where;
      const found = await resolve(path, {
        kind,
        importer,
        namespace,
        resolveDir,
        pluginData: QUIET,
      });
      return { ...found, sideEffects: false };
    });
  },
};
