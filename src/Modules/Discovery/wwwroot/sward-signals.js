/**
 * Notices what people see and do on a feed, and tells the server in small batches, also when the page closes: a card that was half visible for a second
 * (impression), a note that was opened, how long it was read (dwell), and going straight back (bounce).
 */

/** @typedef {{ note: string, request: string | null, slot: number | null, since: number }} Reading */

const impressionMs = 1000;
const bounceMs = 2000;
const restMs = 5000;
const most = 50;
const openKey = 'signals:open';

class SwardSignals extends HTMLElement {
  /** @type {object[]} */
  #waiting = [];
  /** @type {Map<Element, string | null>} which served page a card came with */
  #requests = new Map();
  /** @type {Map<Element, number>} cards in view, each with the timer that makes it an impression */
  #timers = new Map();
  /** @type {number | undefined} */
  #rest;
  #views = new IntersectionObserver(seen => seen.forEach(s => this.#look(s.target, s.isIntersecting)), { threshold: 0.5 });

  connectedCallback() {
    document.querySelectorAll('sward-masonry').forEach(feed => this.#watch([...feed.children], feed.getAttribute('data-request')));
    document.addEventListener('sward:more', this.#more);
    document.addEventListener('sward:sheet-opened', this.#opened);
    document.addEventListener('sward:sheet-closed', this.#closed);
    document.addEventListener('click', this.#left);
    document.addEventListener('visibilitychange', this.#hidden);
    addEventListener('pagehide', this.#send);
    addEventListener('pageshow', this.#closed);
  }

  disconnectedCallback() {
    this.#views.disconnect();
    document.removeEventListener('sward:more', this.#more);
    document.removeEventListener('sward:sheet-opened', this.#opened);
    document.removeEventListener('sward:sheet-closed', this.#closed);
    document.removeEventListener('click', this.#left);
    document.removeEventListener('visibilitychange', this.#hidden);
    removeEventListener('pagehide', this.#send);
    removeEventListener('pageshow', this.#closed);
    this.#send();
  }

  /**
   * @param {Element[]} cards
   * @param {string | null} request
   */
  #watch(cards, request) {
    for (const card of cards.filter(c => c.hasAttribute('data-note'))) {
      this.#requests.set(card, request);
      this.#views.observe(card);
    }
  }

  /** @param {Event} event */
  #more = event => {
    const { cards, request } = /** @type {CustomEvent<{ cards: Element[], request: string | null }>} */ (event).detail;
    this.#watch(cards, request);
  };

  /**
   * @param {Element} card
   * @param {boolean} inView
   */
  #look(card, inView) {
    clearTimeout(this.#timers.get(card));
    this.#timers.delete(card);
    if (inView) {
      this.#timers.set(card, setTimeout(() => {
        this.#views.unobserve(card);
        this.#timers.delete(card);
        this.#note('impression', this.#readingOf(card));
      }, impressionMs));
    }
  }

  /** @param {Event} event */
  #opened = event => {
    const { card } = /** @type {CustomEvent<{ card: Element | null }>} */ (event).detail;
    if (card) {
      this.#begin(card);
    }
  };

  /** A link that is followed for real: the reading ends when this page is shown again. @param {MouseEvent} event */
  #left = event => {
    const link = event.target instanceof Element ? event.target.closest('.note-card a[data-sheet]') : null;
    const card = link?.closest('.note-card');
    if (card && !event.defaultPrevented && event.button === 0) {
      this.#begin(card);
    }
  };

  /** @param {Element} card */
  #begin(card) {
    const reading = this.#readingOf(card);
    this.#note('open', reading);
    sessionStorage.setItem(openKey, JSON.stringify(reading));
  }

  #closed = () => {
    const kept = sessionStorage.getItem(openKey);
    if (kept) {
      sessionStorage.removeItem(openKey);
      /** @type {Reading} */
      const reading = JSON.parse(kept);
      const ms = Date.now() - reading.since;
      this.#note(ms < bounceMs ? 'bounce' : 'dwell', reading, ms);
    }
  };

  #hidden = () => {
    if (document.visibilityState === 'hidden') {
      this.#send();
    }
  };

  /** @param {Element} card @returns {Reading} */
  #readingOf(card) {
    const slot = card.getAttribute('data-slot');
    return { note: card.getAttribute('data-note') ?? '', request: this.#requests.get(card) ?? null, slot: slot ? Number(slot) : null, since: Date.now() };
  }

  /**
   * @param {string} type
   * @param {Reading} reading
   * @param {number} [ms]
   */
  #note(type, reading, ms) {
    this.#waiting.push({
      id: crypto.randomUUID(), requestId: reading.request, type, target: { kind: 'note', id: reading.note }, slot: reading.slot, ms, at: new Date().toISOString(),
    });
    if (this.#waiting.length >= most) {
      this.#send();
    } else {
      this.#rest ??= setTimeout(this.#send, restMs);
    }
  }

  // A beacon outlives the page. Nobody waits for the answer: losing signals is allowed.
  #send = () => {
    clearTimeout(this.#rest);
    this.#rest = undefined;
    if (this.#waiting.length > 0) {
      navigator.sendBeacon('/api/v1/events', new Blob([JSON.stringify(this.#waiting.splice(0))], { type: 'application/json' }));
    }
  };
}

customElements.define('sward-signals', SwardSignals);
