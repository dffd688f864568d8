import type { FileProblem } from '@/lib/core/file-problem';
import { fail, succeed, type Result } from '@/lib/core/result';
import type { LayerDefinition } from '@/lib/layers/definition';
import { layerDefinition } from '@/lib/layers/registry';
import type { Params } from '@/lib/layers/fields';
import { FORMAT_VERSION } from '@/lib/document/document';
import { isRecord, type Unknown } from '@/lib/document/load/json-shape';

/** Turns a file of version `from` into one of `from + 1`. */
interface FormatMigration {
  readonly from: number;
  readonly migrate: (file: Unknown) => Unknown;
}

/** 1 → 2: blocks, named outputs and silenced rules. */
const FORMAT_MIGRATIONS: readonly FormatMigration[] = [
  { from: 1, migrate: (file) => ({ ...file, blocks: {}, outputs: [], silenced: [] }) },
];

/** The file in today's format with every layer's parameters in today's version; refused when it comes from the future. */
export function migrate(file: Unknown): Result<Unknown, FileProblem> {
  const version = versionOf(file.version);
  if (version > FORMAT_VERSION) {
    return fail({ code: 'file/newer-format', values: { version, newest: FORMAT_VERSION } });
  }
  const current = stepsFrom(FORMAT_MIGRATIONS, version).reduce((older, step) => step.migrate(older), file);
  const versions = isRecord(current.layers) ? current.layers : {};
  const newer = newerLayer(versions);
  if (newer !== null) return fail(newer);
  if (!isRecord(current.nodes)) return succeed(current);
  const nodes = Object.entries(current.nodes).map(([id, node]) => [id, migrateNode(node, versions)] as const);
  return succeed({ ...current, nodes: Object.fromEntries(nodes) });
}

/** A version that is missing or senseless counts as the first. */
function versionOf(version: unknown): number {
  return typeof version === 'number' && Number.isInteger(version) && version >= 1 ? version : 1;
}

function stepsFrom<M extends { readonly from: number }>(migrations: readonly M[], version: number): readonly M[] {
  return migrations.filter(({ from }) => from >= version).sort((a, b) => a.from - b.from);
}

function newerLayer(versions: Unknown): FileProblem | null {
  for (const [type, written] of Object.entries(versions)) {
    const newest = layerDefinition(type)?.version;
    const version = versionOf(written);
    if (newest !== undefined && version > newest) {
      return { code: 'file/newer-layer', values: { type, version, newest } };
    }
  }
  return null;
}

function migrateNode(node: unknown, versions: Unknown): unknown {
  if (!isRecord(node) || typeof node.type !== 'string' || !isRecord(node.params)) return node;
  const definition = layerDefinition(node.type);
  if (definition === null) return node;
  return { ...node, params: migrateParams(definition, node.params, versionOf(versions[node.type])) };
}

/** Exported for its test. */
export function migrateParams(
  definition: Pick<LayerDefinition, 'migrations'>,
  params: Unknown,
  version: number,
): Unknown {
  // A migration reads what its version wrote; a hand-made file that holds something else is mended field by field later.
  return stepsFrom(definition.migrations, version).reduce((older, step) => step.migrate(older as Params), params);
}
