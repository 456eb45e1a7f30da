/**
 * A count in few characters, never rounded up; the twin of Format.Count on the server.
 * @param {number} count
 * @returns {string}
 */
export function compact(count) {
  /** @type {[number, string][]} */
  const units = document.documentElement.lang.startsWith('zh')
    ? [[100_000_000, '亿'], [10_000, '万']]
    : [[1_000_000_000, 'B'], [1_000_000, 'M'], [1_000, 'k']];
  for (const [unit, name] of units) {
    if (count >= unit) {
      const tenths = Math.floor(count / (unit / 10));
      return (tenths >= 1000 ? Math.floor(tenths / 10) : tenths / 10) + name;
    }
  }

  return String(count);
}
