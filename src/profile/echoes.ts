import { nearest } from '../diagnostics/suggest.ts';
import type { Finding } from './shape.ts';

/**
 * The findings a person needs to be told of. A key that is missing because it is misspelt is told as
 * misspelt; where several items of a list are of the same wrong kind, the first speaks for all.
 */
export function withoutEchoes(findings: readonly Finding[]): Finding[] {
  const parentOf = ({ path }: Finding) => JSON.stringify(path.slice(0, -1));
  const nameOf = ({ path }: Finding) => String(path.at(-1));
  const typed = new Map<string, string[]>();
  const alike = new Map<string, number>();
  for (const finding of findings) {
    const parent = parentOf(finding);
    if (finding.code === 'unknown-key') {
      typed.set(parent, [...(typed.get(parent) ?? []), nameOf(finding)]);
    }
    if (isItem(finding)) alike.set(parent, (alike.get(parent) ?? 0) + 1);
  }

  const told = new Set<string>();
  return findings.flatMap((finding) => {
    const parent = parentOf(finding);
    if (finding.code === 'missing-key') {
      const misspelt = typed.get(parent)?.some((key) => nearest(key, [nameOf(finding)]));
      return misspelt ? [] : [finding];
    }
    if (!isItem(finding)) return [finding];
    if (told.has(parent)) return [];
    told.add(parent);
    const others = (alike.get(parent) ?? 1) - 1;
    if (others === 0) return [finding];
    const more = others === 1 ? 'One more item' : `${others} more items`;
    return [{ ...finding, hint: `${finding.hint} ${more} of this list: the same.` }];
  });
}

/** An item of a list that is of the wrong kind. */
const isItem = ({ code, path }: Finding) =>
  code === 'wrong-type' && typeof path.at(-1) === 'number';
