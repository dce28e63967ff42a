/** Asks for every page of a list: one that is only partly known is not known. */

/** Answers with a token for the next page, by whichever name. */
interface Page {
  NextToken?: string | undefined;
}

/**
 * @param ask gives one page; the token is undefined for the first
 * @returns the pages in their order
 * @throws what `ask` throws
 */
export async function pagesOf<Answer extends Page>(
  ask: (token: string | undefined) => Promise<Answer>,
): Promise<Answer[]> {
  const pages: Answer[] = [];
  let token: string | undefined;
  do {
    const page = await ask(token);
    pages.push(page);
    token = page.NextToken || undefined;
  } while (token !== undefined);
  return pages;
}

/** The part of a request that asks for the page of that token. */
export function at(token: string | undefined): { NextToken?: string } {
  return token === undefined ? {} : { NextToken: token };
}
