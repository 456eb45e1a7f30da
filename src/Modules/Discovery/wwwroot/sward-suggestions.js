import { goToSignIn, Problem, send } from 'sward/api';
import { toast } from 'sward/toast';

/** People or goods that the reader may like. "Not this one" takes a card away at once; it comes back to where it stood when it is undone or refused. */
class SwardSuggestions extends HTMLElement {
  connectedCallback() {
    this.addEventListener('submit', this.#submitted);
  }

  /** @param {SubmitEvent} event */
  #submitted = event => {
    const form = event.target;
    const card = form instanceof HTMLFormElement && form.getAttribute('action') === '/not-interested' ? form.closest('[data-suggestion]') : null;
    if (card instanceof HTMLElement) {
      event.preventDefault();
      void this.#hide(card);
    }
  };

  /** @param {HTMLElement} card */
  async #hide(card) {
    const { suggestion: kind = '', target = '' } = card.dataset;
    const next = card.nextElementSibling ?? card.previousElementSibling;
    const bringBack = () => { card.hidden = false; };
    card.hidden = true;
    next?.querySelector('a')?.focus({ preventScroll: true });
    try {
      await send('POST', '/api/v1/feed/hide', { [kind]: target });
      toast(this.getAttribute('text-hidden') ?? '', {
        action: this.getAttribute('text-undo') ?? '',
        act: () => void send('DELETE', `/api/v1/feed/hide?${kind}=${target}`).then(bringBack, told),
      });
    } catch (problem) {
      bringBack();
      told(problem);
    }
  }
}

/** @param {unknown} problem */
function told(problem) {
  if (problem instanceof Problem && problem.status === 401) {
    goToSignIn();
  } else {
    toast(problem instanceof Error ? problem.message : String(problem));
  }
}

customElements.define('sward-suggestions', SwardSuggestions);
