/**
 * The region at the edge of the page where short messages come and go.
 * Listens for "sward:toast" with { text, action?, act? }.
 */
class SwardToasts extends HTMLElement {
  static #shownMs = 4000;

  connectedCallback() {
    document.addEventListener('sward:toast', this.#show);
  }

  disconnectedCallback() {
    document.removeEventListener('sward:toast', this.#show);
  }

  /** @param {Event} event */
  #show = event => {
    const { text, action, act } = /** @type {CustomEvent} */ (event).detail;
    const box = document.createElement('div');
    box.className = 'toast';
    box.append(text);
    if (action) {
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = action;
      button.addEventListener('click', () => {
        box.remove();
        act?.();
      });
      box.append(button);
    }

    // Nothing outside of an open sheet can be seen or pressed: the message goes where the person looks, and comes back when the sheet is closed.
    const sheet = document.querySelector('dialog[open]');
    this.#moveTo(sheet ?? document.body);
    sheet?.addEventListener('close', () => this.#moveTo(document.body), { once: true });
    this.replaceChildren(box);
    this.#lift();

    setTimeout(() => box.remove(), action ? SwardToasts.#shownMs * 2 : SwardToasts.#shownMs); // time to reach for the button
  };

  /** @param {Element} place */
  #moveTo(place) {
    if (this.parentElement !== place) {
      place.append(this);
      this.#lift();
    }
  }

  /** Above everything, also above a sheet that was opened since. */
  #lift() {
    this.popover = 'manual';
    if (this.matches(':popover-open')) {
      this.hidePopover();
    }

    this.showPopover();
  }
}

customElements.define('sward-toasts', SwardToasts);
