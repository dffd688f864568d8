import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as tf from '@tensorflow/tfjs';

const FOLDER = 'weights';
const MODEL_FILE = path.join(FOLDER, 'model.json');
const WEIGHTS_FILE = 'weights.bin';

export function hasWeights(): boolean {
  return existsSync(MODEL_FILE);
}

/** Writes weights/model.json and weights/weights.bin, which `tf.loadLayersModel` reads in a browser too. */
export async function saveWeights(model: tf.LayersModel): Promise<void> {
  await model.save(
    tf.io.withSaveHandler(async ({ modelTopology, weightSpecs, weightData }) => {
      const weights = Buffer.from(tf.io.CompositeArrayBuffer.join(weightData));
      const weightsManifest = [{ paths: [WEIGHTS_FILE], weights: weightSpecs }];
      mkdirSync(FOLDER, { recursive: true });
      writeFileSync(path.join(FOLDER, WEIGHTS_FILE), weights);
      writeFileSync(MODEL_FILE, JSON.stringify({ format: 'layers-model', modelTopology, weightsManifest }));
      return {
        modelArtifactsInfo: { dateSaved: new Date(), modelTopologyType: 'JSON', weightDataBytes: weights.length },
      };
    }),
  );
}

/** Fills the model with the weights of the last training. Fails when src/model.ts has changed since. */
export function loadWeights(model: tf.LayersModel): void {
  const { weightsManifest } = JSON.parse(readFileSync(MODEL_FILE, 'utf8')) as tf.io.ModelJSON;
  const specs = weightsManifest.flatMap((group) => group.weights);
  const files = weightsManifest.flatMap((group) => group.paths).map((file) => readFileSync(path.join(FOLDER, file)));
  const bytes = new Uint8Array(Buffer.concat(files));
  model.loadWeights(tf.io.decodeWeights(bytes.buffer, specs));
}
