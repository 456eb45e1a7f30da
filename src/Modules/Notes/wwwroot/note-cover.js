import { send } from 'sward/api';

const drawAfterMs = 400;

/** The cover of a note without pictures: designs to choose from and a drawing of the words while they are written. */
export class NoteCover {
  #editor;
  #changed;
  #drawing = 0;
  #isFilled = false;
  #usual = '';

  /**
   * @param {HTMLElement} editor
   * @param {() => void} changed called when another design was chosen
   */
  constructor(editor, changed) {
    this.#editor = editor;
    this.#changed = changed;
    this.#place.addEventListener('change', this.#choose);
  }

  /**
   * Shows the cover, or hides it when there are pictures.
   * @param {boolean} isNeeded
   * @param {string} words
   */
  show(isNeeded, words) {
    this.#place.hidden = !isNeeded;
    clearTimeout(this.#drawing);
    if (isNeeded) {
      this.#drawing = setTimeout(() => void this.#draw(words.trim()), drawAfterMs);
    }
  }

  get #place() {
    return /** @type {HTMLFieldSetElement} */ (this.#editor.querySelector('[data-covers]'));
  }

  get #design() {
    return /** @type {HTMLInputElement} */ (this.#place.querySelector('[name="coverDesign"]'));
  }

  /** What the cover is drawn with; the field stays empty until somebody chooses, as it was on the page. */
  get #chosen() {
    return this.#design.value || this.#usual;
  }

  /** @param {string} words */
  async #draw(words) {
    await this.#fill();
    const image = /** @type {HTMLImageElement} */ (this.#place.querySelector('[data-cover]'));
    image.hidden = words === '';
    if (words !== '') {
      image.src = `/api/v1/media/covers/preview?${new URLSearchParams({ text: words, design: this.#chosen })}`;
    }
  }

  async #fill() {
    if (this.#isFilled) {
      return;
    }

    this.#isFilled = true;
    const { items } = await send('GET', '/api/v1/media/covers/designs');
    this.#usual = items[0].key;
    this.#place.querySelector('[data-designs]')?.replaceChildren(...items.map((/** @type {{ key: string, name: string }} */ design) => {
      const chip = document.createElement('label');
      const radio = document.createElement('input');
      chip.className = 'chip chip-outlined';
      Object.assign(radio, { type: 'radio', name: 'design', value: design.key, checked: design.key === this.#chosen });
      chip.append(radio, design.name);
      return chip;
    }));
  }

  /** @param {Event} event */
  #choose = event => {
    this.#design.value = /** @type {HTMLInputElement} */ (event.target).value;
    this.#changed();
  };
}
