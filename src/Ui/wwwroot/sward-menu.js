/**
 * A menu behind a summary: <sward-menu><details><summary>…</summary><menu class="menu">…</menu></details></sward-menu> opens and closes by itself;
 * this adds Escape, arrows, and closing when the person goes elsewhere.
 */
class SwardMenu extends HTMLElement {
  connectedCallback() {
    this.addEventListener('keydown', this.#key);
    this.addEventListener('focusout', this.#leave);
    document.addEventListener('pointerdown', this.#elsewhere);
  }

  disconnectedCallback() {
    document.removeEventListener('pointerdown', this.#elsewhere);
  }

  close() {
    this.#details?.removeAttribute('open');
  }

  get #details() {
    return this.querySelector('details');
  }

  /** @param {PointerEvent} event */
  #elsewhere = event => {
    if (event.target instanceof Node && !this.contains(event.target)) {
      this.close();
    }
  };

  /** @param {FocusEvent} event */
  #leave = event => {
    if (event.relatedTarget instanceof Node && !this.contains(event.relatedTarget)) {
      this.close();
    }
  };

  /** @param {KeyboardEvent} event */
  #key = event => {
    if (!this.#details?.open) {
      return;
    }

    if (event.key === 'Escape') {
      event.stopPropagation();
      this.close();
      this.querySelector('summary')?.focus();
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const items = /** @type {HTMLElement[]} */ ([...this.querySelectorAll('.menu-item')]);
      const at = items.indexOf(/** @type {HTMLElement} */ (document.activeElement));
      items.at((at + (event.key === 'ArrowDown' ? 1 : -1)) % items.length)?.focus();
    }
  };
}

customElements.define('sward-menu', SwardMenu);
