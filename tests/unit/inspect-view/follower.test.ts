import { createFollower } from '@/components/inspect/why/follower';

type Answer =
  { readonly of: string } | { readonly code: 'training/internal'; readonly node: null; readonly detail: string };

function setUp() {
  const asked: string[] = [];
  const told: string[] = [];
  let settle: ((answer: Answer | null) => void) | null = null;
  const follower = createFollower<string, { readonly of: string }>({
    ask: (question) => {
      asked.push(question);
      return new Promise((resolve) => (settle = resolve));
    },
    onBusy: (isBusy) => told.push(isBusy ? 'busy' : 'idle'),
    onAnswer: ({ of }) => told.push(of),
    onFailure: ({ detail }) => told.push(`failed: ${detail}`),
    interrupt: () => told.push('interrupted'),
  });
  const answer = async (given: Answer | null): Promise<void> => {
    settle?.(given);
    await Promise.resolve();
    await Promise.resolve();
  };
  return { asked, told, follower, answer };
}

describe('asking one question at a time', () => {
  it('of those that come meanwhile only the newest is next', async () => {
    const { asked, told, follower, answer } = setUp();
    for (const frame of ['1', '2', '3', '4']) follower.want(frame, 'same');
    expect(asked).toEqual(['1']);
    await answer({ of: '1' });
    expect(asked).toEqual(['1', '4']);
    await answer({ of: '4' });
    expect(told).toEqual(['busy', '1', '4', 'idle']);
  });

  it('another kind of question ends the one that goes on; the next picture does not', async () => {
    const { asked, told, follower, answer } = setUp();
    follower.want('occlusion of 1', 'occlusion');
    follower.want('occlusion of 2', 'occlusion');
    expect(told).toEqual(['busy']);
    follower.want('gradient of 2', 'gradient');
    expect(told).toEqual(['busy', 'interrupted']);
    await answer(null);
    expect(asked).toEqual(['occlusion of 1', 'gradient of 2']);
  });

  it('what others stopped is asked again, what nobody wants any more is not', async () => {
    const { asked, follower, answer } = setUp();
    follower.want('1', 'same');
    await answer(null);
    expect(asked).toEqual(['1', '1']);
    follower.want(null, '');
    await answer(null);
    expect(asked).toEqual(['1', '1']);
  });

  it('does not ask again for ever', async () => {
    const { asked, told, follower, answer } = setUp();
    follower.want('1', 'same');
    for (let time = 0; time < 9; time += 1) await answer(null);
    expect(asked).toHaveLength(4);
    expect(told.at(-1)).toBe('idle');
  });

  it('tells a failure, and goes on with the next', async () => {
    const { asked, told, follower, answer } = setUp();
    follower.want('1', 'same');
    await answer({ code: 'training/internal', node: null, detail: 'no' });
    follower.want('2', 'same');
    await answer({ of: '2' });
    expect(asked).toEqual(['1', '2']);
    expect(told).toEqual(['busy', 'failed: no', 'idle', 'busy', '2', 'idle']);
  });

  it('says nothing more once it is disposed', async () => {
    const { told, follower, answer } = setUp();
    follower.want('1', 'same');
    follower.dispose();
    await answer({ of: '1' });
    expect(told).toEqual(['busy', 'interrupted']);
  });
});
