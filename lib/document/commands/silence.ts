import type { Command } from '@/lib/document/command';
import type { Document, Silence } from '@/lib/document/document';

type Of<K extends Command['kind']> = Extract<Command, { kind: K }>;

/** Silencing a rule for the whole design takes the place of what was silenced layer by layer. */
export function silence(document: Document, { code, node }: Of<'silence'>): Document {
  const { silenced } = document;
  if (silenced.some((other) => other.code === code && (other.node === undefined || other.node === node)))
    return document;
  if (node === undefined) {
    return { ...document, silenced: [...silenced.filter((other) => other.code !== code), { code }] };
  }
  if (!Object.hasOwn(document.nodes, node)) return document;
  return { ...document, silenced: [...silenced, { code, node }] };
}

export function unsilence(document: Document, { code, node }: Of<'unsilence'>): Document {
  const isOther = (other: Silence) => other.code !== code || other.node !== node;
  const silenced = document.silenced.filter(isOther);
  return silenced.length === document.silenced.length ? document : { ...document, silenced };
}
