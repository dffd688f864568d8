import { classWeightsOf } from '@/lib/training/class-weights';
import { standingAfter, type Patience } from '@/lib/training/early-stopping';

const LOSS: Patience = { isOn: true, monitor: 'validation-loss', patience: 2, minDelta: 0, isScoreGain: true };

const epochs = (...losses: number[]) => losses.map((loss) => ({ loss, score: 1 - loss }));

describe('early stopping', () => {
  it('names the best epoch and is over after too many without a better one', () => {
    expect(standingAfter([], LOSS)).toEqual({ best: null, isOver: false });
    expect(standingAfter(epochs(0.5, 0.4, 0.45), LOSS)).toEqual({ best: 1, isOver: false });
    expect(standingAfter(epochs(0.5, 0.4, 0.45, 0.41), LOSS)).toEqual({ best: 1, isOver: true });
  });

  it('takes only what is better by enough', () => {
    expect(standingAfter(epochs(0.5, 0.45, 0.42), { ...LOSS, minDelta: 0.1 })).toEqual({ best: 0, isOver: true });
  });

  it('goes by the score where asked, whichever way is better', () => {
    const scores = [0.6, 0.8, 0.7].map((score) => ({ loss: 1, score }));
    expect(standingAfter(scores, { ...LOSS, monitor: 'validation-score' }).best).toBe(1);
    expect(standingAfter(scores, { ...LOSS, monitor: 'validation-score', isScoreGain: false }).best).toBe(0);
  });

  it('never takes a loss that is no number for the best', () => {
    expect(standingAfter(epochs(Number.NaN, 0.5), LOSS).best).toBe(1);
  });
});

describe('class weights', () => {
  it('make classes that are seen seldom count as much in all as the others', () => {
    expect(classWeightsOf('balanced', [10, 30, 0])).toEqual([40 / 30, 40 / 90, 1]);
    expect(classWeightsOf('equal', [10, 30])).toBeNull();
    expect(classWeightsOf([2, 0.5], [10, 30, 5])).toEqual([2, 0.5, 1]);
  });
});
