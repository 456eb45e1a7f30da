import { fetchPage } from 'sward/api';

/**
 * Fills itself with a page's content when it comes into view: <sward-lazy src="/products/5/notes"><a href="/products/5/notes">…</a></sward-lazy>.
 * What stands inside is there until then, and stays when loading fails.
 */
class SwardLazy extends HTMLElement {
  #nears = new IntersectionObserver(seen => seen.some(s => s.isIntersecting) && this.#load(), { rootMargin: '600px' });

  connectedCallback() {
    this.#nears.observe(this);
  }

  disconnectedCallback() {
    this.#nears.disconnect();
  }

  async #load() {
    this.#nears.disconnect();
    try {
      const { page } = await fetchPage(this.getAttribute('src') ?? '');
      this.replaceChildren(...page.body.childNodes);
    } catch (problem) {
      console.error(problem);
    }
  }
}

customElements.define('sward-lazy', SwardLazy);
