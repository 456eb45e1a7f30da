import { send } from "sward/api";

/**
 * Uploads pictures as soon as they are chosen, shows them, and keeps their ids, separated by spaces, in the hidden field.
 */
class PictureField extends HTMLElement {
  /** @type {string[]} */
  #ids = [];

  connectedCallback() {
    this.querySelector("input[type=file]")?.addEventListener("change", (event) => this.#upload(/** @type {HTMLInputElement} */ (event.target)));
  }

  /** @param {HTMLInputElement} input */
  async #upload(input) {
    const error = this.querySelector(".field-error");
    this.setAttribute("aria-busy", "true");
    try {
      for (const file of input.files ?? []) {
        const body = new FormData();
        body.append("file", file);
        const medium = await send("POST", "/api/v1/media", body);
        this.#ids.push(medium.id);
        const shown = document.createElement("img");
        shown.width = shown.height = 64;
        shown.alt = file.name;
        shown.src = URL.createObjectURL(file);
        this.querySelector(".picked")?.append(shown);
      }
      /** @type {HTMLInputElement} */ (this.querySelector("input[name=pictures]")).value = this.#ids.join(" ");
    } catch (problem) {
      if (error) {
        error.textContent = problem instanceof Error ? problem.message : String(problem);
      }
    } finally {
      this.removeAttribute("aria-busy");
    }
  }
}

customElements.define("sward-picture-field", PictureField);
