/*
 * Characters that nobody can see, as parts of a regular expression’s class (with the flag `u`). One
 * list, so that what the interview takes out, what the rules report and what a terminal is spared
 * cannot come to differ by accident.
 */

/**
 * Control characters, halves of characters, spaces of no width, marks that turn the direction of
 * writing, line ends other than ours. Joiners are not among them: Urdu, Persian and picture
 * characters need them. Nor is the soft hyphen.
 */
export const INVISIBLE = String.raw`\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff`;

/** What is left where a character could not be read. */
export const UNREADABLE = String.raw`\ufffc\ufffd`;

export const SOFT_HYPHEN = String.raw`\u00ad`;

/** All that has no shape of its own, now or in a later version of Unicode. */
export const SHAPELESS = String.raw`\p{Cf}\p{DI}`;
