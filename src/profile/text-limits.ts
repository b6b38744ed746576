/** How long a text may be, in characters. */
export const TEXT_LIMITS = { line: 400, prose: 6_000 } as const;
