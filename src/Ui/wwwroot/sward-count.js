import { send } from 'sward/api';

/**
 * Counts a press on any link or button inside, by a POST: <sward-count api="/api/v1/notes/1/share"><a href="…" download>…</a></sward-count>
 * Emits "sward:shared" with { api, channel }: a link that is copied, or a picture that is kept.
 */
class SwardCount extends HTMLElement {
  connectedCallback() {
    this.addEventListener('click', this.#count);
  }

  /** @param {MouseEvent} event */
  #count = event => {
    const pressed = event.target instanceof Element ? event.target.closest('a, button') : null;
    if (pressed) {
      const api = this.getAttribute('api') ?? '';
      void send('POST', api);
      this.dispatchEvent(new CustomEvent('sward:shared', { bubbles: true, detail: { api, channel: pressed.matches('a') ? 'picture' : 'link' } }));
    }
  };
}

customElements.define('sward-count', SwardCount);
