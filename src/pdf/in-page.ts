import type { DocumentFacts } from './finish/facts.ts';

/*
 * What runs in the page. These functions are sent there as text, so they may use nothing from outside
 * themselves.
 */

/** As much of the page’s own objects as is used here. */
interface PageElement {
  textContent: string;
  /** Of a link: where it leads, in full. */
  href: string;
  getAttribute(name: string): string | null;
  checkVisibility(): boolean;
  closest(selector: string): PageElement | null;
  remove(): void;
}

declare const document: {
  title: string;
  documentElement: { lang: string };
  body: { innerText: string; style: { visibility: string } };
  querySelectorAll(selector: string): Iterable<PageElement>;
};

/** What the page says of itself, as it stands on paper: the page must emulate print. */
export function readFacts(): DocumentFacts {
  const metadata: Record<string, string> = {};
  for (const element of document.querySelectorAll('meta[name]')) {
    metadata[element.getAttribute('name') ?? ''] = element.getAttribute('content') ?? '';
  }
  return {
    title: document.title,
    language: document.documentElement.lang,
    author: metadata.author ?? '',
    description: metadata.description ?? '',
    keywords: metadata.keywords ?? '',
    date: metadata.date ?? '',
    // biome-ignore lint/performance/useDomNodeTextContent: white space as it is laid out is what is wanted.
    words: document.body.innerText,
    links: [...document.querySelectorAll('a[href]')]
      .filter((link) => link.checkVisibility())
      .map((link) => ({
        target: link.getAttribute('href')?.startsWith('#')
          ? link.href.slice(link.href.indexOf('#'))
          : link.href,
        name: (link.getAttribute('aria-label') ?? link.textContent).replace(/\s+/g, ' ').trim(),
      })),
  };
}

/**
 * Writes into each reference to a page its number, or without any a stand-in of the usual width. One
 * whose page is not known goes. Without numbers nothing is shown either: everything has its place, and
 * a print that is only to find the places need not paint.
 */
export function writePageNumbers(places: Record<string, number> | null): void {
  document.body.style.visibility = places ? '' : 'hidden';
  for (const slot of document.querySelectorAll('.page-reference .page-number')) {
    const target = slot.closest('a')?.getAttribute('href') ?? '';
    const page = places ? places[decodeURIComponent(target.slice(1))] : '00';
    if (page === undefined) slot.closest('.page-reference')?.remove();
    else slot.textContent = String(page);
  }
}
