import { send } from 'sward/api';
import { toast } from 'sward/toast';

/**
 * Shares by the system's sheet where there is one, else copies the address; either is counted. The link inside leads to the page with the picture and its QR code
 * and is followed when the person shares nothing. Emits "sward:shared" with { api, channel }.
 */
class SwardShare extends HTMLElement {
  connectedCallback() {
    this.addEventListener('click', this.#share);
  }

  /** @param {MouseEvent} event */
  #share = event => {
    if (!('share' in navigator)) {
      return; // The page offers address and picture.
    }

    event.preventDefault();
    void this.#offer();
  };

  async #offer() {
    const { url } = await send('POST', this.getAttribute('api') ?? '');
    try {
      await navigator.share({ url, title: document.title });
      this.#announce('system');
    } catch (problem) {
      if (!(problem instanceof DOMException && problem.name === 'AbortError')) {
        await navigator.clipboard.writeText(url);
        toast(this.getAttribute('done') ?? '');
        this.#announce('link');
      }
    }
  }

  /** @param {string} channel */
  #announce(channel) {
    this.dispatchEvent(new CustomEvent('sward:shared', { bubbles: true, detail: { api: this.getAttribute('api'), channel } }));
  }
}

customElements.define('sward-share', SwardShare);
