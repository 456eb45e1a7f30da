import { send } from 'sward/api';

const askAfterMs = 250;

/** Suggestions of the editor: topics for the word being typed, products for the words looked for. */
export class NoteIdeas {
  #editor;
  #changed;
  #asking = 0;

  /**
   * @param {HTMLElement} editor
   * @param {() => void} changed called when a suggestion was taken
   */
  constructor(editor, changed) {
    this.#editor = editor;
    this.#changed = changed;
    this.#topics.addEventListener('input', () => this.#later(() => this.#suggestTopics()));
    this.#topics.addEventListener('focus', () => this.#later(() => this.#suggestTopics()));
    this.#find.addEventListener('input', event => {
      event.stopPropagation(); // What is looked for is not part of the note.
      this.#later(() => this.#suggestProducts());
    });
    this.#chosen.addEventListener('click', this.#removeProduct);
  }

  get #topics() {
    return /** @type {HTMLInputElement} */ (this.#editor.querySelector('[name="topics"]'));
  }

  get #find() {
    return /** @type {HTMLInputElement} */ (this.#editor.querySelector('[data-find-product]'));
  }

  get #chosen() {
    return /** @type {HTMLElement} */ (this.#editor.querySelector('[data-products]'));
  }

  /** @param {() => Promise<void>} ask */
  #later(ask) {
    clearTimeout(this.#asking);
    this.#asking = setTimeout(() => void ask(), askAfterMs);
  }

  async #suggestTopics() {
    const typed = this.#topics.value.split(/[#,，、]/).at(-1)?.trim() ?? '';
    const { items } = await send('GET', `/api/v1/topics?${new URLSearchParams({ q: typed })}`);
    this.#editor.querySelector('[data-topic-ideas]')?.replaceChildren(...items.map((/** @type {{ name: string }} */ topic) =>
      button('chip chip-outlined', '#' + topic.name, () => this.#takeTopic(topic.name))));
  }

  /** @param {string} name */
  #takeTopic(name) {
    const before = this.#topics.value.replace(/[^#,，、]*$/, '').replace(/#$/, '').trim();
    this.#topics.value = `${before} #${name} `.trimStart();
    this.#editor.querySelector('[data-topic-ideas]')?.replaceChildren();
    this.#topics.focus();
    this.#changed();
  }

  async #suggestProducts() {
    const { items } = await send('GET', `/api/v1/notes/products?${new URLSearchParams({ q: this.#find.value.trim() })}`);
    this.#editor.querySelector('[data-found-products]')?.replaceChildren(...items.map((/** @type {{ id: string, origin: string, name: string }} */ product) => {
      const line = document.createElement('li');
      line.append(button('line', `${product.origin} · ${product.name}`, () => this.#takeProduct(product.id, `${product.origin} · ${product.name}`)));
      return line;
    }));
  }

  /**
   * @param {string} id
   * @param {string} name
   */
  #takeProduct(id, name) {
    if (!this.#chosen.querySelector(`[value="${CSS.escape(id)}"]`)) {
      const template = /** @type {HTMLTemplateElement} */ (this.#editor.querySelector('template[data-product]'));
      const line = /** @type {DocumentFragment} */ (template.content.cloneNode(true));
      /** @type {HTMLElement} */ (line.querySelector('span')).textContent = name;
      /** @type {HTMLInputElement} */ (line.querySelector('input')).value = id;
      this.#chosen.append(line);
    }

    this.#find.value = '';
    this.#editor.querySelector('[data-found-products]')?.replaceChildren();
    this.#changed();
  }

  /** @param {Event} event */
  #removeProduct = event => {
    const remove = event.target instanceof Element ? event.target.closest('[data-remove]') : null;
    if (remove) {
      remove.closest('li')?.remove();
      this.#changed();
    }
  };
}

/**
 * @param {string} className
 * @param {string} text
 * @param {() => void} press
 */
function button(className, text, press) {
  const made = document.createElement('button');
  Object.assign(made, { type: 'button', className, textContent: text, onclick: press });
  return made;
}
