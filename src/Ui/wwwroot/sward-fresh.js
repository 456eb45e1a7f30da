/**
 * Offers new content without pushing it in: asks `src` (a JSON object with `count`) once a minute while the page is looked at,
 * and shows itself as a pill when there is some. <sward-fresh src="…" text="{0} new" hidden><a href="/" class="button">…</a></sward-fresh>
 */
class SwardFresh extends HTMLElement {
  static #everyMs = 60_000;

  /** @type {ReturnType<typeof setInterval> | undefined} */
  #timer;

  connectedCallback() {
    this.#timer = setInterval(() => document.visibilityState === 'visible' && this.#ask(), SwardFresh.#everyMs);
  }

  disconnectedCallback() {
    clearInterval(this.#timer);
  }

  async #ask() {
    const answer = await fetch(this.getAttribute('src') ?? '', { headers: { Accept: 'application/json' } }).catch(() => null);
    const count = answer?.ok ? (await answer.json()).count : 0;
    const link = this.querySelector('a');
    if (count > 0 && link) {
      link.textContent = (this.getAttribute('text') ?? '{0}').replace('{0}', String(count));
      this.hidden = false;
    }
  }
}

customElements.define('sward-fresh', SwardFresh);
