const SECOND = 1000;
const DAY_SECONDS = 86_400;

/** Everybody's page wakes up at the same instant; a moment apart they are easier to serve. */
const SPREAD_MS = 800;

/**
 * Counts down to the instant "until" by the server's clock, which said "now" when it wrote the page; then loads the page again.
 * Attribute "text" is what is said, {0} being the time that is left; "days" puts days and the time of a day together.
 */
class SwardCountdown extends HTMLElement {
  #ahead = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #next;

  connectedCallback() {
    const [answer] = performance.getEntriesByType('navigation');
    const written = performance.timeOrigin + (answer instanceof PerformanceNavigationTiming ? answer.responseStart : 0);
    this.#ahead = Date.parse(this.getAttribute('now') ?? '') - written;
    this.role = 'timer';
    this.#tick();
  }

  disconnectedCallback() {
    clearTimeout(this.#next);
  }

  #tick() {
    const left = Date.parse(this.getAttribute('until') ?? '') - Date.now() - this.#ahead;
    if (left <= 0) {
      this.#next = setTimeout(() => location.reload(), Math.random() * SPREAD_MS);
      return;
    }

    this.textContent = (this.getAttribute('text') ?? '{0}').replace('{0}', this.#spell(Math.ceil(left / SECOND)));
    this.#next = setTimeout(() => this.#tick(), left % SECOND || SECOND);
  }

  /** @param {number} seconds */
  #spell(seconds) {
    const clock = [Math.floor(seconds / 3600) % 24, Math.floor(seconds / 60) % 60, seconds % 60].map(part => String(part).padStart(2, '0')).join(':');
    const days = Math.floor(seconds / DAY_SECONDS);
    return days === 0 ? clock : (this.getAttribute('days') ?? '{0} {1}').replace('{0}', String(days)).replace('{1}', clock);
  }
}

customElements.define('sward-countdown', SwardCountdown);
