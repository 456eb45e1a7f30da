/**
 * Talks to /api/v1: JSON out, JSON in, refusals as {@link Problem}. The session cookie goes along; the browser itself says that the request is ours.
 */

/** A refusal of the server (RFC 9457), or a broken connection with the code "network". */
export class Problem extends Error {
  /**
   * @param {number} status
   * @param {{ code?: string, title?: string, errors?: Record<string, string[]>, traceId?: string }} body
   * @param {number | null} retryAfterSeconds
   */
  constructor(status, body, retryAfterSeconds = null) {
    super(body.title ?? pageText(status === 0 ? 'network' : 'unexpected'));
    this.status = status;
    this.code = body.code ?? 'network';
    this.errors = body.errors ?? {};
    this.traceId = body.traceId ?? null;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/**
 * @param {'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'} method
 * @param {string} url
 * @param {unknown} [body] sent as JSON, or as it is when it is FormData
 * @param {{ key?: string, signal?: AbortSignal, headers?: Record<string, string> }} [options] key: the Idempotency-Key of a creating POST; keep it when trying again
 * @returns {Promise<any>} the parsed answer, null for 204
 */
export async function send(method, url, body, options = {}) {
  const headers = new Headers({ Accept: 'application/json', ...options.headers });
  if (options.key) {
    headers.set('Idempotency-Key', options.key);
  }

  let payload = null;
  if (body instanceof FormData) {
    payload = body;
  } else if (body !== undefined) {
    payload = JSON.stringify(body);
    headers.set('Content-Type', 'application/json');
  }

  const answer = await reach(url, { method, headers, body: payload, signal: options.signal });
  const text = await answer.text();
  return text === '' ? null : JSON.parse(text);
}

/**
 * A page without its frame, parsed: for sheets and endless paging.
 * @param {string} url
 * @param {AbortSignal} [signal]
 * @returns {Promise<{ url: string, page: Document }>}
 */
export async function fetchPage(url, signal) {
  const answer = await reach(url, { headers: { Accept: 'text/html', 'Sward-Fragment': '1' }, signal });
  return { url: answer.url, page: new DOMParser().parseFromString(await answer.text(), 'text/html') };
}

/** A new Idempotency-Key: one per intention, not per try. (crypto.randomUUID is missing where a Sward at home is reached over plain http.) */
export function newKey() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), byte => byte.toString(16).padStart(2, '0')).join('');
}

/** Leads a visitor to sign in and back to where they are. */
export function goToSignIn() {
  location.assign('/sign-in?return=' + encodeURIComponent(location.pathname + location.search));
}

/**
 * @param {string} url
 * @param {RequestInit} request
 */
async function reach(url, request) {
  let answer;
  try {
    answer = await fetch(url, { credentials: 'same-origin', ...request });
  } catch (error) {
    throw error instanceof DOMException && error.name === 'AbortError' ? error : new Problem(0, {});
  }

  if (!answer.ok) {
    const isProblem = answer.headers.get('Content-Type')?.startsWith('application/problem+json') ?? false;
    const wait = Number(answer.headers.get('Retry-After'));
    throw new Problem(answer.status, isProblem ? await answer.json() : { code: 'kernel.unexpected' }, wait > 0 ? wait : null);
  }

  return answer;
}

/** @param {string} name */
function pageText(name) {
  return document.querySelector('sward-toasts')?.getAttribute('text-' + name) ?? '';
}
