import leven from 'leven';

/**
 * The candidate a mistyped word was probably meant to be, or undefined where none is near. Case,
 * spaces, hyphens and underscores do not count as mistakes.
 */
export function nearest(typed: string, candidates: Iterable<string>): string | undefined {
  const tidy = (word: string) => word.toLowerCase().replace(/[\s_-]+/g, '-');
  const word = tidy(typed);
  const furthest = Math.max(1, Math.floor(word.length / 3));
  let best: string | undefined;
  let bestDistance = furthest + 1;
  for (const candidate of candidates) {
    const other = tidy(candidate);
    if (Math.abs(other.length - word.length) > furthest) continue;
    const distance = isSwap(word, other) ? 1 : leven(word, other, { maxDistance: bestDistance });
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/** Two neighbours typed in each other’s place: the commonest slip, which would count as two. */
function isSwap(typed: string, meant: string): boolean {
  const at = typed.split('').findIndex((character, index) => character !== meant[index]);
  return (
    at !== -1 &&
    typed.slice(0, at) + typed.charAt(at + 1) + typed.charAt(at) + typed.slice(at + 2) === meant
  );
}

/** The candidates as a sentence, cut where there are too many to help. */
export function listOf(candidates: readonly string[], most = 12): string {
  const shown = candidates.slice(0, most).join(', ');
  return candidates.length > most ? `${shown} and ${candidates.length - most} more` : shown;
}
