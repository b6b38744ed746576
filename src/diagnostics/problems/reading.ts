import type { Explanation } from '../explanation.ts';

/** Problems of finding a profile and reading its YAML. */
export const readingProblems = {
  'no-profile': {
    severity: 'error',
    title: 'No profile found',
    why: 'Every document is made from a profile; without one there is nothing to build.',
    remedy:
      'Name the folder that holds trust.yaml, or the YAML file itself, after the command. Without a name, the nearest trust.yaml in this folder or one above it is used.',
  },
  'unreadable-file': {
    severity: 'error',
    title: 'A file that cannot be read',
    why: 'A document made from half a profile would hide what the other half says.',
    remedy: 'Check that the file exists, that the drive is connected and that you may read it.',
  },
  'unused-file': {
    severity: 'warning',
    title: 'A file that no part of the profile uses',
    why: 'What is in it will not be in the document.',
    remedy: 'Rename it to the part it holds, such as schools.yaml, or move it elsewhere.',
  },
  'empty-profile': {
    severity: 'error',
    title: 'An empty profile',
    why: 'There is nothing to build from.',
    remedy: 'Give at least the trust’s name.',
    wrong: '# nothing yet\n',
    right: 'trust:\n  name: Quillbrook Learning Trust\n',
  },
  'not-text': {
    severity: 'error',
    title: 'A file that is not text in UTF-8',
    why: 'Read in another encoding, accents and pound signs would turn into other characters.',
    remedy: 'Save the file again as plain text with the encoding UTF-8.',
  },
  'profile-too-large': {
    severity: 'error',
    title: 'A profile that is too large',
    why: 'A file of this size is almost always the wrong file, and would fill the memory.',
    remedy: 'Check that it is the right file; keep pictures and data in files of their own.',
  },
  'profile-too-deep': {
    severity: 'error',
    title: 'Groups too deep inside one another',
    why: 'No part of a profile needs it, so a line is set in wrongly.',
    remedy: 'Look for a line that is set in too far, or brackets within brackets.',
  },
  'misplaced-part': {
    severity: 'error',
    title: 'A part in the wrong file',
    why: 'A part that stands in two places, or where nobody looks for it, goes out of date unseen.',
    remedy:
      'A file such as schools.yaml holds only the key of its name. Keep each part in one file.',
  },
  'yaml-syntax': {
    severity: 'error',
    title: 'A line that is not valid YAML',
    why: 'From here on it is no longer certain which text belongs to which key.',
    remedy:
      'Write “key: value” with a space after the colon, line up the keys of a group with spaces, and put a text that holds “: ” or begins with a special character in quotation marks.',
    wrong: 'growth:\n  why_now: Three reasons: people, time and money.\n',
    right: 'growth:\n  why_now: "Three reasons: people, time and money."\n',
  },
  'yaml-tab': {
    severity: 'error',
    title: 'A tab at the start of a line',
    why: 'YAML counts spaces to see what belongs together; a tab has no fixed width.',
    remedy: 'Use two spaces for each level. Most editors can be set to do so for you.',
    wrong: 'growth:\n\twhy_now: We have the people.\n',
    right: 'growth:\n  why_now: We have the people.\n',
  },
  'yaml-tag': {
    severity: 'error',
    title: 'A YAML tag',
    why: 'A profile may come from someone you do not know; it holds text, never instructions.',
    remedy: 'Delete the tag. Put a text that begins with ! in quotation marks.',
    wrong: 'growth:\n  why_now: !important We have the people.\n',
    right: 'growth:\n  why_now: We have the people.\n',
  },
  'yaml-alias': {
    severity: 'error',
    title: 'A reference to something that is not there, or that repeats too much',
    why: 'An asterisk at the start of a text refers to another part of the file.',
    remedy: 'Put the text in quotation marks, or mark what it refers to with & above it.',
    wrong: 'growth:\n  why_now: *reasons\n',
    right: 'growth:\n  why_now: We have the people.\n',
  },
  'yaml-documents': {
    severity: 'error',
    title: 'More than one document in a file',
    why: 'Only the first would be read, and the rest would be lost without a word.',
    remedy: 'Delete the line of three hyphens.',
    wrong:
      'growth:\n  why_now: We have the people.\n---\nrisks:\n  - risk: Too many schools at once.\n',
    right: 'growth:\n  why_now: We have the people.\nrisks:\n  - risk: Too many schools at once.\n',
  },
  'duplicate-key': {
    severity: 'error',
    title: 'The same key twice',
    why: 'Only one of the two would count, and it may not be the one you last changed.',
    remedy: 'Join the two, or delete one.',
    wrong: 'growth:\n  pace: One school a year.\n  pace: Two schools a year.\n',
    right: 'growth:\n  pace: Two schools a year.\n',
  },
} as const satisfies Record<string, Explanation>;
