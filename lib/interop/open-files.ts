import type { FileProblem } from '@/lib/core/file-problem';
import { fail, succeed, type Result } from '@/lib/core/result';
import { readDocument, type LoadedDocument } from '@/lib/document/load';
import type { ForeignFile, Hdf5, Hdf5Reader, ImportedDesign } from '@/lib/interop/foreign-file';
import { importModel } from '@/lib/interop/import-model';
import { short } from '@/lib/interop/import-notes';
import { entryOf, listOf, recordOf, textOf } from '@/lib/interop/json-access';
import { MOST_FILE_BYTES } from '@/lib/interop/limits';
import { METADATA_KEY } from '@/lib/interop/metadata';
import { kindOfJson } from '@/lib/interop/open-json';
import { decodeText, parseJson } from '@/lib/interop/safe-json';
import { unzip } from '@/lib/interop/unzip';
import { groupedWeights, numberedWeights } from '@/lib/interop/weights/hdf5-weights';
import { shardedWeights } from '@/lib/interop/weights/tfjs-weights';

/** A design of ours as it was saved, or a model of another tool as a design. */
export type OpenedFiles =
  | { readonly kind: 'design'; readonly loaded: LoadedDocument }
  | { readonly kind: 'model'; readonly imported: ImportedDesign };
type Opening = Promise<Result<OpenedFiles, FileProblem>>;

/**
 * Opens what was dropped or named: one file, or a model.json with the files of its weights. What is in a file decides,
 * not what it is called.
 */
export async function openFiles(files: readonly ForeignFile[], hdf5: Hdf5): Opening {
  const opened = await openAny(files, hdf5);
  return opened.ok ? opened : fail(readable(opened.error));
}

/** Names of a file can be anything, also pages long, or made to play with a terminal. */
function readable(problem: FileProblem): FileProblem {
  const values = Object.entries<unknown>(problem.values).map(([key, value]) => {
    return [
      key,
      typeof value === 'string' ? short(value) : Array.isArray(value) ? value.map(String).map(short) : value,
    ];
  });
  return { ...problem, values: Object.fromEntries(values) as never };
}

async function openAny(files: readonly ForeignFile[], hdf5: Hdf5): Opening {
  const bytes = files.reduce((total, file) => total + file.bytes.length, 0);
  if (bytes > MOST_FILE_BYTES) return fail({ code: 'file/too-large', values: { bytes, most: MOST_FILE_BYTES } });
  const [first, ...others] = [...files].sort((a, b) => rankOf(a) - rankOf(b));
  if (first === undefined || first.bytes.length === 0) return fail({ code: 'file/empty', values: {} });
  const rival = others.find((other) => rankOf(other) < rankOf(SHARD));
  if (rival !== undefined) {
    return fail({ code: 'file/several-designs', values: { names: [first.name, rival.name] } });
  }
  if (isZip(first.bytes)) return openZip(first, hdf5);
  if (isHdf5(first.bytes)) return openHdf5(first, hdf5);
  if (!isText(first.bytes)) return fail(otherFormat(first));
  return openJson(first, new Map(others.map((other) => [other.name, other.bytes])));
}

const SHARD: ForeignFile = { name: 'group1-shard1of1.bin', bytes: new Uint8Array() };

/** The file that says what the others are comes first. */
function rankOf({ name, bytes }: ForeignFile): number {
  if (/\.bin$|shard\d+of\d+/i.test(name)) return 2;
  return isZip(bytes) || isHdf5(bytes) ? 0 : 1;
}

async function openJson(file: ForeignFile, shards: ReadonlyMap<string, Uint8Array>): Opening {
  const fallbackName = nameOf(file);
  const json = parseJson(decodeText(file.bytes));
  if (!json.ok) return json;
  const found = kindOfJson(json.value);
  if (!found.ok) return found;
  if (found.value.kind === 'design') {
    const loaded = readDocument(json.value, fallbackName);
    return loaded.ok ? succeed({ kind: 'design', loaded: loaded.value }) : loaded;
  }
  const { topology, version, metadata, hasTraining } = found.value;
  const common = { topology, version, metadata, hasTraining, fallbackName };
  if (found.value.kind === 'keras') {
    const isThird = version === null ? recordOf(topology)?.module !== undefined : /^[3-9]/.test(version);
    return asModel(importModel({ ...common, format: isThird ? 'keras-3-json' : 'keras-2-json', source: null }));
  }
  const source = shardedWeights(found.value.manifest, shards);
  if (!source.ok) return source;
  const lacksShards = source.value === null && (listOf(found.value.manifest) ?? []).length > 0;
  return asModel(importModel({ ...common, format: 'tfjs-layers', source: source.value, lacksShards }));
}

