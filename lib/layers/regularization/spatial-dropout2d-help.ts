import type { Localized } from '@/lib/core/locale';

export const help: Localized<string> = {
  en: `In training each channel of a picture becomes 0 with probability \`rate\`, and the others \`x / (1 − rate)\`. In use it does nothing: \`y = x\`.

Neighbouring pixels of a feature map say nearly the same, so that ordinary dropout between convolutions takes little away: what one pixel loses its neighbour still tells. Leaving out whole maps does what dropout does for dense layers.

Source: Tompson et al. 2015.`,
  vi: `Khi huấn luyện, mỗi kênh của ảnh thành 0 với xác suất \`rate\`, các kênh còn lại thành \`x / (1 − rate)\`. Khi sử dụng, lớp không làm gì: \`y = x\`.

Các điểm cạnh nhau trên một bản đồ đặc trưng gần như giống nhau, nên dropout thường đặt giữa các tích chập lấy đi rất ít: điểm này mất thì điểm bên cạnh vẫn còn. Bỏ cả bản đồ mới có tác dụng như dropout ở lớp kết nối đầy đủ.

Nguồn: Tompson và cộng sự 2015.`,
};
