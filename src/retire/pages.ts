/** Asks for every page of a list: one that is only partly known is not known. */
import { UnreadableAnswerError } from '../aws/errors.ts';

/** Answers with a token for the next page, by whichever name. */
interface Page {
  NextToken?: string | undefined;
}

/**
 * @param ask gives one page; the token is undefined for the first
 * @param listIn the list of a page; EC2 always sends one, if only an empty one
 * @returns what is on all pages, in their order
 * @throws what `ask` throws, and UnreadableAnswerError for a page without a list, or one that comes again
 */
export async function everyItem<Answer extends Page, Item>(
  ask: (token: string | undefined) => Promise<Answer>,
  listIn: (answer: Answer) => readonly Item[] | undefined,
): Promise<Item[]> {
  const items: Item[] = [];
  const tokens = new Set<string>();
  let token: string | undefined;
  do {
    const answer = await ask(token);
    const list = listIn(answer);
    if (list === undefined) throw new UnreadableAnswerError('the answer has no list: it is not whole');
    items.push(...list);
    token = answer.NextToken || undefined;
    if (token !== undefined && tokens.has(token))
      throw new UnreadableAnswerError('the pages of the answer begin again: it is not whole');
    if (token !== undefined) tokens.add(token);
  } while (token !== undefined);
  return items;
}
