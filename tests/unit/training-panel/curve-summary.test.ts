import { summarize } from '@/components/training/curve-summary';
import { trainingMessages } from '@/lib/messages/training';

const place = { t: trainingMessages.en.curves, locale: 'en' } as const;

describe('the words for a curve', () => {
  it('name the first value, the last and the best of all batches', () => {
    const raw = Float32Array.of(2, 0.5, 0.25, 0.75);
    const quantity = { title: 'Loss', format: String, better: Math.min };
    expect(summarize({ raw, smoothed: raw }, quantity, place)).toBe(place.t.summary('Loss', '4', '2', '0.75', '0.25'));
  });

  it('say that nothing is measured yet', () => {
    const none = new Float32Array();
    const quantity = { title: 'Accuracy', format: String, better: Math.max };
    expect(summarize({ raw: none, smoothed: none }, quantity, place)).toBe(`Accuracy: ${place.t.waiting}`);
  });
});
