import { pageMessages } from '@/lib/messages/page-messages';

/** What the inspector says. */
export interface InspectorMessages {
  readonly title: string;
  readonly layerName: string;
  readonly layerNameHint: string;
  readonly parameters: string;
  readonly noParameters: string;
  readonly advanced: string;
  readonly range: (min: string, max: string) => string;
  readonly height: string;
  readonly width: string;
  readonly sameBoth: string;
  readonly padding: {
    readonly valid: string;
    readonly same: string;
    readonly explicit: string;
    readonly top: string;
    readonly bottom: string;
    readonly left: string;
    readonly right: string;
  };
  readonly size: (axis: number, of: number) => string;
  readonly addSize: string;
  readonly removeSize: string;
  readonly notANumber: string;
  readonly facts: string;
  readonly inputShape: string;
  readonly outputShape: string;
  readonly params: string;
  readonly noParams: string;
  readonly notTrainable: string;
  readonly macs: string;
  readonly receptiveField: string;
  readonly receptiveFieldText: (size: string, jump: string) => string;
  readonly receptiveFieldWhole: string;
  readonly unknown: string;
  readonly isOutput: string;
  readonly numbers: string;
  readonly help: string;
  readonly several: (count: number) => string;
  readonly actions: string;
  readonly copy: string;
  readonly design: string;
  readonly layers: string;
  readonly incomplete: string;
  readonly trainable: string;
  readonly weights: string;
  readonly memoryInference: string;
  readonly memoryTraining: string;
  readonly task: string;
  readonly dataset: string;
  readonly noDataset: string;
  readonly unknownDataset: (id: string) => string;
  /** `width` counts what `kind` says. */
  readonly datasetText: (
    shape: string,
    width: string,
    samples: string,
    kind: 'classes' | 'labels' | 'values',
  ) => string;
  readonly batchSize: string;
  readonly batchSizeHint: string;
  readonly connection: string;
  readonly carries: string;
  readonly from: string;
  readonly to: string;
}

export const inspectorMessages = pageMessages('inspector');
