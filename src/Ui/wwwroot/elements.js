/**
 * Loads custom elements when they appear on the page: the file of <sward-toggle> is the module "sward-toggle" of the import map,
 * in whichever module of the house it lives. Pages name no scripts.
 */

/** @type {Set<string>} */
const asked = new Set();

/** @param {ParentNode} root */
function loadWithin(root) {
  for (const element of root.querySelectorAll(':not(:defined)')) {
    const tag = element.localName;
    if (tag.startsWith('sward-') && !asked.has(tag)) {
      asked.add(tag);
      import(tag).catch(problem => console.error(`<${tag}> did not load`, problem));
    }
  }
}

loadWithin(document);
new MutationObserver(() => loadWithin(document)).observe(document.body, { childList: true, subtree: true });

document.addEventListener('click', event => {
  const target = event.target instanceof Element ? event.target.closest('[data-opens], [data-back]') : null;
  if (!(target instanceof HTMLElement)) {
    return;
  }

  if (target.dataset.opens) {
    const dialog = document.getElementById(target.dataset.opens);
    if (dialog instanceof HTMLDialogElement) {
      event.preventDefault(); // A link leads to a page with the same question.
      dialog.showModal();
    }
  } else if (document.referrer.startsWith(location.origin) && history.length > 1) {
    // Back means where one came from; the link's own address is for those who came from outside.
    event.preventDefault();
    history.back();
  }
});
