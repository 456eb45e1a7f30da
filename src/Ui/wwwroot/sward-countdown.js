/**
 * Counts down to a moment on the server's clock: <sward-countdown until="…" now="…">05:00</sward-countdown>, both RFC 3339.
 * Emits "sward:over" once when it is reached.
 */
class SwardCountdown extends HTMLElement {
  /** @type {ReturnType<typeof setInterval> | undefined} */
  #timer;

  connectedCallback() {
    const until = Date.parse(this.getAttribute('until') ?? '');
    // The person's clock may be wrong: what counts is how far it is from the server's.
    const ahead = this.hasAttribute('now') ? Date.now() - Date.parse(this.getAttribute('now') ?? '') : 0;
    const tick = () => this.#show(until - (Date.now() - ahead));
    this.#timer = setInterval(tick, 1000);
    tick();
  }

  disconnectedCallback() {
    clearInterval(this.#timer);
  }

  /** @param {number} leftMs */
  #show(leftMs) {
    const seconds = Math.max(0, Math.floor(leftMs / 1000));
    const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
    this.textContent = (parts[0] === 0 ? parts.slice(1) : parts).map(part => String(part).padStart(2, '0')).join(':');
    if (seconds === 0) {
      clearInterval(this.#timer);
      this.dispatchEvent(new CustomEvent('sward:over', { bubbles: true }));
    }
  }
}

customElements.define('sward-countdown', SwardCountdown);
