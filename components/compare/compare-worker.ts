import { setAddedDatasets } from '@/lib/datasets/registry';
import { TEMPLATES } from '@/lib/document/templates/templates';
import { createComparer } from '@/components/compare/comparer';
import type { CompareReply, CompareRequest } from '@/components/compare/protocol';

/** Where designs are built, analysed and aligned, so that the page never waits for it. */
const scope = self as unknown as {
  onmessage: ((event: MessageEvent<CompareRequest>) => void) | null;
  postMessage(reply: CompareReply): void;
};

const compare = createComparer((template) => TEMPLATES[template].build());

scope.onmessage = ({ data }) => {
  try {
    setAddedDatasets(data.datasets);
    scope.postMessage({ id: data.id, comparison: compare(data) });
  } catch (error) {
    scope.postMessage({ id: data.id, failure: error instanceof Error ? error.message : String(error) });
  }
};
