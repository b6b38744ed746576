import type { PrincipleId } from './principles.ts';
import type { Source } from './source.ts';

/**
 * A frame in which others judge trusts, and where each of its parts stands in the six principles. A
 * part may stand under several. Frames change: each has the day it was last looked at.
 */
export interface Framework {
  id: string;
  /** As the document names it. */
  name: string;
  /** What its parts are called: pillars, domains. */
  partsAre: string;
  parts: readonly { name: string; principles: readonly PrincipleId[] }[];
  /** What a reader must know of its standing. */
  note: string;
  source: Source;
  asOf: string;
}

export const frameworks = [
  {
    id: 'dfe',
    name: 'The Department for Education’s trust quality descriptions',
    partsAre: 'pillar',
    parts: [
      { name: 'High-quality and inclusive education', principles: ['improvement'] },
      { name: 'School improvement', principles: ['improvement'] },
      { name: 'Workforce', principles: ['people'] },
      { name: 'Finance and operations', principles: ['resources'] },
      { name: 'Governance and leadership', principles: ['vision', 'governance'] },
    ],
    note: 'None of the five pillars is about the community. New Trust Standards are to take their place.',
    source: {
      title: 'Regional directors’ decision-making framework',
      publisher: 'Department for Education',
      published: '2023-07-06',
      url: 'https://www.gov.uk/government/publications/regional-directors-decision-making-framework/regional-directors-decision-making-framework',
    },
    asOf: '2026-11',
  },
  {
    id: 'cst',
    name: 'The Confederation of School Trusts’ assurance framework',
    partsAre: 'domain',
    parts: [
      { name: 'Governance', principles: ['governance'] },
      { name: 'Leadership', principles: ['vision'] },
      { name: 'High-quality, inclusive education', principles: ['improvement'] },
      { name: 'School improvement', principles: ['improvement'] },
      { name: 'Workforce', principles: ['people'] },
      { name: 'Finance and operations', principles: ['resources'] },
      { name: 'Public benefit', principles: ['community'] },
    ],
    note: 'It is for a trust to find out about itself, not to be graded by.',
    source: {
      title: 'Building strong trusts: assurance framework',
      publisher: 'Confederation of School Trusts',
      url: 'https://cstuk.org.uk/knowledge/guidance-and-policy/building-strong-trusts-assurance-framework/',
    },
    asOf: '2026-11',
  },
] as const satisfies readonly Framework[];

export const frameworkIds = frameworks.map(({ id }) => id);
