import { send } from "sward/api";

/**
 * Uploads the picture as soon as it is chosen and puts its id into the hidden field, so that saving the form uses it. It is shown in the part with
 * `data-shown`, which says the classes it is shown with.
 */
class AvatarField extends HTMLElement {
  connectedCallback() {
    this.querySelector("input[type=file]")?.addEventListener("change", (event) => this.#upload(/** @type {HTMLInputElement} */ (event.target)));
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
      /** @type {HTMLInputElement} */ (this.querySelector("input[type=hidden]")).value = medium.id;
      const frame = /** @type {HTMLElement | null} */ (this.querySelector("[data-shown]"));
      const shown = document.createElement("img");
      shown.className = frame?.dataset.shown ?? "";
      shown.alt = "";
      shown.src = URL.createObjectURL(file);
      frame?.replaceChildren(shown);
    } catch (problem) {
      error.textContent = problem instanceof Error ? problem.message : String(problem);
    } finally {
      this.removeAttribute("aria-busy");
    }
  }
}

customElements.define("sward-avatar-field", AvatarField);
