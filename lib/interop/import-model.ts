import type { FileProblem } from '@/lib/core/file-problem';
import type { ForeignFormat } from '@/lib/core/import-report';
import { fail, succeed, type Result } from '@/lib/core/result';
import { layerDefinition } from '@/lib/layers/registry';
import { analyze } from '@/lib/analysis/analyze';
import { buildDesign, type BuiltDesign } from '@/lib/interop/build-design';
import type { ImportResult } from '@/lib/interop/foreign-file';
import { createImportNotes, type ImportNotes, short } from '@/lib/interop/import-notes';
import { entryOf, listOf, textOf } from '@/lib/interop/json-access';
import { channelsLast } from '@/lib/interop/keras/channels';
import { readModelJson } from '@/lib/interop/keras/model-json';
import type { KerasNetwork, KerasVersion } from '@/lib/interop/keras/network';
import { normalizeLayers } from '@/lib/interop/keras/normalize';
import { writeOut } from '@/lib/interop/keras/write-out';
import { placeLayers } from '@/lib/interop/place-layers';
import { withMetadata } from '@/lib/interop/metadata';
import type { WeightSource } from '@/lib/interop/weights/weight-source';

export interface ModelFile {
  readonly format: ForeignFormat;
  /** `{class_name, config}` of the model. */
  readonly topology: unknown;
  /** '2.15.0'; null where the file does not say. */
  readonly version: string | null;
  readonly source: WeightSource | null;
  /** The design as it was when this product wrote the file. */
  readonly metadata: unknown;
  readonly hasTraining: boolean;
  /** The file names weights that are not at hand. */
  readonly lacksShards?: boolean;
  readonly fallbackName: string;
}

/** A Keras model, from whatever file, as a design with a report of how that went. */
export async function importModel(file: ModelFile): Promise<ImportResult> {
  const notes = createImportNotes();
  const network = readNetwork(file, notes);
  if (!network.ok) return network;
  const { source, fallbackName, format, version, metadata } = file;
  const built = buildDesign(network.value, { notes, source, fallbackName });
  const ends = refuseWithoutInputs(built, network.value);
  if (ends !== null) return fail(ends);
  if (file.lacksShards) notes.add({ code: 'left-out/shards', values: {} });
  if (file.hasTraining) notes.add({ code: 'left-out/training', values: {} });
  const own = metadata === undefined ? null : withMetadata(built.document, metadata);
  if (metadata !== undefined && own === null) notes.add({ code: 'left-out/metadata', values: {} });
  const document = own ?? (await placeLayers(built.document));
  const { totals } = analyze(document, null);
  const { weights, opaque } = built;
  const bytes = weights.reduce((total, { values }) => total + values.byteLength, 0);
  const report = {
    format,
    version: version === null ? null : short(version),
    layers: Object.keys(built.document.nodes).length,
    opaque,
    params: totals.params,
    weights: weights.length === 0 ? null : { tensors: weights.length, bytes },
    notes: notes.all(),
  };
  return succeed({ document, report, weights });
}

/** The network of the file, every layer spelled one way, as the readers of the layers expect it. */
function readNetwork({ topology, version }: ModelFile, notes: ImportNotes): Result<KerasNetwork, FileProblem> {
  const model = readModelJson(topology);
  if (!model.ok) return model;
  if (model.value.layers.length === 0) return fail({ code: 'file/no-layers', values: {} });
  const written = writeOut(model.value);
  if (!written.ok) return written;
  const kerasVersion = versionOf(version, topology);
  if (version === null) notes.add({ code: 'assumed/no-version', values: { version: kerasVersion } });
  const ordered = channelsLast(written.value.layers);
  if (!ordered.ok) return ordered;
  if (ordered.value.isConverted) notes.add({ code: 'assumed/channels-first', values: {} });
  for (const { layer, times } of written.value.shared.slice(0, MOST_SHARED)) {
    notes.add({ code: 'assumed/shared', values: { layer: short(layer), times } });
  }
  const { layers, endings } = normalizeLayers(ordered.value.layers, kerasVersion);
  const outputs = written.value.outputs.map((name) => endings.get(name) ?? name);
  const { shared } = written.value;
  return succeed({ name: model.value.name, version: kerasVersion, layers, outputs, shared });
}

const MOST_SHARED = 20;

/** By what the file says; else by how it is written: Keras 3 names the module of every class. */
function versionOf(version: string | null, topology: unknown): KerasVersion {
  if (version !== null) return /^[3-9]/.test(version) ? 3 : 2;
  const config = entryOf(topology, 'config');
  const [first] = listOf(entryOf(config, 'layers')) ?? [];
  return textOf(entryOf(first, 'module')) === null ? 2 : 3;
}

/** What no layer of ours feeds cannot be a design: data with more axes than a picture, for one. */
function refuseWithoutInputs({ document }: BuiltDesign, { layers }: KerasNetwork): FileProblem | null {
  const isFed = Object.values(document.nodes).some(({ type }) => layerDefinition(type)?.role === 'source');
  if (isFed) return null;
  const input = layers.find(({ className }) => className === 'InputLayer');
  return input === undefined
    ? { code: 'file/no-input-shape', values: {} }
    : { code: 'file/no-input-layer', values: { layer: short(input.name) } };
}
