import type { WireMessage } from '../wire/answer.ts';
import { jsonAnswer } from './answers.ts';

/**
 * One page of a list. GitHub docs, "Using pagination in the REST API": 30 items unless `per_page` says otherwise, at most
 * 100, and a `link` header with the URLs of the other pages where there are any.
 * @param query of the request
 * @param url of the list, without its query
 */
export function listAnswer(items: readonly unknown[], query: URLSearchParams, url: string): WireMessage {
  const size = Math.min(100, positive(query.get('per_page')) ?? 30);
  const number = positive(query.get('page')) ?? 1;
  const last = Math.max(1, Math.ceil(items.length / size));
  const links = [
    ...(number > 1 ? [link('prev', number - 1)] : []),
    ...(number < last ? [link('next', number + 1), link('last', last)] : []),
    ...(number > 1 ? [link('first', 1)] : []),
  ];
  const shown = items.slice((number - 1) * size, number * size);
  return jsonAnswer(200, shown, links.length > 0 ? { link: links.join(', ') } : {});

  function link(relation: string, page: number): string {
    const search = new URLSearchParams(query);
    search.set('page', String(page));
    return `<${url}?${search}>; rel="${relation}"`;
  }
}

function positive(text: string | null): number | undefined {
  const number = Number(text);
  return Number.isInteger(number) && number > 0 ? number : undefined;
}
