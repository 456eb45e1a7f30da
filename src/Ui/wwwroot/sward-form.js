import { goToSignIn, newKey, Problem, send } from 'sward/api';
import { toast } from 'sward/toast';

/**
 * Improves a form: sends it to the API instead of reloading, shows refusals at their fields and keeps what was typed.
 * <sward-form api="POST /api/v1/addresses" then="/addresses"><form method="post">…</form></sward-form>
 * Names with dots make objects, names that end in [] make lists, data-type="number|boolean|json" says what a value is. `then` may hold {names} of the answer.
 * Emits "sward:sent" with the answer; calling preventDefault() on it keeps the person here.
 */
class SwardForm extends HTMLElement {
  // One key per intention: trying again after a broken connection must not make a second order.
  #key = newKey();

  connectedCallback() {
    this.addEventListener('submit', this.#submit);
    this.addEventListener('input', this.#clear);
  }

  /** @param {SubmitEvent} event */
  #submit = event => {
    const form = /** @type {HTMLFormElement} */ (event.target);
    if (event.defaultPrevented || event.submitter?.hasAttribute('formaction')) {
      return;
    }

    event.preventDefault();
    void this.#send(form, event.submitter);
  };

  /**
   * @param {HTMLFormElement} form
   * @param {HTMLElement | null} button
   */
  async #send(form, button) {
    if (button?.getAttribute('aria-busy') === 'true') {
      return;
    }

    const [method, url] = (this.getAttribute('api') ?? '').split(' ');
    button?.setAttribute('aria-busy', 'true');
    this.#say('');
    try {
      const answer = await send(/** @type {'POST'} */ (method), url, bodyOf(form), { key: method === 'POST' ? this.#key : undefined });
      this.#key = newKey();
      this.#done(answer);
    } catch (problem) {
      this.#refused(form, problem);
    } finally {
      button?.removeAttribute('aria-busy');
    }
  }

  /** @param {any} answer */
  #done(answer) {
    const goesOn = this.dispatchEvent(new CustomEvent('sward:sent', { bubbles: true, cancelable: true, detail: answer }));
    const then = this.getAttribute('then');
    if (goesOn && then) {
      location.assign(then.replace(/\{([\w.]+)\}/g, (_, path) => encodeURIComponent(String(path.split('.').reduce((/** @type {any} */ at, /** @type {string} */ name) => at?.[name], answer)))));
    }
  }

  /**
   * @param {HTMLFormElement} form
   * @param {unknown} problem
   */
  #refused(form, problem) {
    if (!(problem instanceof Problem)) {
      throw problem;
    }

    if (problem.status === 401) {
      goToSignIn();
      return;
    }

    if (problem.status >= 400 && problem.status < 500 && problem.status !== 409) {
      this.#key = newKey(); // Refused for good: what is sent next is another request.
    }

    let shown = 0;
    for (const [name, reasons] of Object.entries(problem.errors)) {
      shown += this.#showAt(form, name, reasons[0]) ? 1 : 0;
    }

    if (shown === 0) {
      this.#say(problem.message) || toast(problem.message);
    }

    /** @type {HTMLElement | null} */ (form.querySelector('[aria-invalid="true"]'))?.focus();
  }

  /**
   * @param {HTMLFormElement} form
   * @param {string} name
   * @param {string} reason
   */
  #showAt(form, name, reason) {
    const field = form.elements.namedItem(name);
    const place = form.querySelector(`[data-error-for="${CSS.escape(name)}"]`);
    if (!place) {
      return false;
    }

    place.textContent = reason;
    if (field instanceof HTMLElement) {
      field.setAttribute('aria-invalid', 'true');
    }

    return true;
  }

  /** @param {string} text */
  #say(text) {
    const place = this.querySelector('.form-problem');
    if (place) {
      place.textContent = text;
    }

    return place !== null;
  }

  /** @param {Event} event */
  #clear = event => {
    const field = /** @type {HTMLInputElement} */ (event.target);
    if (field.getAttribute('aria-invalid') === 'true') {
      field.removeAttribute('aria-invalid');
      const place = this.querySelector(`[data-error-for="${CSS.escape(field.name)}"]`);
      if (place) {
        place.textContent = '';
      }
    }
  };
}

/**
 * The fields of a form as JSON. Empty fields are left out.
 * @param {HTMLFormElement} form
 */
export function bodyOf(form) {
  /** @type {Record<string, any>} */
  const body = {};
  for (const field of form.elements) {
    if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement || field instanceof HTMLSelectElement) || !field.name || field.disabled) {
      continue;
    }

    if (field instanceof HTMLInputElement && ['checkbox', 'radio'].includes(field.type) && !field.checked && field.dataset.type !== 'boolean') {
      continue;
    }

    const value = valueOf(field);
    if (value !== null) {
      put(body, field.name, value);
    }
  }

  return body;
}

/** @param {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} field */
function valueOf(field) {
  switch (field.dataset.type) {
    case 'boolean': return field instanceof HTMLInputElement ? field.checked : field.value === 'true';
    case 'number': return field.value === '' ? null : Number(field.value);
    case 'json': return field.value === '' ? null : JSON.parse(field.value);
    default: return field.value === '' ? null : field.value;
  }
}

/**
 * @param {Record<string, any>} body
 * @param {string} name
 * @param {unknown} value
 */
function put(body, name, value) {
  const isList = name.endsWith('[]');
  const path = (isList ? name.slice(0, -2) : name).split('.');
  const last = /** @type {string} */ (path.pop());
  const at = path.reduce((inner, step) => inner[step] ??= {}, body);
  if (isList) {
    (at[last] ??= []).push(value);
  } else {
    at[last] = value;
  }
}

customElements.define('sward-form', SwardForm);
