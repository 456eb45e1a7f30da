import { send } from 'sward/api';

const width = 1080;
const coverHeight = 1440;
const footHeight = 320;
const margin = 60;
const codeSize = 200;

/** Draws the share card as one PNG and hands it to the system's share sheet, or keeps it as a file. */
class SwardShareCard extends HTMLElement {
  connectedCallback() {
    this.querySelector('[data-keep]')?.addEventListener('click', () => void this.#keep());
    this.addEventListener('click', event => {
      if (event.target instanceof Element && event.target.closest('sward-copy')) {
        void send('POST', this.getAttribute('api') ?? '');
      }
    });
  }

  async #keep() {
    const blob = await this.#draw();
    const file = new File([blob], this.getAttribute('name') ?? 'note.png', { type: 'image/png' });
    void send('POST', this.getAttribute('api') ?? '');
    if ('canShare' in navigator && navigator.canShare({ files: [file] })) {
      await navigator.share({ files: [file] }).catch(() => undefined); // The person thought better of it.
      return;
    }

    const link = document.createElement('a');
    link.href = URL.createObjectURL(blob);
    link.download = file.name;
    link.click();
    URL.revokeObjectURL(link.href);
  }

  /** @returns {Promise<Blob>} */
  async #draw() {
    const canvas = document.createElement('canvas');
    Object.assign(canvas, { width, height: coverHeight + footHeight });
    const pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
    pen.fillStyle = '#fff';
    pen.fillRect(0, 0, canvas.width, canvas.height);

    const [cover, code] = await Promise.all(['picture img', '[data-code]'].map(selector => this.#loaded(selector)));
    const scale = Math.max(width / cover.naturalWidth, coverHeight / cover.naturalHeight);
    const [cut, cutHeight] = [width / scale, coverHeight / scale];
    pen.drawImage(cover, (cover.naturalWidth - cut) / 2, (cover.naturalHeight - cutHeight) / 2, cut, cutHeight, 0, 0, width, coverHeight);
    pen.imageSmoothingEnabled = false;
    pen.drawImage(code, width - margin - codeSize, coverHeight + (footHeight - codeSize) / 2, codeSize, codeSize);

    const font = getComputedStyle(this).fontFamily;
    pen.fillStyle = '#2b2722';
    pen.font = `700 48px ${font}`;
    this.#lines(pen, this.querySelector('[data-title]')?.textContent ?? '', 2).forEach((line, i) => pen.fillText(line, margin, coverHeight + 110 + i * 64));
    pen.fillStyle = '#6b665f';
    pen.font = `400 34px ${font}`;
    pen.fillText(this.querySelector('[data-author]')?.textContent ?? '', margin, coverHeight + footHeight - 60);
    return new Promise((resolve, reject) => canvas.toBlob(blob => (blob ? resolve(blob) : reject(new Error('The card could not be drawn.'))), 'image/png'));
  }

  /**
   * @param {string} selector
   * @returns {Promise<HTMLImageElement>}
   */
  async #loaded(selector) {
    const image = /** @type {HTMLImageElement} */ (this.querySelector(selector));
    await image.decode();
    return image;
  }

  /**
   * Breaks words where they fit; Chinese may break anywhere.
   * @param {CanvasRenderingContext2D} pen
   * @param {string} text
   * @param {number} most
   */
  #lines(pen, text, most) {
    const room = width - 3 * margin - codeSize;
    const lines = [''];
    for (const { segment } of new Intl.Segmenter(document.documentElement.lang, { granularity: 'word' }).segment(text)) {
      if (pen.measureText(lines[lines.length - 1] + segment).width > room) {
        lines.push('');
      }

      lines[lines.length - 1] += segment;
    }

    return lines.slice(0, most);
  }
}

customElements.define('sward-share-card', SwardShareCard);
