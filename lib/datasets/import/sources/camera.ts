import { fail, succeed } from '@/lib/core/result';
import { fitPicture } from '@/lib/datasets/import/pictures/fit-picture';
import { describeSizes, suggestPicture } from '@/lib/datasets/import/pictures/suggest-picture';
import { DEFAULT_SPLIT, type ImportSource, type PictureOptions } from '@/lib/datasets/import/protocol';
import { countClasses, planClasses, unclearClasses } from '@/lib/datasets/import/sources/class-plan';
import type { OpenedSource, ReadDependencies, ReadSample } from '@/lib/datasets/import/source-plan';

type CameraSource = Extract<ImportSource, { kind: 'camera' }>;

/** Pictures of a camera: all are whole, and of one size. */
export function openCamera({ classes: names, shots }: CameraSource, deps: ReadDependencies): OpenedSource {
  const labels = shots.map(({ label }) => label);
  const classes = countClasses(names, labels, () => false);
  const pictures = describeSizes(
    shots.map(({ picture }) => picture),
    3,
  );
  return {
    found: {
      format: 'camera',
      counts: { training: shots.length, test: null },
      classes,
      pictures,
      columns: [],
      arrays: [],
      skipped: [],
      unclear: unclearClasses(classes),
      suggested: {
        title: '',
        picture: suggestPicture(pictures),
        keptClasses: null,
        table: null,
        arrays: null,
        split: DEFAULT_SPLIT,
      },
    },
    plan: async ({ picture, keptClasses }) => {
      if (picture === null) return fail({ code: 'import/bad-options', values: { detail: 'picture' } });
      const plan = planClasses(names, labels, keptClasses);
      if (!plan.ok) return plan;
      const { samples, column } = plan.value;
      return succeed({
        inputShape: [picture.height, picture.width, picture.colour === 'grey' ? 1 : 3],
        element: 'uint8',
        targets: [{ kind: 'classes', name: 'class', classes: plan.value.names }],
        count: samples.length,
        columns: [column],
        isTest: null,
        skipped: [],
        nameOf: (sample) => `${(samples[sample] ?? 0) + 1}`,
        read: (wanted) => readShots(wanted, { source: shots, samples, picture, deps }),
      });
    },
  };
}

async function* readShots(
  wanted: readonly number[],
  {
    source,
    samples,
    picture,
    deps,
  }: {
    readonly source: CameraSource['shots'];
    readonly samples: readonly number[];
    readonly picture: PictureOptions;
    readonly deps: ReadDependencies;
  },
): AsyncGenerator<ReadSample> {
  for (const [done, sample] of wanted.entries()) {
    const shot = source[samples[sample] ?? 0];
    if (shot === undefined) throw new Error('There is no such picture.');
    await deps.breathe(done, wanted.length);
    yield { sample, values: fitPicture(shot.picture, picture) };
  }
}
