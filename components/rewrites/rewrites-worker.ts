import { analyze } from '@/lib/analysis/analyze';
import { completeRewrite } from '@/lib/analysis/rewrites/complete-rewrite';
import { planRewrites } from '@/lib/analysis/rewrites/plan-rewrites';
import { proveRewrite } from '@/lib/analysis/rewrites/prove-rewrite';
import { datasetTask } from '@/lib/datasets/dataset-task';
import { setAddedDatasets } from '@/lib/datasets/registry';
import type { RewritesReply, ToldRewrites } from '@/components/rewrites/protocol';

/** Where rewrites are planned and proved, which takes seconds for hundreds of layers: the page never waits for it. */
const scope = self as unknown as {
  onmessage: ((event: MessageEvent<ToldRewrites>) => void) | null;
  postMessage(reply: RewritesReply): void;
};

scope.onmessage = ({ data: { document, nodes, activation, kind, datasets } }) => {
  setAddedDatasets(datasets);
  const task = datasetTask(document.training.dataset);
  const site = { document, analysis: analyze(document, task), task };
  const plans = planRewrites({ ...site, nodes, activation });
  scope.postMessage({ kind: 'plans', plans });
  const chosen = plans.find((plan) => plan.kind === kind) ?? plans[0];
  const complete = chosen === undefined ? null : completeRewrite(site, chosen);
  const proof = complete === null ? null : proveRewrite({ ...site, plan: complete });
  scope.postMessage({ kind: 'proof', complete, proof });
};
