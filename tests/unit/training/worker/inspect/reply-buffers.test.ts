import { replyBuffers } from '@/lib/training/worker/inspect/reply-buffers';

describe('what is handed over with a reply', () => {
  it('are the buffers of its arrays, however deep they lie', () => {
    const [whole, small, labels] = [new Float32Array(4), new Float32Array(1), new Uint16Array(3)];
    const reply = { layers: [{ node: 'a', shape: [2, 2], values: whole }], part: { small, labels }, count: 3 };
    expect(replyBuffers(reply)).toEqual([whole.buffer, small.buffer, labels.buffer]);
  });

  it('each once, as a browser refuses to hand anything over twice', () => {
    const values = new Float32Array(4);
    expect(replyBuffers([{ values }, { values: values.subarray(1) }])).toEqual([values.buffer]);
  });

  it('nothing of a reply that stopped work gives', () => {
    expect(replyBuffers(null)).toEqual([]);
    expect(replyBuffers({ indices: [1, 2, 3] })).toEqual([]);
  });

  it('lets the reply arrive whole', () => {
    const reply = { samples: [{ values: Uint8Array.of(1, 2) }, { values: Uint8Array.of(3) }], target: [0.5] };
    const arrived = structuredClone(reply, { transfer: replyBuffers(reply) as ArrayBuffer[] });
    expect(arrived.samples.map(({ values }) => [...values])).toEqual([[1, 2], [3]]);
    expect(reply.samples[0]?.values).toHaveLength(0);
  });
});
