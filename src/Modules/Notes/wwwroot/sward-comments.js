import { fetchPage, goToSignIn, newKey, Problem, send } from 'sward/api';
import { toast } from 'sward/toast';

/**
 * The comments under a note: sends, sorts, unfolds and deletes without leaving the page. What is being typed survives a reload.
 * Lists are drawn by the server; this fetches them again from the address in `list`.
 */
class SwardComments extends HTMLElement {
  #key = newKey();

  connectedCallback() {
    this.addEventListener('submit', this.#submit);
    this.addEventListener('click', this.#press);
    this.addEventListener('input', this.#remember);
    if (this.#form) {
      this.#body.value ||= sessionStorage.getItem(this.#memory) ?? '';
    }
  }

  /** Not there for those who may not comment; then nothing is offered that leads to it. */
  get #form() {
    return /** @type {HTMLFormElement} */ (this.querySelector('.comment-form'));
  }

  get #body() {
    return /** @type {HTMLTextAreaElement} */ (this.#form.elements.namedItem('body'));
  }

  get #replyTo() {
    return /** @type {HTMLInputElement} */ (this.#form.elements.namedItem('replyTo'));
  }

  get #memory() {
    return `comment ${this.#form.action}`;
  }

  #remember = () => sessionStorage.setItem(this.#memory, this.#body.value);

  /** @param {SubmitEvent} event */
  #submit = event => {
    const form = /** @type {HTMLFormElement} */ (event.target);
    if (form === this.#form) {
      event.preventDefault();
      void this.#send();
    } else if ('delete' in form.dataset) {
      event.preventDefault();
      void this.#delete(/** @type {HTMLElement} */ (form.closest('[data-comment]')));
    }
  };

  async #send() {
    const button = this.#form.querySelector('.button');
    if (button?.getAttribute('aria-busy') === 'true') {
      return;
    }

    button?.setAttribute('aria-busy', 'true');
    try {
      const api = new URL(this.#form.action).pathname.replace(/\/comment$/, '/comments');
      await send('POST', `/api/v1${api}`, { body: this.#body.value, replyTo: this.#replyTo.value || null }, { key: this.#key });
      this.#key = newKey();
      this.#body.value = '';
      sessionStorage.removeItem(this.#memory);
      this.#answer('', '');
      await this.#reload(this.getAttribute('list')?.replace('useful', 'new') ?? '');
    } catch (problem) {
      this.#refused(problem);
    } finally {
      button?.removeAttribute('aria-busy');
    }
  }

  /** @param {HTMLElement} comment */
  async #delete(comment) {
    const place = comment.closest('li') ?? comment;
    place.hidden = true;
    try {
      await send('DELETE', `/api/v1/comments/${comment.dataset.comment}`);
      place.remove();
    } catch (problem) {
      place.hidden = false; // Taken back where everybody can see it.
      this.#refused(problem);
    }
  }

  /** @param {unknown} problem */
  #refused(problem) {
    if (problem instanceof Problem && problem.status === 401) {
      goToSignIn();
      return;
    }

    toast(Object.values(/** @type {Problem} */ (problem).errors ?? {})[0]?.[0] ?? /** @type {Error} */ (problem).message);
  }

  /** @param {MouseEvent} event */
  #press = event => {
    const link = event.target instanceof Element ? event.target.closest('a, button') : null;
    if (!(link instanceof HTMLElement)) {
      return;
    }

    if (link.dataset.reply) {
      event.preventDefault();
      this.#answer(link.dataset.reply, link.dataset.name ?? '');
      this.#body.focus();
    } else if ('cancelReply' in link.dataset) {
      this.#answer('', '');
    } else if (link instanceof HTMLAnchorElement && ['sort', 'moreComments', 'unfold'].some(act => act in link.dataset)) {
      event.preventDefault();
      void this.#follow(link);
    }
  };

  /**
   * @param {string} commentId empty for nobody
   * @param {string} name
   */
  #answer(commentId, name) {
    this.#replyTo.value = commentId;
    const replying = /** @type {HTMLElement} */ (this.#form.querySelector('.comment-replying'));
    replying.hidden = commentId === '';
    /** @type {HTMLElement} */ (replying.querySelector('span')).textContent = (this.getAttribute('text-replying') ?? '').replace('{0}', name);
  }

  /** @param {HTMLAnchorElement} link */
  async #follow(link) {
    if ('sort' in link.dataset) {
      await this.#reload(link.href);
      return;
    }

    const { page } = await fetchPage(link.href);
    if ('unfold' in link.dataset) {
      unfold(link, /** @type {Element} */ (page.querySelector('[data-replies]')));
      replace(link, page.querySelector('[data-unfold]'));
    } else {
      this.querySelector('[data-threads]')?.append(...page.querySelectorAll('[data-threads] > li'));
      replace(link, page.querySelector('[data-more-comments]'));
    }
  }

  /** @param {string} url */
  async #reload(url) {
    const { page } = await fetchPage(url);
    const fresh = page.querySelector('sward-comments');
    if (fresh) {
      this.setAttribute('list', fresh.getAttribute('list') ?? '');
      for (const part of ['.segments', '[data-threads]']) {
        this.querySelector(part)?.replaceWith(...fresh.querySelectorAll(part));
      }

      this.querySelector('[data-more-comments]')?.remove();
      this.append(...fresh.querySelectorAll('[data-more-comments]'));
    }
  }
}

/**
 * Puts the first page of replies in the place of those before the fold, and every further page after it.
 * @param {Element} link
 * @param {Element} replies
 */
function unfold(link, replies) {
  const thread = link.closest('.comment-thread');
  const unfolded = thread?.querySelector('[data-replies]');
  if (unfolded) {
    unfolded.append(...replies.children);
  } else {
    thread?.querySelector('.comment-replies')?.remove();
    link.before(replies);
  }
}

/**
 * @param {Element} link
 * @param {Element | null} next where the page goes on; null at its end
 */
function replace(link, next) {
  next ? link.replaceWith(next) : link.remove();
}

customElements.define('sward-comments', SwardComments);
