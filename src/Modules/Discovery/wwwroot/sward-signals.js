import { newKey } from 'sward/api';

/**
 * Notices what people see and do, and tells the server in small batches, also when the page closes: a card that was half visible for a second (impression); a note that was
 * opened, over its page or as one, how long it was read (dwell) or that the reader went back at once, without having done anything there (bounce); a share and its
 * channel; a visit to a profile; a search and what was chosen of it, or of a row of people or goods (click); what was taken back (undo).
 */

/**
 * @typedef {{ kind: string, id: string }} Target
 * @typedef {{ request?: string | null, slot?: number | null }} Place where a card stood: the served page it came with, and its slot
 * @typedef {{ note: string, place: Place, fromCard: boolean, atOnceMs: number, ms: number, told: number, since: number, did: boolean }} Reading
 * in milliseconds how long it was read before since, and how much of that was told; did is whether the reader did anything there
 */

const impressionMs = 1000;
const atOnceMs = { picture: 2000, video: 3000 };
const restMs = 5000;
const most = 50;
/** What the server takes at once, and what is kept for another try. */
const mostWaiting = 200;
const chosenKey = 'signals:chosen';

class SwardSignals extends HTMLElement {
  /** @type {object[]} */
  #waiting = [];
  /** @type {WeakMap<Element, string | null>} which served page a card came with */
  #requests = new WeakMap();
  /** @type {Map<Element, number>} cards in view, each with the timer that makes it an impression */
  #timers = new Map();
  /** @type {Reading | null} */
  #reading = null;
  /** @type {number | undefined} */
  #rest;
  #views = new IntersectionObserver(seen => seen.forEach(s => this.#look(s.target, s.isIntersecting)), { threshold: 0.5 });
  #gone = new AbortController();

  connectedCallback() {
    const { signal } = this.#gone;
    this.#watchIn(document);
    document.addEventListener('sward:more', this.#more, { signal });
    document.addEventListener('sward:sheet-opened', this.#opened, { signal });
    document.addEventListener('sward:sheet-closed', this.#end, { signal });
    document.addEventListener('sward:toggled', this.#toggled, { signal });
    document.addEventListener('sward:shared', this.#shared, { signal });
    document.addEventListener('click', this.#pressed, { signal });
    document.addEventListener('submit', this.#acted, { signal, capture: true });
    document.addEventListener('visibilitychange', this.#turned, { signal });
    addEventListener('pagehide', this.#leave, { signal });
    addEventListener('pageshow', event => event.persisted && this.#arrive(), { signal });
    this.#arrive();
  }

  disconnectedCallback() {
    this.#gone.abort();
    this.#views.disconnect();
    this.#leave();
  }

  /** What the page itself is: a note, a profile, goods, the answer to a search. */
  #arrive() {
    const [note, profile, product] = ['article.note', '[data-account]', 'article.product[data-product]'].map(part => document.querySelector(`main ${part}`));
    const words = location.pathname === '/search' ? new URLSearchParams(location.search).get('q')?.trim() : '';
    if (note) {
      const chosen = takeChosen();
      this.#begin(note, chosen?.note === note.getAttribute('data-note') ? chosen.place : null);
    } else if (profile) {
      this.#note('profile', { kind: 'account', id: profile.getAttribute('data-account') ?? '' });
    } else if (product) {
      this.#note('open', { kind: 'product', id: product.getAttribute('data-product') ?? '' });
    } else if (words) {
      this.#note('search', { kind: 'query', id: '0' }, { detail: words.slice(0, 100) });
    }
  }

  /** @param {Document | Element} part with feeds and rows of cards in it */
  #watchIn(part) {
    part.querySelectorAll('sward-masonry, sward-suggestions').forEach(feed => this.#watch([...feed.children], feed.getAttribute('data-request')));
  }

  /**
   * @param {Element[]} cards
   * @param {string | null} request
   */
  #watch(cards, request) {
    for (const card of cards.filter(c => c.matches('[data-note], [data-suggestion]'))) {
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
        this.#note('impression', targetOf(card), { place: this.#placeOf(card), detail: card.getAttribute('data-shown') ?? undefined });
      }, impressionMs));
    }
  }

  /** @param {Event} event */
  #opened = event => {
    const { card } = /** @type {CustomEvent<{ card: Element | null }>} */ (event).detail;
    const note = document.querySelector('sward-sheet article.note');
    if (note) {
      this.#end();
      // Going back from one note in the sheet to the one before: that did not come from the card of the other.
      this.#begin(note, card && card.getAttribute('data-note') === note.getAttribute('data-note') ? this.#placeOf(card) : null);
      this.#watchIn(note);
    }
  };

  /**
   * @param {Element} note
   * @param {Place | null} place of the card that led here
   */
  #begin(note, place) {
    const kind = note.getAttribute('data-kind') === 'video' ? 'video' : 'picture';
    this.#reading = { note: note.getAttribute('data-note') ?? '', place: place ?? {}, fromCard: place !== null, atOnceMs: atOnceMs[kind], ms: 0, told: 0, since: Date.now(), did: false };
    this.#note('open', noteOf(note), { place: this.#reading.place });
  }

  // A page that did not come never began a reading: a broken connection is no bounce.
  #end = () => {
    const reading = this.#reading;
    if (reading) {
      this.#reading = null;
      reading.ms += document.visibilityState === 'visible' ? Date.now() - reading.since : 0;
      this.#tell(reading, reading.fromCard && !reading.did && reading.ms < reading.atOnceMs ? 'bounce' : 'dwell');
    }
  };

  /**
   * What was read since it was told last.
   * @param {Reading} reading
   * @param {'dwell' | 'bounce'} type
   */
  #tell(reading, type) {
    if (type === 'bounce' || reading.ms > reading.told) {
      this.#note(type, { kind: 'note', id: reading.note }, { place: reading.place, ms: reading.ms - reading.told });
      reading.told = reading.ms;
    }
  }

  /** A link followed, a form sent, a like, a share: who does something with a note does not turn away from it. @param {Event} event */
  #acted = event => {
    if (this.#reading && event.target instanceof Element && event.target.closest('article.note')) {
      this.#reading.did = true;
    }
  };

