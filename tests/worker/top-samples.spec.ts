import { expect, test } from './fixtures';

test('the best samples of every unit, their places and the share that excites it are those that single looks give', async ({
  harnessPage,
}) => {
  const result = await harnessPage.evaluate(async () => {
    const { harness } = window;
    const { client } = harness.connectInspect();
    harness.must(await client.call('open', harness.openRequest(await harness.tinyNetwork(), await harness.dataset())));
    const count = 120;
    const indices = Array.from({ length: count }, (_, index) => index);
    const { samples } = harness.must(await client.call('read-samples', { split: 'test', indices }));
    const layers = ['conv1', 'dense1'];
    const looks = [];
    for (const { values } of samples) {
      const input = Float32Array.from(values, (value) => value / 255);
      const look = harness.must(await client.call('look', { input, layers, miniatures: [], miniatureSize: 8 }));
      looks.push(look.layers.map(({ shape, values: given }) => ({ shape, values: [...given] })));
    }
    const found = [];
    for (const layer of layers) {
      const request = { layer, split: 'test', count: 9, mostSamples: count } as const;
      const reply = harness.must(await client.call('top-samples', request));
      if (reply === null) throw new Error('stopped by nobody');
      const { samples: best, activations, places, activeShare, units } = reply.tops;
      const rows = { best: [...best], activations: [...activations], places: [...places], share: [...activeShare] };
      found.push({ ...rows, units, gone: reply.gone });
    }
    const pooled = harness.must(
      await client.call('activations', { layer: 'conv1', split: 'test', mostSamples: 5, pooled: true }),
    );
    const whole = harness.must(
      await client.call('activations', { layer: 'conv1', split: 'test', mostSamples: 5, pooled: false }),
    );
    return {
      looks,
      found,
      labels: samples.map(({ label }) => label),
      pooled: { width: pooled?.width, values: [...(pooled?.values ?? [])], labels: [...(pooled?.labels ?? [])] },
      whole: { width: whole?.width, values: [...(whole?.values ?? [])] },
    };
  });

  result.found.forEach((found, layer) => {
    expect(found.gone).toBe(120);
    for (let unit = 0; unit < found.units; unit += 1) {
      const all = result.looks.map((looks, sample) => {
        const { shape = [], values = [] } = looks[layer] ?? {};
        const channels = shape.at(-1) ?? 1;
        const map = values.filter((_, at) => at % channels === unit);
        const most = Math.max(...map);
        const cell = map.indexOf(most);
        const columns = shape.length === 3 ? (shape[1] ?? 1) : 1;
        return { sample, most, place: [Math.floor(cell / columns), cell % columns] };
      });
      const wanted = [...all].sort((a, b) => b.most - a.most || a.sample - b.sample).slice(0, 9);
      wanted.forEach(({ most }, rank) => expect(found.activations[unit * 9 + rank]).toBeCloseTo(most, 4));
      // Sums in another order may change places among samples that excite it as good as equally.
      const place = (rank: number) => found.places.slice((unit * 9 + rank) * 2, (unit * 9 + rank) * 2 + 2);
      const clear = wanted.filter(({ most }, rank) => {
        const beside = [wanted[rank - 1]?.most, wanted[rank + 1]?.most];
        return rank < 8 && beside.every((other) => other === undefined || Math.abs(other - most) > 1e-4);
      });
      for (const { sample, place: at } of clear) {
        const rank = wanted.findIndex((one) => one.sample === sample);
        expect(found.best[unit * 9 + rank]).toBe(sample);
        expect(place(rank)).toEqual(at);
      }
      expect(found.share[unit]).toBeCloseTo(all.filter(({ most }) => most > 0).length / all.length, 5);
    }
  });
  expect(result.whole.values.slice(0, 144).length).toBe(144);
  result.looks.slice(0, 5).forEach((looks, sample) => {
    const { values = [] } = looks[0] ?? {};
    const width = result.whole.width ?? 0;
    values.forEach((value, at) => expect(result.whole.values[sample * width + at]).toBeCloseTo(value, 4));
    const mean = values.filter((_, at) => at % 4 === 2).reduce((sum, value) => sum + value, 0) / 36;
    expect(result.pooled.values[sample * 4 + 2]).toBeCloseTo(mean, 4);
  });
  expect(result.pooled.labels).toEqual(result.labels.slice(0, 5));
});

test('a pass over the samples is stopped when it is told to, and a look is answered while it goes on', async ({
  harnessPage,
}) => {
  const result = await harnessPage.evaluate(async () => {
    const { harness } = window;
    const { client } = harness.connectInspect();
    harness.must(await client.call('open', harness.openRequest(await harness.tinyNetwork(), await harness.dataset())));
    // Loaded beforehand, so that the pass begins at once.
    harness.must(await client.call('read-samples', { split: 'training', indices: [0] }));
    const pass = client.call('top-samples', { layer: 'conv1', split: 'training', count: 9, mostSamples: 1e9 });
    const input = new Float32Array(64);
    const look = await client.call('look', { input, layers: ['conv1'], miniatures: [], miniatureSize: 8 });
    await client.call('stop', { call: 'top-samples' });
    const stopped = await pass;
    const again = await client.call('top-samples', { layer: 'conv1', split: 'training', count: 9, mostSamples: 1e9 });
    return { look: look.ok, stopped, gone: again.ok ? again.value?.gone : null };
  });
  expect(result).toEqual({ look: true, stopped: { ok: true, value: null }, gone: 461 });
});
