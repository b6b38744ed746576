import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { nodeFiles } from '../../src/effects/files.ts';
import { FOLDER, Journal } from '../../src/interview/journal.ts';
import type { Event } from '../../src/interview/ledger.ts';
import { folderWith } from '../support/folder.ts';

const files = nodeFiles(() => ({ release() {} }));

const events: Event[] = [
  { question: 'trust-name', reply: { answer: 'Ynys Môn “Trust”' } },
  { question: 'schools', reply: { answer: ['One', 'Two'], was: ['Nought'] } },
  { question: 'result-source', item: 0, reply: { answer: 'Log', name: 'log' } },
  { question: 'school-phase', item: 'One', reply: { skip: true } },
  { question: 'jobs-pension', reply: { ask: 'head of people' } },
  { question: 'result', item: 1, reply: { done: true } },
  { question: 'cost-rate', reply: { keep: true } },
  { written: { 'trust.yaml': 'abc' }, waiting: ['partner 0'] },
  { again: true },
];

const journalOf = (folder: string) => path.join(folder, FOLDER, 'interview.jsonl');

async function withText(text: string) {
  const folder = folderWith();
  mkdirSync(path.join(folder, FOLDER));
  writeFileSync(journalOf(folder), text);
  return { folder, ...(await Journal.open(folder, files)) };
}

describe('Journal', () => {
  it('gives back what was added, in its order', async () => {
    const folder = folderWith();
    const { journal } = await Journal.open(folder, files);
    for (const event of events) await journal.add(event);
    const { kept } = await Journal.open(folder, files);
    expect(kept).toEqual({ events, lost: 0, newer: false });
  });

  it('has one line for each, and never changes those that are there', async () => {
    const folder = folderWith();
    let before = '';
    for (const event of events) {
      const { journal } = await Journal.open(folder, files);
      await journal.add(event);
      const now = readFileSync(journalOf(folder), 'utf8');
      expect(now.startsWith(before)).toBe(true);
      before = now;
    }
    expect(before.trim().split('\n')).toHaveLength(events.length + 1);
  });

  it('gives back every whole line, wherever the last was cut', async () => {
    const folder = folderWith();
    const { journal } = await Journal.open(folder, files);
    await journal.add(...events);
    const text = readFileSync(journalOf(folder), 'utf8');
    for (let cut = 0; cut < text.length; cut += 5) {
      const { kept } = await withText(text.slice(0, cut));
      const whole = Math.max(0, text.slice(0, cut).split('\n').length - 2);
      expect(kept.events.length).toBeGreaterThanOrEqual(whole);
      expect(kept.events).toEqual(events.slice(0, kept.events.length));
    }
  });

  it('begins a line of its own after one that was cut', async () => {
    const { folder, journal, kept } = await withText('{"journal":"x","format":1}\n{"q":"a","ans');
    expect(kept.lost).toBe(1);
    await journal.add({ question: 'b', reply: { answer: 'B' } });
    expect((await Journal.open(folder, files)).kept.events).toEqual([
      { question: 'b', reply: { answer: 'B' } },
    ]);
  });

  it('passes over what it does not know', async () => {
    const { kept } = await withText(
      '{"q":"a","answer":"A","mood":"good"}\n{"q":"b","sings":true}\n[1]\nnull\n7\n{"q":"c","answer":7}\n{"q":"d","item":{},"answer":"D"}\n',
    );
    expect(kept.events).toEqual([{ question: 'a', reply: { answer: 'A' } }]);
    expect(kept.lost).toBe(6);
  });

  it('knows a journal of a later version', async () => {
    expect((await withText('{"journal":"thriving-case interview","format":2}\n')).kept.newer).toBe(
      true,
    );
  });

  it('is moved aside, never over another that was', async () => {
    const folder = folderWith();
    const names: string[] = [];
    for (const answer of ['A', 'B']) {
      const { journal } = await Journal.open(folder, files);
      await journal.add({ question: 'a', reply: { answer } });
      names.push(path.basename(await journal.setAside('2026-11-24')));
    }
    expect(names).toEqual(['interview-2026-11-24.jsonl', 'interview-2026-11-24-2.jsonl']);
    expect((await Journal.open(folder, files)).kept.events).toEqual([]);
  });

  it('begins anew with its own first line after it was moved aside', async () => {
    const folder = folderWith();
    const { journal } = await Journal.open(folder, files);
    await journal.add({ question: 'a', reply: { answer: 'A' } });
    await journal.setAside('2026-11-24');
    await journal.add({ question: 'b', reply: { answer: 'B' } });
    expect(readFileSync(journalOf(folder), 'utf8')).toMatch(/^\{"journal":/);
  });
});
