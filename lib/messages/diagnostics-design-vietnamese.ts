import type { DesignProblemValues } from '@/lib/core/design-problem';
import { formatShape } from '@/lib/core/tensor-type';
import { formatCount, formatShare } from '@/lib/messages/figures';

export const designVietnamese: {
  readonly [C in keyof DesignProblemValues]: (values: Readonly<DesignProblemValues[C]>) => string;
} = {
  'design/empty': () => 'Ở đây chưa có gì; hãy bắt đầu bằng một lớp đầu vào hoặc một mẫu có sẵn.',
  'design/linear-stack': ({ first, second, ...together }) =>
    `Giữa ${first} và ${second} không có hàm kích hoạt, nên cả hai gộp lại cũng chỉ tính được như ${oneLayer(together)}; hãy đặt một hàm kích hoạt vào giữa.`,
  'design/no-activation': ({ first, second }) =>
    `Giữa ${first} và ${second} chỉ có lớp gộp mà không có hàm kích hoạt; hãy đặt một hàm ngay sau tích chập.`,
  'design/saturating-stack': ({ count, factor }) =>
    factor < 1
      ? `Gradient phải đi qua ${count} hàm kích hoạt bão hòa liên tiếp, độ dốc của chúng chỉ để lại nhiều nhất ${decimal(factor)} phần; hãy dùng ReLU bên trong mạng.`
      : `Gradient phải đi qua ${count} hàm kích hoạt bão hòa liên tiếp và nhỏ dần mỗi khi một hàm gần mức giới hạn; hãy dùng ReLU bên trong mạng.`,
  'design/large-kernel': ({ kernel, stack, params, stackParams, macs }) =>
    `${stack} tích chập 3 × 3 nhìn được rộng bằng một tích chập ${formatShape(kernel)}, chỉ với ${formatCount('vi', stackParams)} tham số thay vì ${formatCount('vi', params)}, bớt ${formatCount('vi', macs)} phép MAC và có thêm một hàm kích hoạt ở giữa; hãy xếp chồng chúng thay thế.`,
  'design/heavy-dense': ({ params, total }) =>
    `Riêng lớp này chứa ${formatCount('vi', params)} trong ${formatCount('vi', total)} tham số của mạng (${formatShare('vi', params / total)}), vì nó gán trọng số cho từng giá trị của ảnh đã làm phẳng; hãy lấy trung bình mỗi kênh trên mọi vị trí trước đã.`,
  'design/dropout-before-batch-norm': ({ layer }) =>
    `Dropout chỉ làm đổi phương sai khi huấn luyện, nhưng ${layer} giữ mãi phương sai đã thấy lúc đó; hãy dời dropout ra sau lớp này.`,
  'design/bias-before-batch-norm': ({ count, params }) =>
    `${count === 1 ? 'Một độ chệch' : `${count} lớp có độ chệch`} đứng ngay trước chuẩn hóa theo lô, mà phép trừ trung bình lại khử mất nó; hãy bỏ đi để bớt ${formatCount('vi', params)} tham số.`,
  'design/stride-over-kernel': ({ stride, kernel }) =>
    `Cửa sổ bước ${formatShape(stride)} nhưng chỉ rộng ${formatShape(kernel)}, nên các hàng hoặc cột ở giữa không bao giờ được đọc; hãy để cửa sổ lớn bằng bước trượt hoặc giảm bước trượt.`,
  'design/small-field': ({ field, image }) =>
    `Mỗi giá trị được lấy trung bình ở đây chỉ thấy ${formatShape(field)} trong ${formatShape(image)} điểm ảnh, nên không vật thể nào lớn hơn thế được thấy trọn vẹn; hãy thêm lớp hoặc lớp gộp phía trước, hoặc nới rộng các nhân cuối.`,
  'design/whole-field': ({ count, field, image }) =>
    `${count === 1 ? 'Lớp này trượt' : `${count} lớp trượt`} cửa sổ trên những giá trị vốn đã thấy cả bức ảnh (vùng tiếp nhận ${formatShape(field)}, ảnh ${formatShape(image)}), nên không tìm được gì mới; hãy dùng nhân 1 × 1 hoặc bớt lớp.`,
  'design/kernel-over-image': ({ kernel, image }) =>
    `Cửa sổ trải trên ${formatShape(kernel)} điểm ảnh trong khi ảnh chỉ có ${formatShape(image)}, nên phần lớn thứ nó thấy là viền; hãy dùng cửa sổ nhỏ hơn.`,
  'design/dropped-edge': ({ rows, columns, image }) =>
    `Các cửa sổ không chia vừa: ${lines(rows, columns)} của ảnh ${formatShape(image)} không bao giờ được đọc; hãy dùng đệm “same”, hoặc kích thước hay bước trượt khác.`,
};

function oneLayer({
  what,
  kernel,
  stride,
  units,
  rank,
}: Omit<DesignProblemValues['design/linear-stack'], 'first' | 'second'>): string {
  if (what === 'convolution' && kernel !== undefined) {
    const steps = stride !== undefined && Math.max(...stride) > 1 ? ` với bước trượt ${formatShape(stride)}` : '';
    return `một tích chập ${formatShape(kernel)}${steps}`;
  }
  if (what === 'dense' && units !== undefined) {
    const least = rank !== undefined && rank < units ? ` có ma trận hạng không quá ${rank}` : '';
    return `một lớp kết nối đầy đủ ${units} đơn vị${least}`;
  }
  return 'một lớp duy nhất';
}

function lines(rows: number, columns: number): string {
  const parts = [...(rows > 0 ? [`${rows} hàng`] : []), ...(columns > 0 ? [`${columns} cột`] : [])];
  return `${parts.join(' và ')} cuối`;
}

function decimal(value: number): string {
  return String(value).replace('.', ',');
}