  /** A card that is followed for real: the note's own page begins the reading. What is chosen of a search counts besides. @param {MouseEvent} event */
  #pressed = event => {
    if (event.target instanceof Element && event.target.closest('a')) {
      this.#acted(event);
    }

    const suggestion = event.target instanceof Element ? event.target.closest('a')?.closest('[data-suggestion]') : null;
    if (suggestion) {
      this.#note('click', targetOf(suggestion), { place: this.#placeOf(suggestion), detail: suggestion.getAttribute('data-shown') ?? undefined });
      return;
    }

    const card = event.target instanceof Element && event.target.closest('a') ? event.target.closest('.note-card') : null;
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (!card || !link?.matches('[data-sheet]') || event.button !== 0) {
      return;
    }

    if (location.pathname === '/search') {
      this.#note('click', noteOf(card), { place: this.#placeOf(card), detail: new URLSearchParams(location.search).get('q')?.slice(0, 100) });
    }

    if (!event.defaultPrevented) {
      sessionStorage.setItem(chosenKey, JSON.stringify({ note: card.getAttribute('data-note'), place: this.#placeOf(card) }));
    }
  };

  /** What was switched on is a fact that the server knows; that it was switched off says something about the page too. @param {Event} event */
  #toggled = event => {
    this.#acted(event);
    const { api, on } = /** @type {CustomEvent<{ api: string, on: boolean }>} */ (event).detail;
    const [, group, id, what] = /\/(notes|accounts)\/(\d+)\/(\w+)$/.exec(api) ?? [];
    if (what && !on) {
      this.#note('undo', { kind: group === 'notes' ? 'note' : 'account', id }, { detail: what });
    }
  };

  /** @param {Event} event */
  #shared = event => {
    this.#acted(event);
    const { api, channel } = /** @type {CustomEvent<{ api: string, channel: string }>} */ (event).detail;
    const id = /\/notes\/(\d+)\//.exec(api)?.[1];
    if (id) {
      this.#note('share', { kind: 'note', id }, { detail: channel });
    }
  };

  // Reading stops while something else is looked at, and a phone may end a page that is not: what was read is told now.
  #turned = () => {
    if (document.visibilityState === 'hidden') {
      if (this.#reading) {
        this.#reading.ms += Date.now() - this.#reading.since;
        this.#tell(this.#reading, 'dwell');
      }

      this.#send();
    } else if (this.#reading) {
      this.#reading.since = Date.now();
    }
  };

  #leave = () => {
    this.#end();
    this.#send();
  };

  /** @param {Element} card @returns {Place} */
  #placeOf(card) {
    const slot = card.getAttribute('data-slot') ?? (card.hasAttribute('data-suggestion') ? [...card.parentElement?.children ?? []].indexOf(card) : null);
    return { request: this.#requests.get(card) ?? null, slot: slot === null ? null : Number(slot) };
  }

  /**
   * @param {string} type
   * @param {Target} target
   * @param {{ place?: Place, ms?: number, detail?: string }} [more]
   */
  #note(type, target, { place, ms, detail } = {}) {
    this.#waiting.push({ id: newKey(), requestId: place?.request, type, target, slot: place?.slot, ms, detail, at: new Date().toISOString() });
    if (this.#waiting.length >= most) {
      this.#send();
    } else {
      this.#rest ??= setTimeout(this.#send, restMs);
    }
  }

  // A beacon outlives the page. Nobody waits for the answer: losing signals is allowed. A browser that has too many on their way takes none; then there is another try.
  #send = () => {
    clearTimeout(this.#rest);
    this.#rest = undefined;
    const sent = this.#waiting.splice(0).slice(-mostWaiting);
    if (sent.length > 0 && !navigator.sendBeacon('/api/v1/events', new Blob([JSON.stringify(sent)], { type: 'application/json' }))) {
      this.#waiting = sent;
      this.#rest = setTimeout(this.#send, restMs);
    }
  };
}

/** @param {Element} element @returns {Target} */
function noteOf(element) {
  return { kind: 'note', id: element.getAttribute('data-note') ?? '' };
}

/** @param {Element} card of a note, of a person or of goods @returns {Target} */
function targetOf(card) {
  const suggestion = card.getAttribute('data-suggestion');
  return suggestion ? { kind: suggestion === 'person' ? 'account' : 'product', id: card.getAttribute('data-target') ?? '' } : noteOf(card);
}

/** @returns {{ note: string, place: Place } | null} the card that was followed to this page */
function takeChosen() {
  const kept = sessionStorage.getItem(chosenKey);
  sessionStorage.removeItem(chosenKey);
  return kept ? JSON.parse(kept) : null;
}

customElements.define('sward-signals', SwardSignals);
