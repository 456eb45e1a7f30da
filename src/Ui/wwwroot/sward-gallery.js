/**
 * Pictures side by side, swiped by the browser's own scrolling: adds arrows, dots, a count, keys, and the heart of a double tap.
 * <sward-gallery label="…" previous="…" next="…" heart="id of a sward-toggle"><div class="gallery-strip" tabindex="0">…</div></sward-gallery>
 * Emits "sward:picture" with { index } when another picture is shown.
 */
class SwardGallery extends HTMLElement {
  #at = 0;
  #lastTap = 0;
  /** @type {HTMLButtonElement[]} */
  #arrows = [];

  connectedCallback() {
    if (this.#pictures.length > 1 && this.#arrows.length === 0) {
      this.#addControls();
    }

    this.addEventListener('keydown', this.#key);
    this.addEventListener('pointerup', this.#tap);
  }

  /** @param {number} index */
  show(index) {
    const target = this.#pictures[Math.max(0, Math.min(index, this.#pictures.length - 1))];
    if (target instanceof HTMLElement) {
      this.#strip.scrollTo({ left: target.offsetLeft - this.#strip.offsetLeft, behavior: 'smooth' });
    }
  }

  get #strip() {
    return /** @type {HTMLElement} */ (this.querySelector('.gallery-strip'));
  }

  get #pictures() {
    return [...this.#strip.children];
  }

  #addControls() {
    const count = element('span', 'gallery-count');
    const dots = element('div', 'gallery-dots');
    dots.append(...this.#pictures.map(() => element('span', '')));
    this.#arrows = [this.#arrow('previous', -1), this.#arrow('next', 1)];
    this.append(count, dots, ...this.#arrows);

    const watch = new IntersectionObserver(seen => {
      const shown = seen.find(s => s.isIntersecting);
      if (shown) {
        this.#moved(this.#pictures.indexOf(shown.target), count, dots);
      }
    }, { root: this.#strip, threshold: 0.6 });
    this.#pictures.forEach(picture => watch.observe(picture));
    this.#moved(0, count, dots);
  }

  /**
   * @param {number} index
   * @param {HTMLElement} count
   * @param {HTMLElement} dots
   */
  #moved(index, count, dots) {
    this.#at = index;
    count.textContent = `${index + 1}/${this.#pictures.length}`;
    [...dots.children].forEach((dot, i) => dot.toggleAttribute('current', i === index));
    this.#arrows[0].disabled = index === 0;
    this.#arrows[1].disabled = index === this.#pictures.length - 1;
    this.dispatchEvent(new CustomEvent('sward:picture', { bubbles: true, detail: { index } }));
  }

  /**
   * @param {'previous' | 'next'} name
   * @param {number} step
   */
  #arrow(name, step) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = `icon-button gallery-arrow gallery-${name}`;
    button.setAttribute('aria-label', this.getAttribute(name) ?? '');
    button.append(drawIcon(name === 'next' ? 'right' : 'left'));
    button.addEventListener('click', () => this.show(this.#at + step));
    return button;
  }

  /** @param {KeyboardEvent} event */
  #key = event => {
    if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') {
      event.preventDefault();
      this.show(this.#at + (event.key === 'ArrowRight' ? 1 : -1));
    }
  };

  /** @param {PointerEvent} event */
  #tap = event => {
    if (event.target instanceof Element && event.target.closest('button')) {
      return;
    }

    const isSecond = event.timeStamp - this.#lastTap < 300;
    this.#lastTap = isSecond ? 0 : event.timeStamp;
    if (isSecond && this.hasAttribute('heart')) {
      this.#growHeart(event);
      const toggle = document.getElementById(this.getAttribute('heart') ?? '');
      /** @type {any} */ (toggle)?.switchOn?.();
    }
  };

  /** @param {PointerEvent} event */
  #growHeart(event) {
    const box = this.getBoundingClientRect();
    const heart = drawIcon('heart-filled');
    heart.setAttribute('class', 'gallery-heart');
    heart.style.left = `${event.clientX - box.left}px`;
    heart.style.top = `${event.clientY - box.top}px`;
    heart.addEventListener('animationend', () => heart.remove());
    this.append(heart);
  }
}

/**
 * @param {string} tag
 * @param {string} name
 */
function element(tag, name) {
  const made = document.createElement(tag);
  made.className = name;
  made.ariaHidden = 'true';
  return made;
}

/** @param {string} name an icon of the sprite the page already uses */
function drawIcon(name) {
  const sprite = document.querySelector('use[href*="icons"]')?.getAttribute('href')?.split('#')[0] ?? '/ui/icons.svg';
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('class', 'icon');
  svg.ariaHidden = 'true';
  const use = document.createElementNS('http://www.w3.org/2000/svg', 'use');
  use.setAttribute('href', `${sprite}#${name}`);
  svg.append(use);
  return svg;
}

customElements.define('sward-gallery', SwardGallery);
