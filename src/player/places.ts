/**
 * Addresses inside the launch page: `#settings` or `#settings/anchor`, so that back, forward, reload and deep links work while
 * the page that holds the LMS session stays (lms-rules C9). Pure.
 */

export interface Place {
  /** Activity id; empty for the title page. */
  readonly page: string;
  /** Id of an element on it; empty for its top. */
  readonly anchor: string;
}

export function toHash(place: Place): string {
  if (place.page === '') return place.anchor === '' ? '#' : `#/${encodeURIComponent(place.anchor)}`;
  return `#${place.page}${place.anchor === '' ? '' : `/${encodeURIComponent(place.anchor)}`}`;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}

export function parseHash(hash: string): Place {
  const [page = '', anchor = ''] = hash.replace(/^#/, '').split('/');
  return { page, anchor: decoded(anchor) };
}

/** What a link on a page leads to. */
export type LinkTarget =
  | ({ readonly kind: 'place' } & Place)
  /** Another file of the package or another site: opens beside the course, because the launch page must stay. */
  | { readonly kind: 'beside' };

/**
 * @param href the link as written
 * @param here id of the page it stands on
 * @param pages activity ids by file name, the launch page as the empty id
 */
export function resolveLink(href: string, here: string, pages: ReadonlyMap<string, string>): LinkTarget {
  if (href.startsWith('#'))
    return {
      kind: 'place',
      ...(href === '#' ? { page: '', anchor: '' } : { page: here, anchor: decoded(href.slice(1)) }),
    };
  const [file = '', anchor = ''] = href.replace(/^\.\//, '').split('#');
  const page = pages.get(file);
  return page === undefined ? { kind: 'beside' } : { kind: 'place', page, anchor: decoded(anchor) };
}
