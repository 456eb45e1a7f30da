import { newKey, Problem, send } from 'sward/api';
import { toast } from 'sward/toast';

const atOnce = 3;

/**
 * The pictures of the editor: uploads begin when they are picked and go on while the rest is written; order by dragging, by the arrow keys with Alt,
 * or by the buttons; a text for people who cannot see each.
 */
export class NotePictures {
  #editor;
  #changed;
  /** @type {(() => Promise<void>)[]} */
  #waiting = [];
  #running = 0;
  /** @type {Set<Promise<void>>} */
  #uploads = new Set();
  /** @type {HTMLElement | null} */
  #dragged = null;

  /**
   * @param {HTMLElement} editor
   * @param {() => void} changed called when the list of pictures is another one
   */
  constructor(editor, changed) {
    this.#editor = editor;
    this.#changed = changed;
    editor.querySelector('[data-pick]')?.addEventListener('change', this.#pick);
    this.#list.addEventListener('click', this.#press);
    this.#list.addEventListener('keydown', this.#key);
    this.#list.addEventListener('change', this.#describe);
    this.#list.addEventListener('dragstart', event => (this.#dragged = itemOf(event)));
    this.#list.addEventListener('dragover', this.#dragOver);
    this.#list.addEventListener('drop', event => event.preventDefault());
    this.#list.addEventListener('dragend', () => (this.#dragged = null));
  }

  get count() {
    return this.#list.children.length;
  }

  /** Whether a picture is still on its way: whoever leaves now loses it. */
  get isBusy() {
    return this.#uploads.size > 0;
  }

  /** Waits until all uploads have ended, well or not. */
  async done() {
    while (this.#uploads.size > 0) {
      await Promise.all(this.#uploads);
    }
  }

  get #list() {
    return /** @type {HTMLElement} */ (this.#editor.querySelector('[data-pictures]'));
  }

  /** @param {Event} event */
  #pick = event => {
    const input = /** @type {HTMLInputElement} */ (event.target);
    for (const file of input.files ?? []) {
      this.#add(file);
    }

    input.value = '';
  };

  /** @param {File} file */
  #add(file) {
    const template = /** @type {HTMLTemplateElement} */ (this.#editor.querySelector('template[data-picture]'));
    const item = /** @type {HTMLElement} */ (/** @type {DocumentFragment} */ (template.content.cloneNode(true)).firstElementChild);
    const thumb = item.querySelector('img');
    if (thumb) {
      thumb.src = URL.createObjectURL(file);
      thumb.onload = () => URL.revokeObjectURL(thumb.src);
    }

    this.#list.append(item);
    const upload = new Promise(resolve => this.#waiting.push(() => this.#upload(item, file).then(resolve))).then(() => void this.#uploads.delete(upload));
    this.#uploads.add(upload);
    this.#next();
  }

  #next() {
    while (this.#running < atOnce && this.#waiting.length > 0) {
      this.#running++;
      void this.#waiting.shift()?.().finally(() => {
        this.#running--;
        this.#next();
      });
    }
  }

  /**
   * @param {HTMLElement} item
   * @param {File} file
   */
  async #upload(item, file) {
    const form = new FormData();
    form.set('file', file);
    try {
      const media = await send('POST', '/api/v1/media', form, { key: newKey() });
      item.dataset.media = media.id;
      const input = /** @type {HTMLInputElement} */ (item.querySelector('[name="mediaIds"]'));
      input.value = media.id;
      input.disabled = false;
      item.querySelector('progress')?.remove();
      await this.#saveAlt(item);
    } catch (problem) {
      item.remove();
      toast(problem instanceof Problem ? problem.message : String(problem));
    }

    this.#changed();
  }

  /** @param {Event} event */
  #describe = event => {
    const item = itemOf(event);
    if (item && event.target instanceof HTMLElement && event.target.matches('[data-alt]')) {
      event.stopPropagation();
      void this.#saveAlt(item);
    }
  };

  /** @param {HTMLElement} item */
  async #saveAlt(item) {
    const input = /** @type {HTMLInputElement} */ (item.querySelector('[data-alt]'));
    const alt = input.value.trim();
    item.toggleAttribute('undescribed', alt === '');
    if (item.dataset.media && alt !== input.defaultValue) {
      input.defaultValue = alt;
      await send('PATCH', `/api/v1/media/${item.dataset.media}`, { alt });
    }
  }

  /** @param {Event} event */
  #press = event => {
    const item = itemOf(event);
    const button = event.target instanceof Element ? event.target.closest('button') : null;
    if (!item || !button) {
      return;
    }

    if (button.dataset.move) {
      this.#move(item, Number(button.dataset.move));
      button.focus();
    } else if ('remove' in button.dataset) {
      item.remove();
      this.#changed();
    }
  };

  /** @param {KeyboardEvent} event */
  #key = event => {
    const item = itemOf(event);
    if (item && event.target === item && (event.key === 'ArrowLeft' || event.key === 'ArrowRight')) {
      event.preventDefault();
      this.#move(item, event.key === 'ArrowRight' ? 1 : -1);
      item.focus();
    }
  };

  /**
   * @param {HTMLElement} item
   * @param {number} step
   */
  #move(item, step) {
    const neighbour = step > 0 ? item.nextElementSibling : item.previousElementSibling;
    if (neighbour) {
      neighbour[step > 0 ? 'after' : 'before'](item);
      this.#changed();
    }
  }

  /** @param {DragEvent} event */
  #dragOver = event => {
    const item = itemOf(event);
    if (!item || !this.#dragged) {
      return;
    }

    event.preventDefault();
    if (item !== this.#dragged) {
      const isAfter = item.compareDocumentPosition(this.#dragged) & Node.DOCUMENT_POSITION_PRECEDING;
      item[isAfter ? 'after' : 'before'](this.#dragged);
      this.#changed();
    }
  };
}

/**
 * @param {Event} event
 * @returns {HTMLElement | null}
 */
function itemOf(event) {
  return event.target instanceof Element ? event.target.closest('.editor-picture') : null;
}
