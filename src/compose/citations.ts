/** How a cited source is written until the sources are numbered. */
export const citation = (id: string) => `[^${id}]`;
export const CITATION = /(?<!\\)\[\^([a-z][a-z0-9-]*)\]/g;
