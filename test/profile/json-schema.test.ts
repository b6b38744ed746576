import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { profileJsonSchema } from '../../src/profile/json-schema.ts';
import { profileSchema, topLevelKeys } from '../../src/profile/schema/profile.ts';
import { example, root } from '../support/cli.ts';
import { places, schemaOfProfile } from '../support/schema.ts';

const plain = (file: string) => parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
const minimal = plain(path.join(root, 'examples', 'minimal.yaml'));
const whole = Object.assign(
  {},
  ...readdirSync(example)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => plain(path.join(example, name))),
) as Record<string, unknown>;

const ajv = new Ajv({ allErrors: true, strict: false });
const validate = ajv.compile(profileJsonSchema());
const complaints = (value: unknown) => {
  validate(value);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
};

describe('the JSON Schema', () => {
  it('is the one that is published: npm run build writes it', () => {
    const published = readFileSync(path.join(root, 'schema.json'), 'utf8');
    expect(published).toBe(`${JSON.stringify(profileJsonSchema(), null, 2)}\n`);
  });

  it('is a schema of draft 7, the one that editors read', () => {
    const { $schema } = profileJsonSchema();
    expect($schema).toBe('http://json-schema.org/draft-07/schema#');
    expect(ajv.validateSchema(profileJsonSchema())).toBe(true);
  });

  const keys = [...places()].filter(({ path }) => path.length > 0);

  it.each(keys.map(({ path, schema }) => [path.join('.'), schema.description] as const))(
    'explains %s',
    (_, description) => {
      expect(description).toMatch(/^[A-Za-z].{4,}(?:[.?…]|: \S+)$/);
    },
  );

  it('explains the profile itself', () => {
    expect(schemaOfProfile.description).toMatch(/^A trust’s profile/);
  });

  it('has every key of a profile, in the order of the document', () => {
    expect(Object.keys(schemaOfProfile.properties ?? {})).toEqual(topLevelKeys);
    expect(topLevelKeys).toEqual(Object.keys(profileSchema.shape));
  });

  it.each([
    ['the smallest profile', minimal],
    ['the whole example', whole],
  ])('has nothing against %s', (_, profile) => {
    expect(complaints(profile)).toEqual([]);
  });

  it('has nothing against a file that holds one part', () => {
    expect(complaints({ risks: [{ risk: 'We grow too fast.' }] })).toEqual([]);
  });

  it('has nothing against a word for nothing being left out', () => {
    expect(complaints({ trust: { name: 'A' } })).toEqual([]);
  });

  it.each([
    ['a missing name', { trust: {} }, "/trust must have required property 'name'"],
    [
      'a misspelt key',
      { trust: { nmae: 'A', name: 'A' } },
      '/trust must NOT have additional properties',
    ],
    ['a text for a list', { trust: { name: 'A' }, risks: 'x' }, '/risks must be array'],
    [
      'a word that is not on a list',
      { trust: { name: 'A' }, status: 'final' },
      '/status must be equal to one of the allowed values',
    ],
    [
      'a version that does not exist',
      { trust: { name: 'A' }, schema: 2 },
      '/schema must be equal to one of the allowed values',
    ],
    [
      'a reference number of another shape',
      { trust: { name: 'A', reference: '99901' } },
      '/trust/reference must match pattern "^TR\\d{5}$"',
    ],
    [
      'a name with capitals',
      { trust: { name: 'A' }, evidence: { Accounts: { title: 'x' } } },
      '/evidence property name must be valid',
    ],
  ])('refuses %s', (_, profile, complaint) => {
    expect(complaints(profile)).toContain(complaint);
  });
});
