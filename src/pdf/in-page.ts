import type { DocumentFacts, NumberSlot } from './finish/facts.ts';

/*
 * What runs in the page. These functions are sent there as text, so they may use nothing from outside
 * themselves.
 */

/** As much of the page’s own objects as is used here. */
interface PageElement {
  textContent: string;
  /** Of a link: where it leads, in full. */
  href: string;
  parentElement: PageElement;
  getAttribute(name: string): string | null;
  checkVisibility(): boolean;
  closest(selector: string): PageElement | null;
  querySelector(selector: string): PageElement | null;
  remove(): void;
}

declare const document: {
  title: string;
  documentElement: { lang: string };
  body: PageElement & { innerText: string };
  fonts: { ready: Promise<unknown> };
  querySelectorAll(selector: string): Iterable<PageElement>;
  getElementById(id: string): PageElement | null;
  createRange(): {
    setStart(element: PageElement, offset: number): void;
    setStartAfter(element: PageElement): void;
    setEndBefore(element: PageElement): void;
    setEndAfter(element: PageElement): void;
    selectNodeContents(element: PageElement): void;
    getBoundingClientRect(): { width: number };
    toString(): string;
    cloneContents(): Pick<PageElement, 'textContent' | 'querySelector'>;
  };
};
declare function getComputedStyle(element: PageElement): { display: string; textAlign: string };

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
        numbered:
          link.querySelector('.page-reference .page-number') && !link.getAttribute('aria-label')
            ? decodeURIComponent((link.getAttribute('href') ?? '').slice(1))
            : null,
      })),
  };
}

/**
 * Makes a page ready to be printed: its faces are loaded, and in each reference to a page two digits stand
 * in for the number, all ten of them by turns, so that the faces hold every one. Where words follow on
 * the same line there are as many as the number will probably have. A reference to a place that the page
 * does not have goes.
 */
export async function makeReady(): Promise<NumberSlot[]> {
  const standIns = ['10', '23', '45', '67', '89'];
  const lettersOnAPage = 1800;
  const slots: NumberSlot[] = [];
  const shown: PageElement[] = [];
  for (const number of document.querySelectorAll('.page-reference .page-number')) {
    const place = decodeURIComponent((number.closest('a')?.getAttribute('href') ?? '').slice(1));
    if (!document.getElementById(place)) number.closest('.page-reference')?.remove();
    else {
      const standIn = standIns[slots.length % standIns.length] as string;
      number.textContent = standIn;
      slots.push({ place, standIn, side: null, digit: 0 });
      shown.push(number);
    }
  }
  shown.forEach((number, index) => {
    const { textAlign } = getComputedStyle(number);
    let block = number;
    while (getComputedStyle(block).display === 'inline') block = block.parentElement;
    const slot = slots[index] as NumberSlot;
    const range = document.createRange();
    range.selectNodeContents(number);
    slot.digit = range.getBoundingClientRect().width / slot.standIn.length;
    range.setStartAfter(number);
    range.setEndAfter(block);
    const after = range.cloneContents();
    const isLast = after.textContent.trim() === '' && !after.querySelector('img, svg');
    if (block === number && textAlign === 'right') slot.side = 'right';
    else if (isLast && /^(?:start|left|justify)$/.test(textAlign)) slot.side = 'left';
    else {
      range.setStart(document.body, 0);
      range.setEndBefore(document.getElementById(slot.place) as PageElement);
      const isEarly = range.toString().length < 9 * lettersOnAPage;
      if (isEarly) number.textContent = slot.standIn = slot.standIn.slice(1);
    }
  });
  await document.fonts.ready;
  return slots;
}

/** Writes into each reference to a page its number. One whose page is not known goes. */
export function writePageNumbers(places: Record<string, number>): void {
  for (const number of document.querySelectorAll('.page-reference .page-number')) {
    const target = number.closest('a')?.getAttribute('href') ?? '';
    const page = places[decodeURIComponent(target.slice(1))];
    if (page === undefined) number.closest('.page-reference')?.remove();
    else number.textContent = String(page);
  }
}
