import { analyze } from '@/lib/analysis/analyze';
import { datasetTask } from '@/lib/datasets/dataset-task';
import { setAddedDatasets } from '@/lib/datasets/registry';
import { pictureWords } from '@/lib/messages/pictures';
import { drawPicture } from '@/lib/pictures/draw-picture';
import type { PictureJob, PictureReply } from '@/components/pictures/picture-jobs';

/** Draws pictures away from the page: routes and places of hundreds of layers take longer than a frame. */

const scope = globalThis as unknown as Pick<Worker, 'postMessage'> & {
  onmessage: ((event: MessageEvent<PictureJob>) => void) | null;
};

scope.onmessage = ({ data: job }) => {
  draw(job).then(
    (picture) => scope.postMessage({ id: job.id, picture } satisfies PictureReply),
    (error: unknown) => scope.postMessage({ id: job.id, picture: null, detail: String(error) } satisfies PictureReply),
  );
};

function draw({ document, shown, choices, locale, datasets }: PictureJob) {
  setAddedDatasets(datasets);
  const analysis = analyze(document, datasetTask(document.training.dataset));
  return drawPicture({ document, analysis, shown }, choices, { locale, words: pictureWords[locale] });
}
