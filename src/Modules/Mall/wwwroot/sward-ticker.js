/**
 * Shows recent orders one after the other, four seconds each, at most once a visit; then it goes.
 */
class Ticker extends HTMLElement {
  static #seconds = 4;

  connectedCallback() {
    const lines = [...this.children];
    if (lines.length === 0 || sessionStorage.getItem("ticker-seen")) {
      this.hidden = true;
      return;
    }
    sessionStorage.setItem("ticker-seen", "1");
    this.#show(lines, 0);
  }

  /**
   * @param {Element[]} lines
   * @param {number} shown
   */
  #show(lines, shown) {
    lines.forEach((line, index) => line.toggleAttribute("hidden", index !== shown));
    if (shown >= lines.length) {
      this.hidden = true;
      return;
    }
    setTimeout(() => this.#show(lines, shown + 1), Ticker.#seconds * 1000);
  }
}

customElements.define("sward-ticker", Ticker);
