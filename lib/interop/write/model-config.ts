import type { Json, JsonObject } from '@/lib/core/json';
import type { Shape } from '@/lib/core/tensor-type';
import type { ModelPlan, PlanLayer } from '@/lib/compile/plan';
import { layerConfig } from '@/lib/interop/write/layer-config';
import { portableLayer } from '@/lib/interop/write/portable';

/** `{class_name, config}` of a functional model as Keras 2 and TensorFlow.js write it. */
export function keras2Model(plan: ModelPlan, dialect: 'keras2' | 'tfjs'): JsonObject {
  const layers = plan.layers.map((layer): JsonObject => {
    const portable = portableLayer(layer, dialect);
    return {
      class_name: portable.className,
      config: layerConfig(layer, portable, dialect),
      name: layer.name,
      inbound_nodes: layer.inputs.length === 0 ? [] : [keras2Inputs(portable.className, layer.inputs)],
    };
  });
  return {
    class_name: 'Functional',
    config: {
      name: modelName(plan),
      trainable: true,
      layers,
      input_layers: plan.inputs.map((name) => [name, 0, 0]),
      output_layers: plan.outputs.map((name) => [name, 0, 0]),
    },
  };
}

/** The same as Keras 3 writes it: every object with its module, tensors with their shapes. */
export function keras3Model(plan: ModelPlan): JsonObject {
  const shapes = new Map(plan.layers.map(({ name, outputShape }) => [name, outputShape]));
  const layers = plan.layers.map((layer): JsonObject => {
    const portable = portableLayer(layer, 'keras3');
    const tensors = layer.inputs.map((name) => keras3Tensor(name, shapes.get(name) ?? []));
    return {
      module: portable.isOwn ? 'shapeflow' : 'keras.layers',
      class_name: portable.className,
      config: layerConfig(layer, portable, 'keras3'),
      registered_name: portable.isOwn ? `shapeflow>${portable.className}` : null,
      ...buildConfig(layer, shapes),
      name: layer.name,
      inbound_nodes: tensors.length === 0 ? [] : [{ args: keras3Args(portable.className, tensors), kwargs: {} }],
    };
  });
  return {
    module: 'keras.src.models.functional',
    class_name: 'Functional',
    config: {
      name: modelName(plan),
      trainable: true,
      layers,
      input_layers: unwrapped(plan.inputs),
      output_layers: unwrapped(plan.outputs),
    },
    registered_name: 'Functional',
    build_config: { input_shape: null },
  };
}

/** Keras's attention takes query, value and perhaps key one by one; over one sequence they all are it. */
function isAttention(className: string): boolean {
  return className === 'MultiHeadAttention';
}

function keras2Inputs(className: string, inputs: readonly string[]): Json {
  const [query, value = query, key] = inputs;
  if (isAttention(className) && query !== undefined && value !== undefined) {
    return [[query, 0, 0, { value: [value, 0, 0], ...(key === undefined ? {} : { key: [key, 0, 0] }) }]];
  }
  return inputs.map((name) => [name, 0, 0, {}]);
}

function keras3Args(className: string, tensors: readonly JsonObject[]): readonly Json[] {
  if (isAttention(className)) return tensors.length === 1 ? [...tensors, ...tensors] : tensors;
  return tensors.length === 1 ? tensors : [tensors];
}

function keras3Tensor(name: string, shape: Shape): JsonObject {
  const config = { shape: [null, ...shape], dtype: 'float32', keras_history: [name, 0, 0] };
  return { class_name: '__keras_tensor__', config };
}

function buildConfig(layer: PlanLayer, shapes: ReadonlyMap<string, Shape>): JsonObject {
  const inputs = layer.inputs.map((name): Json => [null, ...(shapes.get(name) ?? [])]);
  if (inputs.length === 0) return {};
  return { build_config: { input_shape: inputs.length === 1 ? (inputs[0] ?? null) : inputs } };
}

/** Keras 3 leaves out the list around a single one. */
function unwrapped(names: readonly string[]): Json {
  const refs = names.map((name): Json => [name, 0, 0]);
  return refs.length === 1 ? (refs[0] ?? null) : refs;
}

/** A name that every version of Keras takes. */
function modelName({ name }: ModelPlan): string {
  const plain = name.replace(/[^A-Za-z0-9_.-]+/g, '_').replace(/^[^A-Za-z0-9]+/, '');
  return plain === '' ? 'model' : plain;
}
