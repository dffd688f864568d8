import type { Statistics } from '@/lib/core/learning';
import type { NamedTensor } from '@/lib/core/named-tensor';
import type { Document } from '@/lib/document/document';
import { kerasJson } from '@/lib/compile/keras-json';
import type { ModelPlan } from '@/lib/compile/plan';
import { customClasses, generateModel } from '@/lib/codegen/model';
import { layerNames, renamePlan } from '@/lib/codegen/named-plan';
import type { Span } from '@/lib/codegen/print';
import { GITIGNORE, packageJson, TSCONFIG } from '@/lib/codegen/project/package-files';
import { projectReadme } from '@/lib/codegen/project/readme';
import { COMMON_SOURCES, customLayerFile, sourceText } from '@/lib/codegen/sources';
import { generateScaling, generateTraining } from '@/lib/codegen/training';
import { toModelFiles, WEIGHTS_FILE } from '@/lib/codegen/weights';

export interface ProjectSource {
  readonly document: Document;
  /** Of this document. */
  readonly plan: ModelPlan;
  /** Of a trained network, named after this plan's layers; null when there is none. */
  readonly weights: readonly NamedTensor[] | null;
  /** Of the data set that the design is for; without them a project measures its own data. */
  readonly statistics?: Statistics | null;
}

export interface ProjectFile {
  /** From the project's folder, with forward slashes. */
  readonly path: string;
  readonly content: string | Uint8Array<ArrayBuffer>;
}

export const MODEL_PATH = 'src/model.ts';

/** A design as a TypeScript project that trains and predicts in Node. */
export function exportProject(source: ProjectSource): readonly ProjectFile[] {
  const { plan, document, weights } = source;
  const isTrained = weights !== null;
  return [
    ...generateSources(source).files,
    { path: 'package.json', content: packageJson(plan, { isTrained }) },
    { path: 'tsconfig.json', content: TSCONFIG },
    { path: '.gitignore', content: GITIGNORE },
    { path: 'README.md', content: projectReadme({ document, plan, isTrained }) },
    ...(isTrained ? weightFiles(source, weights) : []),
  ];
}

export interface GeneratedSources {
  readonly files: readonly (ProjectFile & { readonly content: string })[];
  /** Lines of src/model.ts. */
  readonly spans: readonly Span[];
}

/** Common sources with parts that come from the design. */
const GENERATED: readonly string[] = ['train.ts', 'scaling.ts'];

/** The project's TypeScript, the network and its training first. */
export function generateSources(source: Omit<ProjectSource, 'weights'>): GeneratedSources {
  const { document, plan, statistics = null } = source;
  const { code, spans } = generateModel({ plan, document });
  const own = new Set(customClasses(plan).map(customLayerFile));
  const fixed = [...COMMON_SOURCES.filter((file) => !GENERATED.includes(file)), ...own];
  return {
    files: [
      { path: MODEL_PATH, content: code },
      { path: 'src/train.ts', content: generateTraining(plan, document.training) },
      { path: 'src/scaling.ts', content: generateScaling(document.training, statistics) },
      ...fixed.map((file) => ({ path: `src/${file}`, content: sourceText(file) })),
    ],
    spans,
  };
}

/** The weights under the names that the layers have in the generated code. */
function weightFiles({ document, plan }: ProjectSource, weights: readonly NamedTensor[]): readonly ProjectFile[] {
  const names = layerNames(plan, document);
  const renamed = weights.map((weight) => {
    const [layer = '', ...rest] = weight.name.split('/');
    return { ...weight, name: [names.get(layer) ?? layer, ...rest].join('/') };
  });
  const { modelJson, weightsBin } = toModelFiles(kerasJson(renamePlan(plan, names), document.training.seed), renamed);
  return [
    { path: 'weights/model.json', content: modelJson },
    { path: `weights/${WEIGHTS_FILE}`, content: weightsBin },
  ];
}
