import type { Cell, DrivenReply, DrivenRequest } from '@/lib/training/inspect/protocol';
import type { InspectNetwork } from '@/lib/training/worker/inspect/network';
import { runLayers } from '@/lib/training/worker/inspect/run-layers';
import { drivenLayer, indexOf, placeInside, placeOf } from '@/lib/training/worker/inspect/why/unit-value';

/** What a picture is made to raise, read at an input that there is: the same number of the same layer. */
export async function drivenAnswer(
  network: InspectNetwork,
  { input: values, unit, cell: asked }: DrivenRequest,
): Promise<DrivenReply> {
  const driven = drivenLayer(network, unit);
  const { cell } = placeInside(driven.outputShape, { unit, cell: asked });
  const input = network.inputTensor(values);
  const given = new Map([[network.layerOf(network.inputNode).name, input]]);
  const [value] = runLayers(network, { given, wanted: [driven.name] });
  if (value === undefined) throw new Error(`no output of ${driven.name}`);
  try {
    const numbers = await value.data();
    const at = (place: Cell | null): number =>
      numbers[indexOf(value, { channel: unit.channel, cell: place })] ?? Number.NaN;
    if (cell === null) return { activation: at(null), cell, strongest: null };
    const most = (await placeOf(value, { unit, cell: null })).cell;
    return { activation: at(cell), cell, strongest: most && { activation: at(most), cell: most } };
  } finally {
    value.dispose();
    input.dispose();
  }
}
