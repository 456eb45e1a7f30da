/**
 * Follows a request through the queue: "events" is the stream of its results, "state" what the page shows. While that stays, only the place inside
 * [data-ahead] moves; when it changes, the page is loaded again and says what became of it.
 */
class SwardFlashResult extends HTMLElement {
  /** @type {EventSource | undefined} */
  #events;

  connectedCallback() {
    this.#events = new EventSource(this.getAttribute('events') ?? '');
    this.#events.addEventListener('result', this.#hear);
  }

  disconnectedCallback() {
    this.#events?.close();
  }

  /** @param {MessageEvent<string>} event */
  #hear = event => {
    /** @type {{ state: string, ahead: number }} */
    const result = JSON.parse(event.data);
    if (result.state !== this.getAttribute('state')) {
      this.#events?.close();
      location.reload();
      return;
    }

    const ahead = this.querySelector('[data-ahead]');
    const text = (this.getAttribute('text') ?? '{0}').replace('{0}', String(result.ahead));
    // Screen readers read what changes: the same words again are no news.
    if (ahead && ahead.textContent !== text) {
      ahead.textContent = text;
    }
  };
}

customElements.define('sward-flash-result', SwardFlashResult);
