import { describe, expect, it } from 'vitest';
import { read, told } from '../support/profile.ts';

async function problems(files: Record<string, string>) {
  const { value, diagnostics } = await read(files);
  expect(value).toBeNull();
  return { told: told(diagnostics, files), diagnostics };
}

const trust = 'trust:\n  name: A\n';

describe('join', () => {
  it('adds each part to the main file, by either ending and either spelling', async () => {
    const { value, diagnostics } = await read({
      'trust.yaml': trust,
      'schools.yaml': 'schools:\n  - name: B\n',
      'case-studies.yml': 'case_studies:\n  - {title: C, starting_point: D, action: E}\n',
      'what_we_heard.yaml': 'what_we_heard:\n  - {asked: F, changed: no, reply: G}\n',
      'Risks.YAML': 'risks:\n  - risk: H\n',
    });
    expect(diagnostics).toEqual([]);
    expect(Object.keys(value?.data ?? {}).sort()).toEqual([
      'case_studies',
      'risks',
      'schools',
      'trust',
      'what_we_heard',
    ]);
  });

  it('has nothing against a part that is still empty', async () => {
    const { value } = await read({ 'trust.yaml': trust, 'schools.yaml': '# to come\n' });
    expect(value?.data).toEqual({ trust: { name: 'A' } });
  });

  it('refuses a part that stands in two files', async () => {
    const { told, diagnostics } = await problems({
      'trust.yaml': `${trust}schools:\n  - name: B\n`,
      'schools.yaml': 'schools:\n  - name: C\n',
    });
    expect(told).toEqual(['misplaced-part schools.yaml:1:1 “schools”']);
    expect(diagnostics[0]?.message).toBe(
      '“schools” stands here and in trust.yaml; only one of them would count.',
    );
  });

  it('refuses a part in a file of another name, and says where it belongs', async () => {
    const { told, diagnostics } = await problems({
      'trust.yaml': trust,
      'schools.yaml': 'schools:\n  - name: B\ncase_studies:\n  - title: C\n',
    });
    expect(told).toEqual(['misplaced-part schools.yaml:3:1 “case_studies”']);
    expect(diagnostics[0]?.hint).toBe(
      'Move it to trust.yaml, or to a file called case-studies.yaml.',
    );
  });

  it('refuses what is in a part without its key, and says how to begin', async () => {
    const { told, diagnostics } = await problems({
      'trust.yaml': trust,
      'evidence.yaml': 'accounts:\n  title: The accounts\n',
    });
    expect(told).toEqual(['misplaced-part evidence.yaml:1:1 “accounts”']);
    expect(diagnostics[0]?.hint).toContain('Begin it with a line “evidence:”');
  });

  it('says so once, however many keys there are', async () => {
    const { told } = await problems({
      'trust.yaml': trust,
      'evidence.yaml': 'accounts:\n  title: A\nsurvey:\n  title: B\ndiary:\n  title: C\n',
    });
    expect(told).toEqual(['misplaced-part evidence.yaml:1:1 “accounts”']);
  });

  it.each([
    ['a list', '- name: B\n'],
    ['a single text', 'B\n'],
  ])('refuses a part that is %s without its key', async (_, text) => {
    const { told, diagnostics } = await problems({ 'trust.yaml': trust, 'schools.yaml': text });
    expect(told).toEqual(['misplaced-part schools.yaml']);
    expect(diagnostics[0]?.hint).toContain('Begin it with a line “schools:”');
  });

  it('refuses the same part under two endings, rather than choosing one', async () => {
    const { told, diagnostics } = await problems({
      'trust.yaml': trust,
      'schools.yaml': 'schools:\n  - name: B\n',
      'schools.yml': 'schools:\n  - name: C\n',
    });
    expect(told).toEqual(['misplaced-part schools.yml']);
    expect(diagnostics[0]?.message).toBe(
      'schools.yml is not read, because schools.yaml is there too.',
    );
  });

  it('refuses a second main file', async () => {
    const { told } = await problems({ 'trust.yaml': trust, 'trust.yml': trust });
    expect(told).toEqual(['misplaced-part trust.yml']);
  });

  it('does not miss in the main file what a broken part holds', async () => {
    const { told } = await problems({
      'trust.yaml': trust,
      'schools.yaml': 'schools:\n\t- name: B\n',
    });
    expect(told).toEqual(['yaml-tab schools.yaml:2:1 “\t”']);
  });
});
