import { fetchPage } from 'sward/api';

/**
 * Opens links with data-sheet (notes) over the page they stand on. The address is the note's own and back closes it;
 * the page underneath stays as it was. When anything is in the way the link is simply followed.
 */
class SwardSheet extends HTMLElement {
  /** @type {Map<string, Promise<{ url: string, page: Document }>>} pages asked for when the finger came down */
  #ahead = new Map();
  /** @type {HTMLElement | null} */
  #card = null;
  #title = '';
  #at = '';
  /** @type {HTMLElement | null} */
  #opener = null;

  connectedCallback() {
    document.addEventListener('pointerdown', this.#lookAhead);
    document.addEventListener('click', this.#follow);
    addEventListener('popstate', this.#travel);
    this.#dialog.addEventListener('cancel', this.#leave);
    this.#dialog.addEventListener('click', this.#pressed);
  }

  disconnectedCallback() {
    document.removeEventListener('pointerdown', this.#lookAhead);
    document.removeEventListener('click', this.#follow);
    removeEventListener('popstate', this.#travel);
  }

  get #dialog() {
    return /** @type {HTMLDialogElement} */ (this.querySelector('dialog'));
  }

  get #body() {
    return /** @type {HTMLElement} */ (this.querySelector('.sheet-body'));
  }

  /** @param {Event} event */
  #lookAhead = event => {
    const link = linkOf(event);
    if (link && !this.#ahead.has(link.href)) {
      const page = fetchPage(link.href);
      page.catch(() => this.#ahead.delete(link.href));
      this.#ahead.set(link.href, page);
      setTimeout(() => this.#ahead.delete(link.href), 5000);
    }
  };

  /** @param {MouseEvent} event */
  #follow = event => {
    const link = linkOf(event);
    if (!link || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) {
      return;
    }

    event.preventDefault();
    this.#card = link.closest('.note-card');
    void this.#open(link.href, true);
  };

  /**
   * @param {string} url
   * @param {boolean} isNew whether the address must still be written into the history
   */
  async #open(url, isNew) {
    try {
      // What is shown is moved out of the page that was asked for: it serves once.
      const asked = this.#ahead.get(url) ?? fetchPage(url);
      this.#ahead.delete(url);
      const { url: reached, page } = await asked;
      if (new URL(reached).pathname !== new URL(url).pathname) {
        throw new Error('led elsewhere');
      }

      await bringStyles(page);
      await this.#transition(() => this.#show(page));
    } catch {
      location.assign(url);
      return;
    }

    if (isNew) {
      history.pushState({ sheet: url }, '', url);
    }

    this.#at = new URL(url).pathname;

    this.dispatchEvent(new CustomEvent('sward:sheet-opened', { bubbles: true, detail: { url, card: this.#card } }));
  }

  /** @param {Document} page */
  #show(page) {
    if (!this.#dialog.open) {
      this.#title = document.title;
      this.#opener = /** @type {HTMLElement | null} */ (document.activeElement);
      this.#dialog.showModal();
    }

    document.title = page.title;
    this.#body.replaceChildren(...page.body.childNodes);
    this.#dialog.scrollTop = 0;
    this.#dialog.setAttribute('aria-label', page.title);
  }

  #hide() {
    document.title = this.#title;
    this.#body.replaceChildren();
    this.#dialog.close();
    // Going back in the history may have put the focus elsewhere already.
    setTimeout(() => this.#opener?.focus({ preventScroll: true }));
    this.dispatchEvent(new CustomEvent('sward:sheet-closed', { bubbles: true }));
  }

  /**
   * The card's cover grows into the sheet, and shrinks back.
   * @param {() => void} change
   */
  async #transition(change) {
    const cover = /** @type {HTMLElement | null} */ (this.#card?.querySelector('.picture') ?? null);
    if (!document.startViewTransition || !cover || matchMedia('(prefers-reduced-motion: reduce)').matches) {
      change();
      return;
    }

    const opening = !this.#dialog.open;
    const sheet = this.#dialog;
    (opening ? cover : sheet).style.viewTransitionName = 'note';
    const transition = document.startViewTransition(() => {
      cover.style.viewTransitionName = opening ? '' : 'note';
      sheet.style.viewTransitionName = opening ? 'note' : '';
      change();
    });
    await transition.updateCallbackDone;
    void transition.finished.finally(() => {
      cover.style.viewTransitionName = '';
      sheet.style.viewTransitionName = '';
    });
  }

  /** @param {PopStateEvent} event */
  #travel = event => {
    if (this.#dialog.open && location.pathname === this.#at) {
      return; // A place within the open note was visited: its comments, say.
    }

    if (event.state?.sheet) {
      void this.#open(event.state.sheet, false);
    } else if (this.#dialog.open) {
      void this.#transition(() => this.#hide());
    }
  };

  /** @param {Event} event */
  #leave = event => {
    event.preventDefault();
    history.back();
  };

  /** @param {MouseEvent} event */
  #pressed = event => {
    if (event.target === this.#dialog || (event.target instanceof Element && event.target.closest('[data-close]'))) {
      history.back();
    }
  };
}

/** @param {Event} event */
function linkOf(event) {
  const link = event.target instanceof Element ? event.target.closest('a[data-sheet]') : null;
  return link instanceof HTMLAnchorElement && link.origin === location.origin ? link : null;
}

/**
 * A page may bring styles of its own; they must be there before it is shown.
 * @param {Document} page
 */
async function bringStyles(page) {
  const missing = [...page.querySelectorAll('link[rel="stylesheet"]')].filter(link => !document.querySelector(`link[href="${link.getAttribute('href')}"]`));
  page.querySelectorAll('link[rel="stylesheet"]').forEach(link => link.remove());
  await Promise.all(missing.map(link => new Promise(resolve => {
    const copy = /** @type {HTMLLinkElement} */ (document.importNode(link));
    copy.onload = copy.onerror = resolve;
    document.head.append(copy);
  })));
}

customElements.define('sward-sheet', SwardSheet);
