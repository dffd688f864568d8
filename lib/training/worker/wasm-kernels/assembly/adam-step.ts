/** One variable's step of Adam, as adam/adam-step.ts has its formula. */
export function adamStep(
  value: usize,
  gradient: usize,
  first: usize,
  second: usize,
  count: i32,
  beta1: f32,
  beta2: f32,
  rate: f32,
  epsilon: f32,
  newValue: usize,
  newFirst: usize,
  newSecond: usize,
): void {
  const share1 = f32x4.splat(1 - beta1);
  const share2 = f32x4.splat(1 - beta2);
  const rates = f32x4.splat(rate);
  const epsilons = f32x4.splat(epsilon);
  let at: usize = 0;
  for (; count >= 4; count -= 4, at += 16) {
    const g = v128.load(gradient + at);
    const m = v128.load(first + at);
    const v = v128.load(second + at);
    const nextM = f32x4.add(m, f32x4.mul(share1, f32x4.sub(g, m)));
    const nextV = f32x4.add(v, f32x4.mul(share2, f32x4.sub(f32x4.mul(g, g), v)));
    const change = f32x4.div(f32x4.mul(rates, nextM), f32x4.add(f32x4.sqrt(nextV), epsilons));
    v128.store(newFirst + at, nextM);
    v128.store(newSecond + at, nextV);
    v128.store(newValue + at, f32x4.sub(v128.load(value + at), change));
  }
  for (; count > 0; count--, at += 4) {
    const g = f32.load(gradient + at);
    const m = f32.load(first + at);
    const v = f32.load(second + at);
    const nextM = m + (1 - beta1) * (g - m);
    const nextV = v + (1 - beta2) * (g * g - v);
    f32.store(newFirst + at, nextM);
    f32.store(newSecond + at, nextV);
    f32.store(newValue + at, f32.load(value + at) - (rate * nextM) / (sqrt<f32>(nextV) + epsilon));
  }
}