async function openZip(file: ForeignFile, hdf5: Hdf5): Opening {
  const entries = unzip(file.bytes);
  if (!entries.ok) return entries;
  const byName = new Map([...entries.value].map(([path, bytes]) => [path.split('/').at(-1) ?? path, bytes]));
  const [config, model] = [entries.value.get('config.json'), byName.get('model.json')];
  if (config === undefined && model !== undefined) return openJson({ name: file.name, bytes: model }, byName);
  if (config === undefined) {
    const isTorch = byName.has('data.pkl');
    return fail(isTorch ? { code: 'file/other-format', values: { format: 'PyTorch' } } : UNKNOWN_KIND);
  }
  const topology = parseJson(decodeText(config));
  if (!topology.ok) return topology;
  const about = parseJson(decodeText(entries.value.get('metadata.json') ?? new Uint8Array()));
  const metadata = about.ok ? about.value : null;
  const kind = kindOfJson(topology.value);
  if (!kind.ok) return kind;
  if (kind.value.kind !== 'keras') return fail({ code: 'file/damaged', values: { part: 'config.json' } });
  const common = {
    format: 'keras-zip',
    topology: topology.value,
    version: textOf(entryOf(metadata, 'keras_version')),
    metadata: entryOf(metadata, METADATA_KEY),
    hasTraining: kind.value.hasTraining,
    fallbackName: nameOf(file),
  } as const;
  const weights = entries.value.get('model.weights.h5');
  if (weights === undefined) return asModel(importModel({ ...common, source: null }));
  return withHdf5({ bytes: weights, part: 'model.weights.h5' }, hdf5, (reader) =>
    asModel(importModel({ ...common, source: numberedWeights(reader) })),
  );
}

function openHdf5(file: ForeignFile, hdf5: Hdf5): Opening {
  return withHdf5({ bytes: file.bytes, part: file.name }, hdf5, async (reader) => {
    const text = reader.attribute('', 'model_config');
    if (typeof text !== 'string') return fail({ code: 'file/weights-only', values: {} });
    const topology = parseJson(text);
    if (!topology.ok) return topology;
    const kind = kindOfJson(topology.value);
    if (!kind.ok) return kind;
    const version = reader.attribute('', 'keras_version');
    return asModel(
      importModel({
        format: 'keras-h5',
        topology: topology.value,
        version: typeof version === 'string' ? version : null,
        source: groupedWeights(reader),
        metadata: undefined,
        hasTraining: reader.attribute('', 'training_config') !== null,
        fallbackName: nameOf(file),
      }),
    );
  });
}

/** A library that gives up on a damaged file throws what it likes. */
async function withHdf5(
  { bytes, part }: { readonly bytes: Uint8Array; readonly part: string },
  hdf5: Hdf5,
  use: (reader: Hdf5Reader) => Opening,
): Opening {
  const reader = await hdf5.open(bytes).catch(() => null);
  if (reader === null) return fail({ code: 'file/damaged', values: { part } });
  try {
    return await use(reader);
  } finally {
    reader.close();
  }
}

async function asModel(importing: ReturnType<typeof importModel>): Opening {
  const imported = await importing;
  return imported.ok ? succeed({ kind: 'model', imported: imported.value }) : imported;
}

const UNKNOWN_KIND: FileProblem = { code: 'file/unknown-kind', values: {} };

/** Formats that people may well try, by their usual endings. */
function otherFormat({ name }: ForeignFile): FileProblem {
  const endings = {
    onnx: 'ONNX',
    pt: 'PyTorch',
    pth: 'PyTorch',
    pb: 'TensorFlow (SavedModel)',
    tflite: 'TensorFlow Lite',
  };
  const format = Object.entries(endings).find(([ending]) => name.toLowerCase().endsWith(`.${ending}`))?.[1];
  return format === undefined ? UNKNOWN_KIND : { code: 'file/other-format', values: { format } };
}

function isZip(bytes: Uint8Array): boolean {
  return startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]);
}

function isHdf5(bytes: Uint8Array): boolean {
  return startsWith(bytes, [0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a]);
}

/** No control characters at the start but white space. */
function isText(bytes: Uint8Array): boolean {
  return bytes.subarray(0, 256).every((byte) => byte >= 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d);
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte);
}

function nameOf({ name }: ForeignFile): string {
  return name.replace(/(\.shapeflow)?\.(json|keras|h5|hdf5|zip)$/i, '') || name;
}
