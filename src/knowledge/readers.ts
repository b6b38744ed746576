/** The kinds of reader a document is for. */
export const readers = ['governors', 'headteachers', 'staff', 'families', 'community'] as const;

export type Reader = (typeof readers)[number];

/** How people name each kind of reader in a sentence, such as “for staff and unions”. */
export const readerWords: Record<Reader, RegExp> = {
  governors: /govern|board/i,
  headteachers: /head/i,
  staff: /staff|union|teacher/i,
  families: /famil|parent|carer/i,
  community: /communit|neighbour|partner|parish|resident/i,
};
