import { send } from 'sward/api';

const drawAfterMs = 400;

/** The cover of a note without pictures: designs to choose from and a drawing of the words while they are written. */
export class NoteCover {
  #editor;
  #changed;
  #drawing = 0;
  #isFilled = false;

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

  /** @param {string} words */
  async #draw(words) {
    await this.#fill();
    const image = /** @type {HTMLImageElement} */ (this.#place.querySelector('[data-cover]'));
    image.hidden = words === '';
    if (words !== '') {
      image.src = `/api/v1/media/covers/preview?${new URLSearchParams({ text: words, design: this.#design.value })}`;
    }
  }

  async #fill() {
    if (this.#isFilled) {
      return;
    }

    this.#isFilled = true;
    const { items } = await send('GET', '/api/v1/media/covers/designs');
    this.#design.value ||= items[0].key;
    this.#place.querySelector('[data-designs]')?.replaceChildren(...items.map((/** @type {{ key: string, name: string }} */ design) => {
      const chip = document.createElement('label');
      const radio = document.createElement('input');
      chip.className = 'chip chip-outlined';
      Object.assign(radio, { type: 'radio', value: design.key, checked: design.key === this.#design.value });
      chip.append(radio, design.name);
      return chip;
    }));
  }

  /** @param {Event} event */
  #choose = event => {
    const radio = /** @type {HTMLInputElement} */ (event.target);
    this.#place.querySelectorAll('input[type="radio"]').forEach(other => (/** @type {HTMLInputElement} */ (other).checked = other === radio));
    this.#design.value = radio.value;
    this.#changed();
  };
}
