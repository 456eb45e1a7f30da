/**
 * Says something short at the edge of the page.
 * @param {string} text
 * @param {{ action?: string, act?: () => void }} [options] a button in the toast, such as Undo
 */
export function toast(text, options = {}) {
  document.dispatchEvent(new CustomEvent('sward:toast', { detail: { text, ...options } }));
}
