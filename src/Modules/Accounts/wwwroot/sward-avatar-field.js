import { send } from "sward/api";

/**
 * Uploads the picture as soon as it is chosen and puts its id into the hidden field, so that saving the form uses it; taken away it is 0. It is shown in
 * the part with `data-shown`, which says the classes it is shown with.
 */
class AvatarField extends HTMLElement {
  connectedCallback() {
    this.querySelector("input[type=file]")?.addEventListener("change", (event) => this.#upload(/** @type {HTMLInputElement} */ (event.target)));
    this.#removal.addEventListener("click", () => {
      this.#value.value = "0";
      this.#show(document.createElement("span"));
      /** @type {HTMLElement | null} */ (this.querySelector("input[type=file]"))?.focus();
    });
    this.#removal.hidden = !this.#hasPicture;
  }

  get #value() {
    return /** @type {HTMLInputElement} */ (this.querySelector("input[type=hidden]"));
  }

  get #removal() {
    return /** @type {HTMLButtonElement} */ (this.querySelector("button[data-remove]"));
  }

  get #hasPicture() {
    return !["", "0"].includes(this.#value.value);
  }

  /** @param {HTMLElement} shown */
  #show(shown) {
    const frame = /** @type {HTMLElement | null} */ (this.querySelector("[data-shown]"));
    shown.className = frame?.dataset.shown ?? "";
    frame?.replaceChildren(shown);
    this.#removal.hidden = !this.#hasPicture;
  }

  /** @param {HTMLInputElement} input */
  async #upload(input) {
    const file = input.files?.[0];
    const error = this.querySelector(".field-error");
    if (!file || !error) {
      return;
    }
    const body = new FormData();
    body.append("file", file);
    this.setAttribute("aria-busy", "true");
    error.textContent = "";
    try {
      const medium = await send("POST", "/api/v1/media", body);
      this.#value.value = medium.id;
      const shown = document.createElement("img");
      shown.alt = "";
      shown.src = URL.createObjectURL(file);
      this.#show(shown);
    } catch (problem) {
      error.textContent = problem instanceof Error ? problem.message : String(problem);
    } finally {
      this.removeAttribute("aria-busy");
    }
  }
}

customElements.define("sward-avatar-field", AvatarField);
