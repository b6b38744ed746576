/** What was found out about one thing that the tool needs of a machine. */
export interface Finding {
  id: 'node' | 'folder' | 'temporary' | 'cache' | 'templates' | 'pictures' | 'browser' | 'page';
  /** `weak` where documents can be made in spite of it. */
  state: 'good' | 'weak' | 'bad';
  /** A sentence. */
  what: string;
  /** What to do about it; null where nothing need be done. */
  remedy: string | null;
}

export const good = (id: Finding['id'], what: string): Finding => ({
  ...{ id, state: 'good', what, remedy: null },
});

export const weak = (id: Finding['id'], what: string, remedy: string): Finding => ({
  ...{ id, state: 'weak', what, remedy },
});

export const bad = (id: Finding['id'], what: string, remedy: string): Finding => ({
  ...{ id, state: 'bad', what, remedy },
});
