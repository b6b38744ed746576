import { sections } from '../../knowledge/sections.ts';
import { audience, list, named, part } from './parts.ts';
import { choice, line } from './scalars.ts';

export const ownEditions = named(
  'Documents of your own, each under a short name; or, under the name of one of ours, what is to be other than we have it.',
  part('A document for some readers.', {
    title: line('What it is called: “For clerks”.').optional(),
    readers: audience.optional(),
    purpose: line('A sentence at its head that says what it is.').optional(),
    sections: list(
      'Its sections, in order. The head and the sources come by themselves.',
      choice([...sections.keys()], 'A section.'),
    ).optional(),
  }),
);
