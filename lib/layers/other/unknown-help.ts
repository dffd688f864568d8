import type { Localized } from '@/lib/core/locale';

export const help: Localized<string> = {
  en: `Keeps the place, the connections and the settings of a layer that was read from another tool’s file and has no counterpart here. Its output shape and its number of parameters are what the file says, so the layers behind it keep theirs: \`output = shape\`.

What it computes is not known, so a design with it can be looked at, counted and compared, but neither trained nor exported. Put a layer in its place that does the same, or remove it.

Source: the file it was read from.`,
  vi: `Giữ chỗ, các kết nối và thiết lập của một lớp đọc từ tệp của công cụ khác mà ở đây không có lớp tương ứng. Hình dạng đầu ra và số tham số là theo tệp, nên các lớp phía sau vẫn giữ được hình dạng: \`output = shape\`.

Không rõ lớp này tính gì, nên bản thiết kế có nó vẫn xem, đếm và so sánh được, nhưng không huấn luyện cũng không xuất được. Hãy thay bằng một lớp làm cùng việc đó, hoặc bỏ nó đi.

Nguồn: tệp mà lớp được đọc ra.`,
};
