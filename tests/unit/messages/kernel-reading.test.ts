import { readKernel, type EdgeReading } from '@/lib/inspect/edge-reading';
import { englishReading, vietnameseReading } from '@/lib/messages/kernel-reading';

function reading(...values: readonly number[]): EdgeReading {
  const found = readKernel({ size: Math.sqrt(values.length), channels: 1, values });
  if (found === null) throw new Error('nothing to read');
  return found;
}

const SOBEL = [-1, 0, 1, -2, 0, 2, -1, 0, 1];
const LAPLACE = [0, 1, 0, 1, -4, 1, 0, 1, 0];

test.each([
  [
    englishReading,
    SOBEL,
    'Answers most to an edge: dark at the left, bright at the right, direction 0° (89\u00a0% of its weights’ squares).',
  ],
  [
    englishReading,
    LAPLACE,
    'Answers most to a dark spot on brighter surroundings (centre and surround) (100\u00a0% of its weights’ squares).',
  ],
  [
    vietnameseReading,
    SOBEL,
    'Phản ứng mạnh nhất với một cạnh: tối ở bên trái, sáng ở bên phải, hướng 0° (chiếm 89\u00a0% tổng bình phương trọng số).',
  ],
  [
    vietnameseReading,
    LAPLACE,
    'Phản ứng mạnh nhất với một đốm tối trên nền sáng hơn (tâm và vùng quanh) (chiếm 100\u00a0% tổng bình phương trọng số).',
  ],
] as const)('%p says of %j in plain words: %s', (say, kernel, sentence) => {
  expect(say(reading(...kernel))).toBe(sentence);
});
