import { readFileSync } from 'node:fs';
import path from 'node:path';
import { analyze } from '@/lib/analysis/analyze';
import type { Document } from '@/lib/document/document';
import type { ForeignFile, ImportedDesign } from '@/lib/interop/foreign-file';
import { openFiles } from '@/lib/interop/open-files';
import { nodeHdf5 } from '@/tests/unit/interop/node-hdf5';

const FOLDER = path.resolve(__dirname, '../../fixtures/models');

export function fixture(name: string): ForeignFile {
  return { name: path.basename(name), bytes: new Uint8Array(readFileSync(path.join(FOLDER, name))) };
}

export function textFile(content: unknown, name = 'model.json'): ForeignFile {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  return { name, bytes: new TextEncoder().encode(text) };
}

export async function imported(...files: readonly ForeignFile[]): Promise<ImportedDesign> {
  const opened = await openFiles(files, nodeHdf5);
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  if (opened.value.kind === 'design') throw new Error('it is a design of ours');
  return opened.value.imported;
}

/** The code of what is wrong with the files; null where they open. */
export async function refusal(...files: readonly ForeignFile[]): Promise<string | null> {
  const opened = await openFiles(files, nodeHdf5);
  return opened.ok ? null : opened.error.code;
}

/** `conv2d_1: conv2d 10 × 10 × 8 ← input_1`: one line a layer. */
export function linesOf(document: Document): readonly string[] {
  const { layers, order } = analyze(document, null);
  return order.map((id) => {
    const [node, layer] = [document.nodes[id], layers[id]];
    const from = layer?.inputs.length ? ` ← ${layer.inputs.join(', ')}` : '';
    return `${id}: ${node?.type} ${layer?.output?.shape.join(' × ')}${from}`;
  });
}
