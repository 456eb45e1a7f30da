import { fetchPage } from 'sward/api';

/**
 * A waterfall: puts each card under the shortest column without moving it in the document, so that reading and tab order stay those of the page,
 * and brings the next page before the end is reached. The "more" link beside it keeps working when that fails.
 * Emits "sward:more" when cards were added.
 */
class SwardMasonry extends HTMLElement {
  /** @type {number[]} the height of every column so far */
  #tops = [];
  #width = 0;
  #loading = false;
  #resizes = new ResizeObserver(() => this.#relayout());
  #nears = new IntersectionObserver(seen => seen.some(s => s.isIntersecting) && this.#loadMore(), { rootMargin: '1500px' });

  connectedCallback() {
    this.#restore();
    this.#place([...this.children], true);
    this.#resizes.observe(this);
    this.#watchMore();
    addEventListener('pagehide', this.#remember);
  }

  disconnectedCallback() {
    this.#resizes.disconnect();
    this.#nears.disconnect();
    removeEventListener('pagehide', this.#remember);
  }

  /** Takes a card away and closes the gap. @param {Element} card */
  takeAway(card) {
    card.remove();
    this.#place([...this.children], true);
  }

  /**
   * Puts a card back to where it stood.
   * @param {Element} card
   * @param {Element | null} before the card that came after it
   */
  putBack(card, before) {
    this.insertBefore(card, before?.parentElement === this ? before : null);
    this.#place([...this.children], true);
  }

  #relayout() {
    if (this.clientWidth !== this.#width) {
      this.#place([...this.children], true);
    }
  }

  /**
   * @param {Element[]} cards
   * @param {boolean} anew
   */
  #place(cards, anew) {
    this.setAttribute('ready', '');
    const style = getComputedStyle(this);
    const gap = parseFloat(style.columnGap) || 0;
    if (anew) {
      this.#width = this.clientWidth;
      this.#tops = style.gridTemplateColumns.split(' ').map(() => 0);
    }

    // All heights are read before anything is written: one layout for the whole page.
    const heights = cards.map(card => Math.ceil(card.getBoundingClientRect().height + gap));
    cards.forEach((card, i) => {
      const column = this.#tops.indexOf(Math.min(...this.#tops));
      const { style: place } = /** @type {HTMLElement} */ (card);
      place.gridColumn = String(column + 1);
      place.gridRow = `${this.#tops[column] + 1} / span ${heights[i]}`;
      this.#tops[column] += heights[i];
    });
  }

  get #more() {
    const link = this.nextElementSibling?.querySelector('a[data-more]');
    return link instanceof HTMLAnchorElement ? link : null;
  }

  #watchMore() {
    this.#nears.disconnect();
    if (this.#more) {
      this.#nears.observe(this.#more);
    }
  }

  async #loadMore() {
    const link = this.#more;
    if (!link || this.#loading) {
      return;
    }

    this.#loading = true;
    this.setAttribute('aria-busy', 'true');
    try {
      const { page } = await fetchPage(link.href);
      this.#append(page, link);
      this.#watchMore();
    } catch {
      this.#nears.disconnect(); // The link stays: the person tries again when the connection is back.
    } finally {
      this.#loading = false;
      this.removeAttribute('aria-busy');
    }
  }

  /**
   * @param {Document} page
   * @param {HTMLAnchorElement} link
   */
  #append(page, link) {
    const next = page.querySelector(this.localName);
    const cards = [...next?.children ?? []].filter(card => !this.#has(card));
    this.append(...cards);
    this.#place(cards, false);
    const foot = next?.nextElementSibling;
    if (foot?.matches('.waterfall-more, .waterfall-end')) {
      link.parentElement?.replaceWith(foot);
    } else {
      link.parentElement?.remove();
    }

    this.dispatchEvent(new CustomEvent('sward:more', { bubbles: true, detail: { cards, request: next?.getAttribute('data-request') ?? null } }));
  }

  /** @param {Element} card */
  #has(card) {
    const note = card.getAttribute('data-note');
    return note !== null && this.querySelector(`:scope > [data-note="${CSS.escape(note)}"]`) !== null;
  }

  get #key() {
    return 'waterfall:' + location.pathname + location.search;
  }

  // Going back to a page the browser did not keep: the same cards, the same place.
  #remember = () => {
    try {
      sessionStorage.setItem(this.#key, JSON.stringify({ cards: this.innerHTML, foot: this.nextElementSibling?.innerHTML ?? '', y: scrollY }));
    } catch {
      sessionStorage.clear(); // Full: the newest page matters most, and it is only comfort.
    }
  };

  #restore() {
    const [visit] = performance.getEntriesByType('navigation');
    const kept = sessionStorage.getItem(this.#key);
    sessionStorage.removeItem(this.#key);
    if (kept && visit instanceof PerformanceNavigationTiming && visit.type === 'back_forward') {
      const { cards, foot, y } = JSON.parse(kept);
      this.innerHTML = cards;
      if (this.nextElementSibling) {
        this.nextElementSibling.innerHTML = foot;
      }

      requestAnimationFrame(() => scrollTo({ top: y, behavior: 'instant' }));
    }
  }
}

customElements.define('sward-masonry', SwardMasonry);
