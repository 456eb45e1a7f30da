/** Fills the form inside with where the device is, when its button is pressed. The browser asks for consent; a hundred metres are exact enough. */
class SwardHere extends HTMLElement {
  connectedCallback() {
    this.querySelector('[data-here]')?.addEventListener('click', () => navigator.geolocation.getCurrentPosition(at => this.#go(at.coords)));
  }

  /** @param {GeolocationCoordinates} coords */
  #go({ latitude, longitude }) {
    const form = /** @type {HTMLFormElement} */ (this.querySelector('form'));
    for (const [name, value] of Object.entries({ lat: latitude, lng: longitude })) {
      /** @type {HTMLInputElement} */ (form.elements.namedItem(name)).value = value.toFixed(3);
    }

    form.submit();
  }
}

customElements.define('sward-here', SwardHere);
