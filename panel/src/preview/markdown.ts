/** The little Markdown a TextBlock has in Teams: bold, italic, lists and links. Nothing else becomes markup. */

const ESCAPES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** HTML for a card's text. Escapes first, so no markup of the text's own survives; only https links become links. */
export function htmlOf(text: string): string {
  const blocks = escaped(text).split(/\n{2,}|\r\n\r\n/);
  return blocks.map(block).join("");
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);
}

function block(text: string): string {
  const lines = text.split(/\r?\n/);
  if (lines.every((line) => /^\s*[-*] /.test(line))) {
    return `<ul>${lines.map((line) => `<li>${inline(line.replace(/^\s*[-*] /, ""))}</li>`).join("")}</ul>`;
  }
  return `<p>${lines.map(inline).join("<br>")}</p>`;
}

function inline(text: string): string {
  return text
    .replace(/\[([^\]]+)\]\((https:\/\/[^\s)]+)\)/g, '<a href="$2" rel="noopener noreferrer">$1</a>')
    .replace(/\*\*(\S(?:.*?\S)?)\*\*/g, "<strong>$1</strong>")
    .replace(/(^|[\s(])[*_](\S(?:[^*_]*?\S)?)[*_](?=$|[\s).,;:!?])/g, "$1<em>$2</em>");
}
