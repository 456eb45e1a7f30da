import { goToSignIn, Problem, send } from 'sward/api';
import { toast } from 'sward/toast';

/** @typedef {'note' | 'author' | 'topic' | 'category'} Kind what can be hidden */

const leavingMs = 200;

/**
 * The one menu behind the "more" buttons of all note cards: why this, not interested, report. Buttons carry data-act; the card that was asked about says what
 * it is, whose, and on which topics. All cards that a wish is about leave at once, and come back when it is undone or refused.
 */
class SwardCardMenu extends HTMLElement {
  /** @type {HTMLElement | null} */
  #card = null;

  connectedCallback() {
    document.addEventListener('click', this.#open);
    this.addEventListener('click', this.#choose);
    this.addEventListener('submit', this.#report);
  }

  disconnectedCallback() {
    document.removeEventListener('click', this.#open);
  }

  get #menu() {
    return /** @type {HTMLElement} */ (this.querySelector('.menu'));
  }

  get #dialog() {
    return this.querySelector('dialog');
  }

  /** @param {Event} event */
  #open = event => {
    const button = event.target instanceof Element ? event.target.closest('.note-card-more') : null;
    // A page may have several waterfalls, each with a menu: the first serves all. While a sheet is open nothing outside of it can be pressed.
    if (!(button instanceof HTMLElement) || (button.closest('dialog') ?? document).querySelector(this.localName) !== this) {
      return;
    }

    event.preventDefault();
    this.#card = button.closest('.note-card');
    const why = this.querySelector('[data-why-text]');
    if (why) {
      why.textContent = this.#card?.dataset.why || why.getAttribute('data-why-text');
    }

    this.#offerTopics();
    const menu = this.#menu;
    menu.hidden = false;
    menu.showPopover();
    const at = button.getBoundingClientRect();
    menu.style.insetBlockStart = `${Math.min(at.bottom, innerHeight - menu.offsetHeight - 8)}px`;
    menu.style.insetInlineStart = `${Math.max(8, at.right - menu.offsetWidth)}px`;
    this.#first?.focus();
  };

  get #first() {
    return /** @type {HTMLElement | null} */ (this.querySelector('.menu-item'));
  }

  /** One line for each topic of the card, made after the pattern. */
  #offerTopics() {
    const pattern = /** @type {HTMLElement} */ (this.querySelector('[data-per-topic]'));
    this.querySelectorAll('[data-topic]').forEach(line => line.remove());
    for (const topic of topicsOf(this.#card).reverse()) {
      const line = /** @type {HTMLElement} */ (pattern.cloneNode(true));
      line.removeAttribute('data-per-topic');
      line.dataset.topic = topic;
      line.hidden = false;
      const label = /** @type {HTMLElement} */ (line.querySelector('span'));
      label.textContent = label.textContent?.replace('{0}', topic) ?? topic;
      pattern.after(line);
    }
  }

  /** @param {Event} event */
  #choose = event => {
    const item = event.target instanceof Element ? event.target.closest('[data-act]') : null;
    const card = this.#card;
    if (!(item instanceof HTMLElement) || !card) {
      return;
    }

    this.#menu.hidePopover();
    const { note = '', author = '', channel = '' } = card.dataset;
    switch (item.dataset.act) {
      case 'note': void this.#hide('note', note); break;
      case 'author': void this.#hide('author', author); break;
      case 'topic': void this.#hide('topic', item.closest('li')?.dataset.topic ?? ''); break;
      case 'category': void this.#hide('category', channel); break;
      case 'report': this.#dialog?.showModal(); break;
    }
  };

  /**
   * @param {Kind} kind
   * @param {string} target
   */
  async #hide(kind, target) {
    const undo = takeAway([.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('.note-card'))].filter(card => isAbout(card, kind, target)));
    await this.#tell(() => send('POST', '/api/v1/feed/hide', { [kind]: target }), undo, this.getAttribute('text-hidden'), {
      action: this.getAttribute('text-undo') ?? '',
      act: () => void this.#tell(() => send('DELETE', `/api/v1/feed/hide?${kind}=${encodeURIComponent(target)}`).then(undo)),
    });
  }

  /** @param {SubmitEvent} event */
  #report = event => {
    if (event.submitter?.getAttribute('formmethod') === 'dialog') {
      return;
    }

    event.preventDefault();
    const card = this.#card;
    const reason = new FormData(/** @type {HTMLFormElement} */ (event.target)).get('reason');
    this.#dialog?.close();
    const undo = takeAway(card ? [card] : []);
    void this.#tell(() => send('POST', '/api/v1/reports', { target: { kind: 'note', id: card?.dataset.note }, reason }), undo, this.getAttribute('text-reported'));
  };

  /**
   * @param {() => Promise<unknown>} tell
   * @param {() => void} [undo] what to do when it is refused
   * @param {string | null} [thanks]
   * @param {{ action: string, act: () => void }} [offer]
   */
  async #tell(tell, undo, thanks, offer) {
    try {
      await tell();
      if (thanks) {
        toast(thanks, offer);
      }
    } catch (problem) {
      undo?.();
      if (problem instanceof Problem && problem.status === 401) {
        goToSignIn();
      } else {
        toast(/** @type {Error} */ (problem).message);
      }
    }
  }
}

/** @param {HTMLElement | null} card */
function topicsOf(card) {
  return card?.dataset.topics?.split('#').filter(topic => topic !== '') ?? [];
}

/**
 * @param {HTMLElement} card
 * @param {Kind} kind
 * @param {string} target
 */
function isAbout(card, kind, target) {
  switch (kind) {
    case 'note': return card.dataset.note === target;
    case 'author': return card.dataset.author === target;
    case 'topic': return topicsOf(card).some(topic => topic.toLowerCase() === target.toLowerCase());
    case 'category': return card.dataset.channel === target;
  }
}

/**
 * Lets cards leave their waterfalls; the answer brings them back to where they stood.
 * @param {HTMLElement[]} cards
 */
function takeAway(cards) {
  const places = cards.map(card => ({ card, feed: card.parentElement, before: card.nextElementSibling }));
  cards.forEach(card => card.setAttribute('leaving', ''));
  const leave = setTimeout(() => places.forEach(({ card, feed }) => /** @type {any} */ (feed)?.takeAway?.(card)), leavingMs);
  return () => {
    clearTimeout(leave);
    // The last first, so that each finds its neighbour.
    for (const { card, feed, before } of places.reverse()) {
      card.removeAttribute('leaving');
      if (!card.isConnected) {
        /** @type {any} */ (feed)?.putBack?.(card, before);
      }
    }
  };
}

customElements.define('sward-card-menu', SwardCardMenu);
