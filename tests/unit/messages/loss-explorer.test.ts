import { lossExplorerMessages } from '@/lib/messages/loss-explorer';

test('a comparison of steps names the parameter over which they are measured', () => {
  const said = { loss: 'A', times: '11', other: 'B', parameter: 'θ' };
  expect(lossExplorerMessages.en.longer(said)).toBe('Over θ the step of A is 11 times as long as that of B.');
  expect(lossExplorerMessages.vi.longer(said)).toBe('Theo θ, bước của A dài gấp 11 lần bước của B.');
  expect(lossExplorerMessages.en.same('p')).toContain('p');
});
