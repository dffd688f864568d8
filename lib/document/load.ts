import type { FileProblem, FileWarning } from '@/lib/core/file-problem';
import { plainName } from '@/lib/core/plain-name';
import { fail, succeed, type Result } from '@/lib/core/result';
import { applyCommand } from '@/lib/document/apply-command';
import { FORMAT, type Document } from '@/lib/document/document';
import { layered } from '@/lib/document/layout';
import { createWarnings } from '@/lib/document/load/collect-warnings';
import { isRecord, type Unknown, type Warn } from '@/lib/document/load/json-shape';
import { migrate } from '@/lib/document/load/migrate';
import { dropNodes, findSelfUses, readBlocks, settleBlocks } from '@/lib/document/load/read-blocks';
import { readEdges } from '@/lib/document/load/read-edges';
import { readMarks } from '@/lib/document/load/read-marks';
import { readNodes } from '@/lib/document/load/read-nodes';
import { readTraining } from '@/lib/document/load/read-training';

export interface LoadedDocument {
  readonly document: Document;
  /** What was mended on the way, in the order of the file. */
  readonly warnings: readonly FileWarning[];
}

/** Far above any network that is drawn by hand; keeps a hostile file from freezing the page. */
const MOST_LAYERS = 5000;
const MOST_EDGES = 20_000;

/**
 * A file's text to a design that every other part may trust: recognised, migrated from older versions, repaired with
 * warnings. Parameters keep values that are out of bounds: the analysis shows them where they stand.
 * `fallbackName` names a design whose file does not.
 */
export function loadDocument(text: string, fallbackName: string): Result<LoadedDocument, FileProblem> {
  // A byte order mark, as some editors write it, is not part of the JSON.
  const content = text.replace(/^\uFEFF/, '');
  if (content.trim() === '') return fail({ code: 'file/empty', values: {} });
  let file: unknown;
  try {
    file = JSON.parse(content);
  } catch {
    return fail({ code: 'file/not-json', values: {} });
  }
  return readDocument(file, fallbackName);
}

/** As `loadDocument`, for a file that was kept as plain JSON instead of text. */
export function readDocument(file: unknown, fallbackName: string): Result<LoadedDocument, FileProblem> {
  if (!isRecord(file) || file.format !== FORMAT) return fail({ code: 'file/not-ours', values: {} });
  const migrated = migrate(file);
  if (!migrated.ok) return migrated;
  const tooMany = refuseTooMany(migrated.value);
  return tooMany === null ? succeed(read(migrated.value, fallbackName)) : fail(tooMany);
}

function refuseTooMany({ nodes, edges }: Unknown): FileProblem | null {
  const count = (value: unknown) => (isRecord(value) ? Object.keys(value).length : 0);
  if (count(nodes) > MOST_LAYERS) {
    return { code: 'file/too-many-layers', values: { count: count(nodes), most: MOST_LAYERS } };
  }
  if (count(edges) > MOST_EDGES) {
    return { code: 'file/too-many-edges', values: { count: count(edges), most: MOST_EDGES } };
  }
  return null;
}

function read(file: Unknown, fallbackName: string): LoadedDocument {
  const { warn, warnings } = createWarnings();
  const name = readName(file.name, fallbackName, warn);
  const { blocks, ids: blockIds, outputs } = readBlocks(file.blocks, warn);
  const layers = readNodes(file.nodes, blockIds, warn);
  const { nodes, ids, unknown, unplaced } = layers;
  const edges = readEdges(file.edges, layers, warn);
  const training = readTraining(file.training, warn);
  const marks = readMarks(file, layers, warn);
  const placed = place({ name, nodes, edges, training, blocks, ...marks }, unplaced);
  const looped = findSelfUses(placed);
  for (const id of looped) warn({ code: 'file/block-in-itself', values: { layer: nodes[id]?.title ?? id } });
  const document = dropNodes(settleBlocks(placed, { outputs, ids }, warn), [...unknown, ...looped], warn);
  const count = unplaced.filter((id) => Object.hasOwn(document.nodes, id)).length;
  if (count > 0) warn({ code: 'file/placed-layers', values: { count } });
  return { document, warnings: warnings() };
}

function readName(value: unknown, fallbackName: string, warn: Warn): string {
  if (typeof value !== 'string') {
    warn({ code: 'file/bad-part', values: { part: 'name' } });
    return plainName(fallbackName);
  }
  const name = plainName(value);
  if (name !== value) warn({ code: 'file/cleaned-name', values: { name } });
  return name;
}

function place(document: Document, unplaced: readonly string[]): Document {
  if (unplaced.length === 0) return document;
  return applyCommand(document, { kind: 'move', positions: layered(document, unplaced) });
}
