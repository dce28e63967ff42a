/** The most wrong letters in a misspelling. */
const mostEdits = 2;
/** Longer input is no misspelling, and would be slow to compare. */
const longestWord = 40;

/** The candidate that the word most likely misspells; undefined if none is similar enough. */
export function closest(word: string, candidates: Iterable<string>): string | undefined {
  if (word.length > longestWord) return undefined;
  let best: { candidate: string; edits: number } | undefined;
  for (const candidate of candidates) {
    const edits = editDistance(word.toLowerCase(), candidate.toLowerCase());
    const near = edits <= mostEdits && edits * 3 <= Math.max(word.length, candidate.length);
    if (near && (!best || edits < best.edits)) best = { candidate, edits };
  }
  return best?.candidate;
}

/** The Levenshtein distance: how many letters to insert, delete or replace. */
function editDistance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [i, letter] of [...from].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...to].entries()) {
      const replaced = (row[j] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(replaced, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
