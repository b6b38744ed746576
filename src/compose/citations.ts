/** How a cited source is written until the sources are numbered. */
export const citation = (id: string) => `[^${id}]`;
/** Not where a backslash escapes it; two of them are a backslash that was typed. */
export const CITATION = /(?<=(?<!\\)(?:\\\\)*)\[\^([a-z][a-z0-9-]*)\]/g;
