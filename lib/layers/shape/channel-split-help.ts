import type { Localized } from '@/lib/core/locale';

export const help: Localized<string> = {
  en: `With \`n = channels / parts\`: \`y[…, c] = x[…, part · n + c]\`. A split into two is drawn as two of these layers behind the same one, part 0 and part 1.

In ShuffleNet V2 one half of the channels passes by unchanged while the other is worked on, and Concatenate joins them again: half the work, and features are used twice. Nothing is learnt.

Source: Ma et al., “ShuffleNet V2”, 2018.`,
  vi: `Với \`n = channels / parts\`: \`y[…, c] = x[…, part · n + c]\`. Tách làm hai được vẽ bằng hai lớp này sau cùng một lớp, phần 0 và phần 1.

Trong ShuffleNet V2, một nửa số kênh đi qua nguyên vẹn còn nửa kia được xử lý, rồi lớp ghép nối gộp chúng lại: công việc giảm một nửa và đặc trưng được dùng hai lần. Lớp không học gì.

Nguồn: Ma và cộng sự, “ShuffleNet V2”, 2018.`,
};
