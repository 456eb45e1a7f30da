import { goToSignIn, Problem, send } from 'sward/api';
import { toast } from 'sward/toast';

/** People, goods or notes that the reader may like. "Not this one" takes a card away at once, "no goods of this kind" all of the kind; they come back to where they stood when it is undone or refused. */
class SwardSuggestions extends HTMLElement {
  connectedCallback() {
    this.addEventListener('submit', this.#submitted);
  }

  /** What the menu of note cards asks of the place they stand in, as of a waterfall. @param {Element} card */
  takeAway(card) {
    card.remove();
  }

  /**
   * @param {Element} card
   * @param {Element | null} before the card that came after it
   */
  putBack(card, before) {
    this.insertBefore(card, before?.parentElement === this ? before : null);
  }

  /** @param {SubmitEvent} event */
  #submitted = event => {
    const form = event.target;
    const card = form instanceof HTMLFormElement && form.getAttribute('action') === '/not-interested' ? form.closest('[data-suggestion]') : null;
    if (card instanceof HTMLElement && event.submitter instanceof HTMLButtonElement) {
      event.preventDefault();
      void this.#hide(card, event.submitter.name, event.submitter.value);
    }
  };

  /**
   * @param {HTMLElement} card that was asked about
   * @param {string} kind person, product or category
   * @param {string} target
   */
  async #hide(card, kind, target) {
    const cards = kind === 'category' ? /** @type {HTMLElement[]} */ ([...this.children]).filter(other => other.dataset.category === target) : [card];
    const show = (/** @type {boolean} */ shown) => cards.forEach(one => { one.hidden = !shown; });
    const bringBack = () => show(true);
    show(false);
    (visibleBeside(card, 'nextElementSibling') ?? visibleBeside(card, 'previousElementSibling'))?.querySelector('a')?.focus({ preventScroll: true });
    try {
      await send('POST', '/api/v1/feed/hide', { [kind]: target });
      toast(this.getAttribute('text-hidden') ?? '', {
        action: this.getAttribute('text-undo') ?? '',
        act: () => void send('DELETE', `/api/v1/feed/hide?${kind}=${encodeURIComponent(target)}`).then(bringBack, told),
      });
    } catch (problem) {
      bringBack();
      told(problem);
    }
  }
}

/**
 * @param {Element} card
 * @param {'nextElementSibling' | 'previousElementSibling'} way
 */
function visibleBeside(card, way) {
  let beside = card[way];
  while (beside instanceof HTMLElement && beside.hidden) {
    beside = beside[way];
  }

  return beside;
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
