import type { Localized } from '@/lib/core/locale';

export const help: Localized<string> = {
  en: `With \`n = channels / groups\`: \`y[…, i · groups + g] = x[…, g · n + i]\`. Two groups of three turn 0 1 2 3 4 5 into 0 3 1 4 2 5. The order is fixed; nothing is random and nothing is learnt.

A grouped convolution sees only its own group’s channels. Shuffled, the next one sees some of every group, so that what one group has found reaches the others.

Source: Zhang et al., “ShuffleNet”, 2017.`,
  vi: `Với \`n = channels / groups\`: \`y[…, i · groups + g] = x[…, g · n + i]\`. Hai nhóm ba kênh biến 0 1 2 3 4 5 thành 0 3 1 4 2 5. Thứ tự cố định; không có gì ngẫu nhiên và không học gì.

Tích chập theo nhóm chỉ thấy các kênh của nhóm mình. Sau khi xáo, lớp kế tiếp thấy một ít của mọi nhóm, nên điều một nhóm tìm ra sẽ đến được các nhóm khác.

Nguồn: Zhang và cộng sự, “ShuffleNet”, 2017.`,
};
