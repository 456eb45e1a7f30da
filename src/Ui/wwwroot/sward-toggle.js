import { goToSignIn, Problem, send } from 'sward/api';
import { compact } from 'sward/counts';
import { toast } from 'sward/toast';

/**
 * Like, collect, follow: improves a form with one button. The tap shows at once, is sent as PUT or DELETE to the address in `api`,
 * and is visibly taken back when refused. All toggles of one address on a page move together.
 * Emits "sward:toggled" with { api, on }.
 */
class SwardToggle extends HTMLElement {
  #wanted = false;
  #sent = false;
  #busy = false;

  connectedCallback() {
    this.#wanted = this.#sent = this.isOn;
    this.addEventListener('submit', this.#tap);
    document.addEventListener('sward:toggled', this.#followOthers);
  }

  disconnectedCallback() {
    document.removeEventListener('sward:toggled', this.#followOthers);
  }

  get isOn() {
    return this.#button?.getAttribute('aria-pressed') === 'true';
  }

  /** Switches on when it is off: what a double tap on a picture does. */
  switchOn() {
    if (!this.isOn) {
      this.#want(true);
    }
  }

  get #button() {
    return this.querySelector('button');
  }

  /** @param {Event} event */
  #tap = event => {
    event.preventDefault();
    this.#want(!this.isOn);
  };

  /** @param {boolean} on */
  #want(on) {
    this.#wanted = on;
    this.#show(on);
    this.#announce(on);
    if (!this.#busy) {
      void this.#send();
    }
  }

  async #send() {
    this.#busy = true;
    try {
      while (this.#sent !== this.#wanted) {
        const on = this.#wanted;
        await send(on ? 'PUT' : 'DELETE', this.getAttribute('api') ?? '');
        this.#sent = on;
      }
    } catch (problem) {
      this.#takeBack(problem);
    } finally {
      this.#busy = false;
    }
  }

  /** @param {unknown} problem */
  #takeBack(problem) {
    if (problem instanceof Problem && problem.status === 401) {
      goToSignIn();
      return;
    }

    this.#wanted = this.#sent;
    this.#show(this.#sent);
    this.#announce(this.#sent);
    this.setAttribute('refused', '');
    setTimeout(() => this.removeAttribute('refused'), 400);
    toast(problem instanceof Error ? problem.message : String(problem));
  }

  /** @param {boolean} on */
  #show(on) {
    const button = this.#button;
    if (!button || this.isOn === on) {
      return;
    }

    button.setAttribute('aria-pressed', String(on));
    button.value = String(!on);

    const count = this.querySelector('[data-count]');
    if (count instanceof HTMLElement) {
      const next = Math.max(0, Number(count.dataset.count) + (on ? 1 : -1));
      count.dataset.count = String(next);
      count.textContent = next > 0 ? compact(next) : '';
    }
  }

  /** @param {boolean} on */
  #announce(on) {
    this.dispatchEvent(new CustomEvent('sward:toggled', { bubbles: true, detail: { api: this.getAttribute('api'), on } }));
  }

  /** @param {Event} event */
  #followOthers = event => {
    const { api, on } = /** @type {CustomEvent} */ (event).detail;
    if (event.target !== this && api === this.getAttribute('api')) {
      this.#wanted = this.#sent = on;
      this.#show(on);
    }
  };
}

customElements.define('sward-toggle', SwardToggle);
