/** The kinds of reader a document is for. */
export const readers = ['governors', 'headteachers', 'staff', 'families', 'community'] as const;

export type Reader = (typeof readers)[number];
