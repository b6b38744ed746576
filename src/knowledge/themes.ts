import { type Face, figtree, lora, nunitoSans, sourceSans } from './faces.ts';

/** How a document can be dressed; each has a folder of its name in `templates/themes/`. */
export interface ThemeFacts {
  /** For whom it is, in a few words. */
  look: string;
  /** The faces it prints in, headings last where they have one of their own. */
  faces: readonly [Face, ...Face[]];
}

export const themeNames = ['clear', 'warm', 'plain'] as const;
export type ThemeName = (typeof themeNames)[number];

export const DEFAULT_THEME: ThemeName = 'clear';

export const themes: Readonly<Record<ThemeName, ThemeFacts>> = {
  clear: { look: 'calm and modern, for every reader', faces: [figtree] },
  warm: {
    look: 'a serif, round panels and air, for families and staff',
    faces: [nunitoSans, lora],
  },
  plain: { look: 'a paper for a meeting, which saves ink and pages', faces: [sourceSans] },
};
