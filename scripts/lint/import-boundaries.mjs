import path from 'node:path';

/**
 * What each folder may import, besides itself. Imports go downward only: whoever needs something from a folder that is
 * not listed moves the shared part down instead. `lib/training/worker` is the only home of TensorFlow.js.
 */
export const MAY_IMPORT = {
  'lib/core': [],
  'lib/layers': ['lib/core'],
  'lib/messages': ['lib/core'],
  'lib/platform': ['lib/core'],
  'lib/document': ['lib/core', 'lib/layers'],
  'lib/analysis': ['lib/core', 'lib/layers', 'lib/document'],
  'lib/compile': ['lib/core', 'lib/layers', 'lib/document', 'lib/analysis'],
  'lib/codegen': ['lib/core', 'lib/layers', 'lib/document', 'lib/analysis', 'lib/compile'],
  'lib/interop': ['lib/core', 'lib/layers', 'lib/document', 'lib/analysis', 'lib/compile'],
  'lib/pictures': ['lib/core', 'lib/layers', 'lib/document', 'lib/analysis', 'lib/compile'],
  'lib/datasets': ['lib/core'],
  'lib/datasets/worker': ['lib/core', 'lib/datasets', 'lib/platform'],
  'lib/inspect': ['lib/core'],
  'lib/training': [
    'lib/core',
    'lib/layers',
    'lib/document',
    'lib/analysis',
    'lib/compile',
    'lib/datasets',
    'lib/inspect',
    'lib/platform',
  ],
  'lib/training/worker': [
    'lib/core',
    'lib/layers',
    'lib/document',
    'lib/analysis',
    'lib/compile',
    'lib/datasets',
    'lib/inspect',
    'lib/training',
    'lib/platform',
  ],
  'lib/runs': [
    'lib/core',
    'lib/layers',
    'lib/document',
    'lib/analysis',
    'lib/compile',
    'lib/datasets',
    'lib/inspect',
    'lib/training',
    'lib/platform',
  ],
  'lib/state': [
    'lib/core',
    'lib/layers',
    'lib/document',
    'lib/analysis',
    'lib/compile',
    'lib/codegen',
    'lib/interop',
    'lib/pictures',
    'lib/datasets',
    'lib/inspect',
    'lib/datasets/worker',
    'lib/training',
    'lib/runs',
    'lib/messages',
    'lib/platform',
  ],
  'lib/cli': [
    'lib/core',
    'lib/layers',
    'lib/document',
    'lib/analysis',
    'lib/compile',
    'lib/codegen',
    'lib/interop',
    'lib/pictures',
    'lib/datasets',
    'lib/inspect',
    'lib/training',
    'lib/runs',
    'lib/messages',
    'lib/platform',
  ],
  components: [
    'lib/core',
    'lib/layers',
    'lib/document',
    'lib/analysis',
    'lib/compile',
    'lib/codegen',
    'lib/interop',
    'lib/pictures',
    'lib/datasets',
    'lib/inspect',
    'lib/datasets/worker',
    'lib/training',
    'lib/runs',
    'lib/state',
    'lib/messages',
    'lib/platform',
  ],
  app: ['components', 'lib/messages', 'lib/state', 'lib/platform'],
};

const TFJS_HOMES = ['lib/training/worker', 'tests', 'bench', 'scripts'];

/** The longest folder of the table that holds `file` (relative to the root, with forward slashes). */
function areaOf(file) {
  return Object.keys(MAY_IMPORT)
    .filter((area) => file === area || file.startsWith(`${area}/`))
    .sort((a, b) => b.length - a.length)[0];
}

function relativeToRoot(root, file) {
  return path.relative(root, file).split(path.sep).join('/');
}

/** Where an import points inside the repository, or undefined for a package. */
function targetOf(source, file) {
  if (source.startsWith('@/')) return source.slice(2);
  if (source.startsWith('.')) return path.posix.normalize(path.posix.join(path.posix.dirname(file), source));
  return undefined;
}

function problemWith(source, file) {
  const area = areaOf(file);
  if (source.startsWith('@tensorflow/')) {
    const isHome = TFJS_HOMES.some((home) => file.startsWith(`${home}/`));
    return isHome ? undefined : 'only lib/training/worker may import TensorFlow.js (a type import counts too)';
  }
  const target = targetOf(source, file);
  if (area === undefined || target === undefined) return undefined;
  const targetArea = areaOf(target);
  if (targetArea === undefined) {
    const isLoose = /^(tests|bench|scripts|lib)(\/|$)/.test(target);
    return isLoose ? `${area} may not import ${target}` : undefined;
  }
  if (targetArea === area || MAY_IMPORT[area].includes(targetArea)) return undefined;
  return `${area} may not import ${targetArea}: imports go downward only (scripts/lint/import-boundaries.mjs)`;
}

function importSource(node) {
  if (node.type === 'TSImportType') {
    const literal = node.source ?? node.argument?.literal ?? node.argument;
    return literal?.value;
  }
  return node.source?.value;
}

const rule = {
  meta: { type: 'problem', schema: [], messages: { boundary: '{{problem}}' } },
  create(context) {
    const file = relativeToRoot(context.cwd, context.filename);
    const check = (node) => {
      const source = importSource(node);
      if (typeof source !== 'string') return;
      const problem = problemWith(source, file);
      if (problem !== undefined) context.report({ node, messageId: 'boundary', data: { problem } });
    };
    return {
      ImportDeclaration: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
      ImportExpression: check,
      TSImportType: check,
    };
  },
};

export const importBoundaries = { rules: { 'import-boundaries': rule } };
