import { toast } from 'sward/toast';

/**
 * Copies a text when its button is pressed, or hands it to the system's share sheet where there is one:
 * <sward-copy text="https://…" done="Copied" share><button type="button">…</button></sward-copy>
 */
class SwardCopy extends HTMLElement {
  connectedCallback() {
    this.addEventListener('click', this.#copy);
  }

  #copy = async () => {
    const text = this.getAttribute('text') ?? '';
    if (this.hasAttribute('share') && 'share' in navigator) {
      try {
        await navigator.share({ url: text, title: document.title });
        return;
      } catch (problem) {
        if (problem instanceof DOMException && problem.name === 'AbortError') {
          return; // The person thought better of it.
        }
      }
    }

    await navigator.clipboard.writeText(text);
    toast(this.getAttribute('done') ?? '');
  };
}

customElements.define('sward-copy', SwardCopy);
