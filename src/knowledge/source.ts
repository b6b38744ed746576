/** Where a piece of knowledge comes from, so that it can be checked and kept up to date. */
export interface Source {
  title: string;
  publisher: string;
  /** ISO date, or the month or year where no day is known. */
  published?: string;
  url?: string;
}
