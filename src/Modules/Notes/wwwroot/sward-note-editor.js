import { goToSignIn, newKey, Problem, send } from 'sward/api';
import { toast } from 'sward/toast';
import { NoteCover } from 'sward/note-cover';
import { NoteIdeas } from 'sward/note-ideas';
import { NotePictures } from 'sward/note-pictures';

const saveAfterMs = 1500;

/**
 * The note editor: saves a draft whenever the writer pauses, uploads pictures while they write, and publishes or changes the note through the API.
 * Everything it knows stands in its form, so that a reload or a missing script loses nothing but comfort.
 */
class SwardNoteEditor extends HTMLElement {
  #saving = 0;
  #isSaving = false;
  #isLeaving = false;
  #saved = '';
  /** @type {NotePictures | null} */
  #pictures = null;
  /** @type {NoteCover | null} */
  #cover = null;
  // One key per intention to publish: trying again after a broken connection must not make a second note.
  #key = newKey();

  connectedCallback() {
    this.#pictures = new NotePictures(this, this.#changed);
    this.#cover = new NoteCover(this, this.#changed);
    new NoteIdeas(this, this.#changed);
    this.#saved = this.#typed();
    this.addEventListener('input', this.#changed);
    this.addEventListener('submit', this.#submit);
    this.addEventListener('click', this.#press);
    addEventListener('beforeunload', this.#warn);
    this.#draw();
  }

  disconnectedCallback() {
    removeEventListener('beforeunload', this.#warn);
  }

  get #form() {
    return /** @type {HTMLFormElement} */ (this.querySelector('form'));
  }

  /** @param {string} name */
  #field(name) {
    return /** @type {HTMLInputElement} */ (this.#form.elements.namedItem(name));
  }

  #changed = () => {
    this.#draw();
    if (!this.hasAttribute('note')) {
      clearTimeout(this.#saving);
      this.#saving = setTimeout(() => void this.#save(), saveAfterMs);
    }
  };

  /** What is typed, as the API takes it. */
  #content() {
    const value = (/** @type {string} */ name) => this.#field(name).value;
    const list = (/** @type {string} */ name) => new FormData(this.#form).getAll(name).map(String).filter(id => id !== '');
    const place = value('placeName').trim();
    return {
      title: value('title'),
      body: value('body'),
      mediaIds: list('mediaIds'),
      coverDesign: value('coverDesign') || null,
      topics: value('topics').split(/[#,，、\n]/).map(topic => topic.trim()).filter(topic => topic !== ''),
      place: place === '' ? null : { name: place, lat: numberOf(value('lat')), lng: numberOf(value('lng')) },
      productIds: list('productIds'),
      storeId: list('storeId')[0] ?? null,
      visibility: value('visibility'),
      commenters: value('commenters'),
      disclosure: value('disclosure'),
      channel: value('channel') || null,
      original: this.#field('original').checked,
      aiMade: this.#field('aiMade').checked,
    };
  }

  /** All that is typed as one text, to see whether it is another than before. */
  #typed() {
    return JSON.stringify({ ...this.#content(), chosen: this.#field('chosen').value });
  }

  async #save() {
    const text = this.#typed();
    if (text === this.#saved || this.#isSaving || this.#isLeaving) {
      return;
    }

    this.#isSaving = true;
    this.#say(this.getAttribute('text-saving'));
    try {
      const content = { ...this.#content(), chosenIds: await this.#chosenIds() };
      const draftId = this.#field('draftId').value;
      const draft = draftId === ''
        ? await send('POST', '/api/v1/drafts', { content }, { key: newKey() })
        : await send('PUT', `/api/v1/drafts/${draftId}`, { version: Number(this.#field('version').value), content });
      this.#keep(draft);
      this.#saved = text;
      this.#say(this.getAttribute('text-saved'));
    } catch (problem) {
      await this.#saveRefused(problem);
    } finally {
      this.#isSaving = false;
    }

    if (this.#typed() !== this.#saved) {
      this.#changed(); // Typed on while saving.
    }
  }

  /** @param {{ id: string, version: number }} draft */
  #keep(draft) {
    this.#field('draftId').value = draft.id;
    this.#field('version').value = String(draft.version);
    history.replaceState(history.state, '', `/publish?draft=${draft.id}`);
  }

  /** @param {unknown} problem */
  async #saveRefused(problem) {
    if (!(problem instanceof Problem)) {
      throw problem;
    }

    if (problem.code === 'notes.draft-conflict') {
      await this.#settle();
    } else {
      this.#saved = this.#typed(); // Not again until something changes.
      this.#say(problem.message);
    }
  }

  /** Another device has saved: shows both side by side and lets the person choose. */
  async #settle() {
    const theirs = await send('GET', `/api/v1/drafts/${this.#field('draftId').value}`);
    const dialog = /** @type {HTMLDialogElement} */ (this.querySelector('[data-conflict]'));
    fill(dialog, '[data-mine]', wordsOf(this.#content()));
    fill(dialog, '[data-theirs]', wordsOf(theirs.content));
    dialog.returnValue = '';
    while (dialog.returnValue === '') { // Escape is no choice.
      dialog.showModal();
      await new Promise(resolve => dialog.addEventListener('close', resolve, { once: true }));
    }

    if (dialog.returnValue === 'theirs') {
      this.#isLeaving = true;
      location.assign(`/publish?draft=${theirs.id}`);
    } else {
      this.#keep(theirs);
    }
  }

  /** @param {SubmitEvent} event */
  #submit = event => {
    if (event.target === this.#form) {
      event.preventDefault();
      void this.#send(/** @type {HTMLElement} */ (event.submitter));
    }
  };

  /** @param {HTMLElement} button */
  async #send(button) {
    if (button.getAttribute('aria-busy') === 'true') {
      return;
    }

    button.setAttribute('aria-busy', 'true');
    clearTimeout(this.#saving);
    this.#refuse('');
    try {
      await this.#pictures?.done();
      const content = { ...this.#content(), chosenIds: await this.#chosenIds({ all: true }) };
      this.#isLeaving = true;
      location.assign(`/notes/${await this.#write(content)}`);
    } catch (problem) {
      this.#isLeaving = false;
      this.#sendRefused(problem);
    } finally {
      button.removeAttribute('aria-busy');
    }
  }

  /**
   * @param {object} content
   * @returns {Promise<string>} the note's id
   */
  async #write(content) {
    const noteId = this.getAttribute('note');
    if (noteId) {
      return (await send('PATCH', `/api/v1/notes/${noteId}`, { ...content, version: Number(this.#field('version').value) })).id;
    }

    const draftId = this.#field('draftId').value || null;
    const boughtProductId = this.#field('bought').value || null;
    return (await send('POST', '/api/v1/notes', { ...content, draftId, boughtProductId }, { key: this.#key })).id;
  }

  /** @param {unknown} problem */
  #sendRefused(problem) {
    if (!(problem instanceof Problem)) {
      throw problem;
    }

    if (problem.status === 401) {
      goToSignIn();
      return;
    }

    if (problem.status >= 400 && problem.status < 500) {
      this.#key = newKey(); // Refused for good: what is sent next is another request.
    }

    this.#refuse(Object.values(problem.errors)[0]?.[0] ?? problem.message);
  }

  /**
   * @param {{ all?: boolean }} [must] whether everybody has to be found; a draft keeps those who are
   * @returns {Promise<string[]>}
   */
  async #chosenIds({ all = false } = {}) {
    const handles = this.#field('chosen').value.split(/[\s,@]+/).filter(handle => handle !== '');
    const asked = this.#field('visibility').value === 'chosen' ? handles.map(handle => send('GET', `/api/v1/accounts/${encodeURIComponent(handle)}`)) : [];
    const found = all ? await Promise.all(asked) : (await Promise.allSettled(asked)).flatMap(answer => (answer.status === 'fulfilled' ? [answer.value] : []));
    return found.map(account => account.id);
  }

  /** @param {MouseEvent} event */
  #press = event => {
    const button = event.target instanceof Element ? event.target.closest('[data-locate]') : null;
    if (button) {
      navigator.geolocation.getCurrentPosition(({ coords }) => {
        // Rounded to about a hundred metres before it leaves the device.
        this.#field('lat').value = coords.latitude.toFixed(3);
        this.#field('lng').value = coords.longitude.toFixed(3);
        this.#changed();
      }, () => toast(this.getAttribute('text-failed') ?? ''));
    }
  };

  /** Counters, and the fields that only some choices need. */
  #draw() {
    const title = this.#field('title');
    const body = this.#field('body');
    fill(this, '[data-left-of="title"]', `${widthOf(title.value) / 2}/${Number(title.dataset.width) / 2}`);
    fill(this, '[data-left-of="body"]', `${charactersOf(body.value)}/${body.dataset.count}`);
    this.#cover?.show(this.#pictures?.count === 0, title.value || body.value);
    /** @type {HTMLElement} */ (this.querySelector('[data-chosen]')).hidden = this.#field('visibility').value !== 'chosen';
  }

  /** @param {BeforeUnloadEvent} event */
  #warn = event => {
    if (!this.#isLeaving && (this.#typed() !== this.#saved || this.#pictures?.isBusy)) {
      event.preventDefault();
    }
  };

  /** @param {string | null} text */
  #say(text) {
    fill(this, '[data-status]', text ?? '');
  }

  /** @param {string} text */
  #refuse(text) {
    fill(this, '.form-problem', text);
  }
}

/**
 * @param {ParentNode} root
 * @param {string} selector
 * @param {string} text
 */
function fill(root, selector, text) {
  const place = root.querySelector(selector);
  if (place) {
    place.textContent = text;
  }
}

/** @param {string} text */
function numberOf(text) {
  return text === '' ? null : Number(text);
}

/** @param {{ title: string, body: string }} content */
function wordsOf(content) {
  return [content.title, content.body].filter(words => words !== '').join('\n\n');
}

/** @param {string} text */
function charactersOf(text) {
  return [...new Intl.Segmenter().segment(text)].length;
}

/**
 * Half-width characters: the twin of DisplayWidth.Of on the server.
 * @param {string} text
 */
function widthOf(text) {
  return [...new Intl.Segmenter().segment(text)].reduce((width, { segment }) => width + (/^[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1f000}-\u{3fffd}]/u.test(segment) ? 2 : 1), 0);
}

customElements.define('sward-note-editor', SwardNoteEditor);
