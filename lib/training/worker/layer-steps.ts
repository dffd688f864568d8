import type * as tf from '@tensorflow/tfjs';

/** A layer that draws at random, anew at each training step, from its seed and how often it has drawn. */
type DrawingLayer = tf.layers.Layer & { step: number };

function drawingLayers(model: tf.LayersModel): readonly DrawingLayer[] {
  return model.layers.filter((layer): layer is DrawingLayer => 'step' in layer && typeof layer.step === 'number');
}

/** How often each of the model's drawing layers has drawn, by layer name. */
export function layerSteps(model: tf.LayersModel): Readonly<Record<string, number>> {
  return Object.fromEntries(drawingLayers(model).map(({ name, step }) => [name, step]));
}

/** Lets the layers go on drawing where `steps` was read. */
export function restoreLayerSteps(model: tf.LayersModel, steps: Readonly<Record<string, number>>): void {
  for (const layer of drawingLayers(model)) layer.step = steps[layer.name] ?? 0;
}
