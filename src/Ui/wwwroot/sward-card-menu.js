import { goToSignIn, Problem, send } from 'sward/api';
import { toast } from 'sward/toast';

/**
 * The one menu behind the "more" buttons of all note cards: why this, not interested, report. Buttons carry data-act;
 * the card that was asked about gives the ids. Cards leave at once.
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
    if (!(button instanceof HTMLElement)) {
      return;
    }

    event.preventDefault();
    this.#card = button.closest('.note-card');
    const why = this.querySelector('[data-why-text]');
    if (why) {
      why.textContent = this.#card?.dataset.why || why.getAttribute('data-why-text');
    }

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

  /** @param {Event} event */
  #choose = event => {
    const item = event.target instanceof Element ? event.target.closest('[data-act]') : null;
    if (!(item instanceof HTMLElement) || !this.#card) {
      return;
    }

    this.#menu.hidePopover();
    const { note, author, channel } = this.#card.dataset;
    switch (item.dataset.act) {
      case 'hide': void this.#hide({ note }); break;
      case 'hide-author': void this.#hide({ author }); break;
      case 'hide-channel': void this.#hide({ category: channel }); break;
      case 'report': this.#dialog?.showModal(); break;
    }
  };

  /** @param {Record<string, string | undefined>} what */
  async #hide(what) {
    await this.#tell('/api/v1/feed/hide', what, this.getAttribute('text-hidden') ?? '');
  }

  /** @param {SubmitEvent} event */
  #report = event => {
    if (event.submitter?.getAttribute('formmethod') === 'dialog') {
      return;
    }

    event.preventDefault();
    const form = /** @type {HTMLFormElement} */ (event.target);
    const reason = new FormData(form).get('reason');
    this.#dialog?.close();
    void this.#tell('/api/v1/reports', { target: { kind: 'note', id: this.#card?.dataset.note }, reason }, this.getAttribute('text-reported') ?? '');
  };

  /**
   * @param {string} url
   * @param {unknown} body
   * @param {string} thanks
   */
  async #tell(url, body, thanks) {
    const card = this.#card;
    card?.setAttribute('leaving', '');
    try {
      await send('POST', url, body);
      toast(thanks);
      setTimeout(() => card && /** @type {any} */ (card.parentElement)?.takeAway?.(card), 200);
    } catch (problem) {
      card?.removeAttribute('leaving');
      if (problem instanceof Problem && problem.status === 401) {
        goToSignIn();
      } else {
        toast(/** @type {Error} */ (problem).message);
      }
    }
  }
}

customElements.define('sward-card-menu', SwardCardMenu);
