/** A piece of what is said: a paragraph, or a line of a list behind its sign or number. */
export interface Block {
  text: string;
  /** What stands before the first line, in a column of its own. */
  lead?: string;
  /** Set off where the terminal can do so; says nothing that the words do not. */
  strong?: boolean;
  /** Its lines stay as they are. */
  asIs?: boolean;
  /** Follows the block before it without an empty line. */
  close?: boolean;
}

/** What came back: the lines that were typed or pasted, or that the person went away. */
export type Heard = { lines: string[] } | 'interrupted';

/** The conversation with a person: a terminal, or in tests a script. */
export interface Dialogue {
  say(...blocks: Block[]): void;
  /** Says something, then waits for an answer. Several lines come back where several were pasted. */
  hear(...blocks: Block[]): Promise<Heard>;
  /** Lets a person write in an editor of their own; undefined where there is none. */
  edit(text: string): Promise<string | undefined>;
}
