import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { editions, prospectus } from '../../src/knowledge/editions.ts';
import { principleIds, principles } from '../../src/knowledge/principles.ts';
import { root } from '../support/cli.ts';

const sections = editions.flatMap(({ id, sections }) =>
  sections.map((section) => [id, section.id, section] as const),
);

describe('the editions', () => {
  it('have a file and a name each', () => {
    const files = editions.map(({ file }) => file);
    expect(new Set(files).size).toBe(files.length);
    for (const { id, file, name } of editions) {
      expect(id).toMatch(/^[a-z-]+$/);
      expect(file).toMatch(/^[a-z-]+$/);
      expect(name).toMatch(/^[A-Z]/);
    }
  });

  it.each(sections)(
    'make in the %s the section %s from a template that is there',
    (_, __, section) => {
      expect(existsSync(path.join(root, 'templates', `${section.template}.hbs`))).toBe(true);
    },
  );

  it('have each section once, and each a heading but the cover or the head of a paper', () => {
    for (const { sections } of editions) {
      const ids = sections.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      const untitled = sections.filter(({ title }) => title === null);
      expect(untitled).toEqual(sections.slice(0, 1));
      expect(['cover', 'masthead']).toContain(untitled[0]?.kind);
    }
  });

  it('speak to readers, without the words that stay inside', () => {
    for (const [, , { title }] of sections) {
      expect(title ?? '').not.toMatch(/\b(claim|verifier|candour|release|addressee|stakeholder)/i);
    }
  });
});

describe('the prospectus', () => {
  const order = prospectus.sections.map(({ id }) => id);

  it('puts the hard answers before any praise, and the doubts before the sources', () => {
    expect(order.indexOf('answers')).toBeLessThan(order.indexOf('growth'));
    expect(order.indexOf('growth')).toBeLessThan(order.indexOf('principle-vision'));
    expect(order.indexOf('limits')).toBeLessThan(order.indexOf('sources'));
    expect(order.at(0)).toBe('cover');
    expect(order.at(-1)).toBe('contacts');
  });

  it('has a chapter for each of the six principles, in their order, numbered', () => {
    const chapters = prospectus.sections.filter(({ kind }) => kind === 'principle');
    expect(chapters.map(({ id }) => id)).toEqual(principleIds.map((id) => `principle-${id}`));
    expect(chapters.map(({ title }) => title)).toEqual(
      principleIds.map((id) => principles[id].name),
    );
    expect(chapters.map(({ kicker }) => kicker)).toEqual(
      [1, 2, 3, 4, 5, 6].map((number) => `Principle ${number} of 6`),
    );
  });
});
