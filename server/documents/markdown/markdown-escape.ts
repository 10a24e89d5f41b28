/** Punctuation that starts something in Markdown wherever it stands, HTML, entities and mathematics included. */
const SPECIAL = /[\\`*_{}[\]<>#|~&$@=^]/g;
/** `scheme://` and `www.` become links by themselves where addresses are recognised. */
const ADDRESS = /:(?=\/\/)|(?<=\bwww)\./gi;
/** A mark that makes a line a list item, a rule, a quote or a heading. */
const LINE_START = /^([-+]|\d{1,9}(?=[.)]))/;

/** `text` as Markdown that shows it; one line, as white space of any kind becomes a space. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/\s+/gu, " ")
    .replace(SPECIAL, (mark) => `\\${mark}`)
    .replace(ADDRESS, (mark) => `\\${mark}`);
}

/** A line that is already escaped, kept from being anything but a paragraph. */
export function escapeMarkdownLineStart(markdown: string): string {
  return markdown.trimStart().replace(LINE_START, (mark) => (/^\d/.test(mark) ? `${mark}\\` : `\\${mark}`));
}
