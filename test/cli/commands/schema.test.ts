import { describe, expect, it } from 'vitest';
import { profileJsonSchema } from '../../../src/profile/json-schema.ts';
import { cli } from '../../support/cli.ts';
import { folderWith } from '../../support/folder.ts';

describe('schema', () => {
  it('prints the JSON Schema of a profile and nothing else', async () => {
    const { code, stdout, stderr } = await cli(['schema'], folderWith());
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(JSON.parse(stdout)).toEqual(JSON.parse(JSON.stringify(profileJsonSchema())));
    expect(stdout.endsWith('}\n')).toBe(true);
  });
});
