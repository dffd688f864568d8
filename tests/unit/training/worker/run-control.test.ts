import { createRunControl } from '@/lib/training/worker/run-control';

async function isPending(promise: Promise<void>): Promise<boolean> {
  return Promise.race([promise.then(() => false), Promise.resolve(true)]);
}

describe('the control of a run', () => {
  it('lets a run go on unless it is paused', async () => {
    const control = createRunControl();
    await control.untilRunning();
    control.pause();
    expect(await isPending(control.untilRunning())).toBe(true);
  });

  it('wakes a paused run with resume', async () => {
    const control = createRunControl();
    control.pause();
    const waiting = control.untilRunning();
    control.resume();
    await waiting;
    expect([control.paused, control.stopped]).toEqual([false, false]);
  });

  it('wakes a paused run with stop, for good', async () => {
    const control = createRunControl();
    control.pause();
    const waiting = control.untilRunning();
    control.stop();
    await waiting;
    control.pause();
    expect([control.paused, control.stopped]).toEqual([false, true]);
  });
});
