import { send } from 'sward/api';

/** Counts a press on any link or button inside, by a POST: <sward-count api="/api/v1/notes/1/share"><a href="…" download>…</a></sward-count> */
class SwardCount extends HTMLElement {
  connectedCallback() {
    this.addEventListener('click', this.#count);
  }

  /** @param {MouseEvent} event */
  #count = event => {
    if (event.target instanceof Element && event.target.closest('a, button')) {
      void send('POST', this.getAttribute('api') ?? '');
    }
  };
}

customElements.define('sward-count', SwardCount);
