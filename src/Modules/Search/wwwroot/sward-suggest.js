import { send } from 'sward/api';

/**
 * @typedef {'history' | 'query' | 'topic' | 'product' | 'person'} Kind
 * @typedef {{ text: string, kind: Kind }} Suggestion
 */

/** What each kind of suggestion is drawn with, and the tab of results it leads to. */
const KINDS = {
  history: { icon: 'clock', tab: '' },
  query: { icon: 'search', tab: '' },
  topic: { icon: 'hash', tab: '' },
  product: { icon: 'bag', tab: 'mall' },
  person: { icon: 'me', tab: 'people' },
};

const PAUSE_MS = 120;

let lists = 0;

/**
 * Completes what is typed into the search field inside it, as a combobox with a list: arrows choose, Enter searches, Escape closes.
 * Attribute "label" names the list for screen readers.
 */
class SwardSuggest extends HTMLElement {
  #list = document.createElement('ul');
  #typed = '';
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #pause;
  /** @type {AbortController | undefined} */
  #asking;

  connectedCallback() {
    const input = this.#input;
    this.#list.id = `suggestions-${++lists}`;
    this.#list.className = 'menu';
    this.#list.role = 'listbox';
    this.#list.ariaLabel = this.getAttribute('label');
    this.#list.hidden = true;
    this.append(this.#list);
    input.role = 'combobox';
    input.ariaAutoComplete = 'list';
    input.ariaExpanded = 'false';
    input.setAttribute('aria-controls', this.#list.id);
    input.addEventListener('input', this.#type);
    input.addEventListener('keydown', this.#press);
    input.addEventListener('blur', () => this.#close());
    // The field keeps the focus while the pointer chooses.
    this.#list.addEventListener('pointerdown', event => event.preventDefault());
    this.#list.addEventListener('click', this.#click);
  }

  disconnectedCallback() {
    clearTimeout(this.#pause);
    this.#asking?.abort();
  }

  get #input() {
    return /** @type {HTMLInputElement} */ (this.querySelector('input'));
  }

  /** @returns {HTMLElement[]} */
  get #options() {
    return [...this.#list.querySelectorAll('li')];
  }

  #type = () => {
    this.#typed = this.#input.value;
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => void this.#ask(this.#typed.trim()), PAUSE_MS);
  };

  /** @param {string} text */
  async #ask(text) {
    this.#asking?.abort();
    if (text === '') {
      this.#close();
      return;
    }

    this.#asking = new AbortController();
    try {
      const answer = await send('GET', '/api/v1/search/suggest?q=' + encodeURIComponent(text), undefined, { signal: this.#asking.signal });
      this.#show(answer.items);
    } catch {
      // Suggestions are a help: without them one types on.
      this.#close();
    }
  }

  /** @param {Suggestion[]} suggestions */
  #show(suggestions) {
    this.#list.replaceChildren(...suggestions.map((suggestion, index) => this.#draw(suggestion, index)));
    this.#list.hidden = suggestions.length === 0 || document.activeElement !== this.#input;
    this.#input.ariaExpanded = String(!this.#list.hidden);
    this.#input.removeAttribute('aria-activedescendant');
  }

  /**
   * @param {Suggestion} suggestion
   * @param {number} index
   */
  #draw(suggestion, index) {
    const option = document.createElement('li');
    option.id = `${this.#list.id}-${index}`;
    option.className = 'menu-item';
    option.role = 'option';
    option.ariaSelected = 'false';
    option.dataset.tab = KINDS[suggestion.kind].tab;
    option.dataset.text = suggestion.text;
    const text = document.createElement('span');
    text.className = 'one-line';
    text.textContent = suggestion.text;
    option.append(this.#icon(KINDS[suggestion.kind].icon), text);
    return option;
  }

  /** @param {string} name an icon of the sprite that the page already uses */
  #icon(name) {
    const icon = /** @type {SVGElement} */ (this.parentElement?.querySelector('svg')?.cloneNode(true));
    const use = icon.querySelector('use');
    use?.setAttribute('href', (use.getAttribute('href') ?? '').replace(/#.*/, '#' + name));
    return icon;
  }

  /** @param {KeyboardEvent} event */
  #press = event => {
    const options = this.#options;
    if (this.#list.hidden || event.isComposing || options.length === 0) {
      return;
    }

    const at = options.findIndex(option => option.ariaSelected === 'true');
    if (event.key === 'ArrowDown') {
      this.#select(at + 1 < options.length ? at + 1 : -1);
    } else if (event.key === 'ArrowUp') {
      this.#select(at === -1 ? options.length - 1 : at - 1);
    } else if (event.key === 'Escape') {
      this.#select(-1);
      this.#close();
    } else if (event.key === 'Enter' && at >= 0) {
      this.#search(options[at]);
    } else {
      return;
    }

    event.preventDefault();
  };

  /** @param {number} index -1 goes back to what was typed */
  #select(index) {
    const options = this.#options;
    options.forEach((option, at) => { option.ariaSelected = String(at === index); });
    const chosen = options[index];
    this.#input.value = chosen ? chosen.dataset.text ?? '' : this.#typed;
    if (chosen) {
      this.#input.setAttribute('aria-activedescendant', chosen.id);
    } else {
      this.#input.removeAttribute('aria-activedescendant');
    }
  }

  /** @param {Event} event */
  #click = event => {
    const option = event.target instanceof Element ? event.target.closest('li') : null;
    if (option) {
      this.#search(option);
    }
  };

  /** @param {HTMLElement} option */
  #search(option) {
    const wanted = new URLSearchParams({ q: option.dataset.text ?? '' });
    if (option.dataset.tab) {
      wanted.set('tab', option.dataset.tab);
    }

    location.assign(`${this.#input.form?.getAttribute('action')}?${wanted}`);
  }

  #close() {
    this.#asking?.abort();
    this.#list.hidden = true;
    this.#input.ariaExpanded = 'false';
    this.#input.removeAttribute('aria-activedescendant');
  }
}

customElements.define('sward-suggest', SwardSuggest);
