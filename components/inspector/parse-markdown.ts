/** The few kinds of Markdown that layers' help texts are written in. Everything else stays plain text. */
export type Block =
  | { readonly kind: 'paragraph'; readonly spans: readonly Span[] }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly (readonly Span[])[] };

export type Span =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'strong'; readonly text: string }
  | { readonly kind: 'emphasis'; readonly text: string };

/** Markdown to data; drawing it makes elements of it, never markup from text. */
export function parseMarkdown(source: string): readonly Block[] {
  const blocks: Block[] = [];
  for (const chunk of splitChunks(source)) {
    const fenced = /^```[^\n]*\n([\s\S]*?)\n?```$/.exec(chunk);
    const lines = chunk.split('\n');
    if (fenced !== null) blocks.push({ kind: 'code', text: fenced[1] ?? '' });
    else if (lines.every((line) => /^[-*] /.test(line))) {
      blocks.push({ kind: 'list', items: lines.map((line) => parseSpans(line.slice(2))) });
    } else blocks.push({ kind: 'paragraph', spans: parseSpans(lines.join(' ')) });
  }
  return blocks;
}

/** Blank lines part chunks, but not inside a fence. */
function splitChunks(source: string): readonly string[] {
  const chunks: string[][] = [[]];
  let isFenced = false;
  for (const line of source.trim().split('\n')) {
    const isFence = line.startsWith('```');
    if (line.trim() === '' && !isFenced) chunks.push([]);
    else chunks.at(-1)?.push(line);
    if (isFence) isFenced = !isFenced;
    if (isFence && !isFenced) chunks.push([]);
  }
  return chunks.map((lines) => lines.join('\n')).filter((chunk) => chunk.trim() !== '');
}

const MARKED = /(`[^`]+`|\*\*[^*]+\*\*|\*[^*\s][^*]*\*)/;

function parseSpans(text: string): readonly Span[] {
  return text
    .split(MARKED)
    .filter((part) => part !== '')
    .map((part): Span => {
      if (/^`[^`]+`$/.test(part)) return { kind: 'code', text: part.slice(1, -1) };
      if (/^\*\*[^*]+\*\*$/.test(part)) return { kind: 'strong', text: part.slice(2, -2) };
      if (/^\*[^*\s][^*]*\*$/.test(part)) return { kind: 'emphasis', text: part.slice(1, -1) };
      return { kind: 'text', text: part };
    });
}
