import { describe, expect, it } from 'vitest';
import { commandIn, notARole, unquoted } from '../../src/interview/commands.ts';
import { contributors } from '../../src/knowledge/roles.ts';

describe('commandIn', () => {
  it.each([
    ['?', { command: 'help' }],
    [' Why? ', undefined],
    ['why', { command: 'help' }],
    ['SKIP', { command: 'skip' }],
    ['back.', { command: 'back' }],
    ['quit', { command: 'stop' }],
    ['edit', { command: 'edit' }],
    ['ask', { command: 'ask', role: undefined }],
    ['I don’t know', { command: 'ask', role: undefined }],
    ['ask the finance director', { command: 'ask', role: 'finance director' }],
    ['Ask our clerk', { command: 'ask', role: 'clerk' }],
    ['skip lessons', undefined],
    ['asking people', undefined],
    ['Otterwick', undefined],
    ['constructor', undefined],
  ])('reads %j', (typed, command) => {
    expect(commandIn(typed)).toEqual(command);
  });

  it('takes a long sentence that begins with “ask” for an answer', () => {
    expect(
      commandIn('Ask each teacher to give nine days a year to another school'),
    ).toBeUndefined();
  });

  it('lets a word be an answer in quotation marks', () => {
    expect(commandIn('“skip”')).toBeUndefined();
    expect(unquoted('“skip”')).toBe('skip');
    expect(unquoted('"Known by name"')).toBe('"Known by name"');
  });
});

describe('notARole', () => {
  it.each([
    ...Object.values(contributors).map(({ title }) => title),
    'finance director',
    'Director of Education',
    'HR',
    'the council’s legal team',
    'Marlshire Council',
    'St Mary’s Primary School office',
    'chair of governors and the clerk',
  ])('lets %j be one', (role) => {
    expect(notARole(role)).toBeUndefined();
  });

  it.each([
    ['Jane Smith', 'a name'],
    ['Jane in finance', 'a name'],
    ['Jane Smith, finance director', 'a name'],
    ['somebody', 'no role'],
    ['x', 'no role'],
  ])('does not let %j be one', (role, why) => {
    expect(notARole(role)).toBe(why);
  });
});
