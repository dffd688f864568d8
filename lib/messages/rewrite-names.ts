import type { RewriteId } from '@/lib/core/design-problem';
import type { Localized } from '@/lib/core/locale';

/** What each rewrite is called, in lists and on buttons. */
export const rewriteNames: Localized<Readonly<Record<RewriteId, string>>> = {
  en: {
    'stack-of-3x3': 'Stack of 3 × 3 convolutions',
    'depthwise-separable': 'Depthwise-separable convolution',
    bottleneck: 'Bottleneck (1 × 1, k × k, 1 × 1)',
    asymmetric: '1 × k and k × 1',
    'global-average': 'Global average pooling instead of Flatten',
    'strided-convolution': 'Strided convolution instead of pooling',
    'insert-batch-norm': 'Batch normalization after every convolution',
    'replace-activations': 'Another activation everywhere',
    'remove-pooling': 'Without pooling',
    'remove-convolutions': 'Without convolutions',
  },
  vi: {
    'stack-of-3x3': 'Chồng các tích chập 3 × 3',
    'depthwise-separable': 'Tích chập tách được theo chiều sâu',
    bottleneck: 'Nút cổ chai (1 × 1, k × k, 1 × 1)',
    asymmetric: '1 × k rồi k × 1',
    'global-average': 'Gộp trung bình toàn cục thay cho làm phẳng',
    'strided-convolution': 'Tích chập có bước trượt thay cho gộp',
    'insert-batch-norm': 'Chuẩn hóa theo lô sau mọi tích chập',
    'replace-activations': 'Đổi mọi hàm kích hoạt',
    'remove-pooling': 'Bỏ các lớp gộp',
    'remove-convolutions': 'Bỏ các tích chập',
  },
};
