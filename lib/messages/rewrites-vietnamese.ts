import type { RewriteMessages } from '@/lib/messages/rewrites';

export const rewritesVietnamese: RewriteMessages = {
  title: 'Viết lại các lớp',
  intro: 'Mọi con số được tính trên thiết kế sau khi đổi; chưa có gì thay đổi cho đến khi bạn áp dụng.',
  where: 'Phạm vi',
  selected: (layers) => (layers === 1 ? 'Lớp đang chọn' : `${layers} lớp đang chọn`),
  everywhere: 'Toàn bộ thiết kế',
  what: 'Cách viết lại',
  layers: (count) => `${count} lớp`,
  nothing:
    'Không có gì để viết lại ở đây: hãy chọn một lớp tích chập, gộp, làm phẳng hay hàm kích hoạt, hoặc toàn bộ thiết kế.',
  errors: 'Những lớp chưa biết hình dạng được bỏ qua: hãy sửa các lỗi của thiết kế để viết lại cả chúng.',
  working: 'Đang tính…',
  failed: 'Trình duyệt đã dừng phép tính: hãy đóng cửa sổ này rồi thử lại với ít lớp được chọn hơn.',
  impossible: 'Không làm được ở đây: phần phía sau sẽ không còn khớp nhau. Hãy chọn ít lớp hơn.',
  activation: 'Hàm kích hoạt',
  why: {
    'stack-of-3x3':
      'Nhìn rộng như cũ, thêm hàm kích hoạt ở giữa; ít trọng số hơn khi có nhiều kênh vào: 25C² → 18C² với 5 × 5, 49C² → 27C² với 7 × 7 (Simonyan & Zisserman 2015).',
    'depthwise-separable':
      'Tính riêng từng kênh, rồi 1 × 1 trộn các kênh: chỉ 1/N + 1/k² số phép tính với N bộ lọc (Howard và cộng sự 2017).',
    bottleneck: 'Nhân k × k chỉ làm trên một phần tư số kênh, giữa hai tích chập 1 × 1 (He và cộng sự 2016).',
    asymmetric: 'Theo hàng trước, theo cột sau: 2kC² trọng số thay cho k²C² (Szegedy và cộng sự 2016).',
    'global-average':
      'Mỗi kênh một trung bình thay cho mọi giá trị: lớp sau chỉ cần một phần nhỏ trọng số, còn vị trí bị bỏ đi (Lin và cộng sự 2014).',
    'strided-convolution':
      'Một tích chập học cách thu nhỏ ảnh, đổi lại phải tốn thêm trọng số (Springenberg và cộng sự 2015).',
    'insert-batch-norm':
      'Đặt giữa mỗi tích chập và hàm kích hoạt của nó; độ chệch được bỏ vì trung bình đã bị trừ đi (Ioffe & Szegedy 2015).',
    'replace-activations': 'Mọi hàm trừ hàm ở đầu ra và ở các cổng. Các thiết lập riêng của chúng trở về mặc định.',
    'remove-pooling': 'Để thấy lớp gộp mang lại điều gì. Ảnh vẫn lớn nên phần sau phải tính nhiều hơn.',
    'remove-convolutions':
      'Để thấy tích chập mang lại điều gì; bỏ cả lớp chuẩn hóa và hàm kích hoạt đi kèm mỗi tích chập.',
  },
  totals: 'Toàn mạng',
  figure: 'Đại lượng',
  before: 'Trước',
  after: 'Sau',
  change: 'Thay đổi',
  unchanged: 'không đổi',
  params: 'Tham số',
  macs: 'Số phép MAC',
  memoryInference: 'Bộ nhớ khi suy luận',
  memoryTraining: 'Bộ nhớ khi huấn luyện',
  nodes: 'Số lớp trong thiết kế',
  output: 'Đầu ra',
  parts: 'Từng chỗ',
  layer: 'Lớp',
  uses: (layer, count) => `${layer}, ${count} lần`,
  shape: 'Hình dạng đầu ra',
  field: 'Vùng tiếp nhận',
  whole: 'cả bức ảnh',
  more: (count) => `và ${count} lớp nữa`,
  keeps: 'Mọi lớp phía sau nhận được hình dạng như trước.',
  keepsField: 'Phần ảnh mà mỗi ô nhìn thấy vẫn như cũ.',
  reshapes: (layers, rest) =>
    `Hình dạng thay đổi từ đây trở đi: ${layers.join(', ')}${rest > 0 ? ` và ${rest} lớp nữa` : ''}.`,
  outputChanges: (before, after) => `Đầu ra của mạng đổi từ ${before} thành ${after}.`,
  mends: (count) => `Thêm ${count} chỗ sửa để các nhánh vẫn khớp nhau.`,
  apply: 'Áp dụng',
};
