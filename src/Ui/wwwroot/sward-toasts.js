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

    // A modal sheet covers everything outside of it: the message goes where the person looks.
    const sheet = document.querySelector('dialog[open]');
    this.replaceChildren(box);
    if (this.popover !== 'manual') {
      this.popover = 'manual';
    }

    if (sheet && this.matches(':popover-open')) {
      this.hidePopover();
    }

    if (!this.matches(':popover-open')) {
      this.showPopover();
    }

    setTimeout(() => box.remove(), action ? SwardToasts.#shownMs * 2 : SwardToasts.#shownMs); // time to reach for the button
  };
}

customElements.define('sward-toasts', SwardToasts);
