import type { Localized } from '@/lib/core/locale';

export const help: Localized<string> = {
  en: `\`y[i·s + u − p, j·s + v − p, f] += x[i, j, c] · kernel[u, v, f, c]\` for every pixel \`i, j\`, place \`u, v\` of the kernel and channel \`c\`, and a bias: the step back through a convolution of stride \`s\`.

The growing half of U-Net, of generators and of segmentation nets. Size: \`n·s\` with padding “same”, \`(n − 1)·s + max(k, s)\` without. A kernel that the stride does not divide paints some pixels more often than others, a checkerboard.

Source: Dumoulin & Visin 2016; Odena et al., “Deconvolution and Checkerboard Artifacts”, 2016.`,
  vi: `\`y[i·s + u − p, j·s + v − p, f] += x[i, j, c] · kernel[u, v, f, c]\` với mọi điểm ảnh \`i, j\`, mọi ô \`u, v\` của nhân và mọi kênh \`c\`, cộng độ chệch: bước đi ngược qua một tích chập có bước trượt \`s\`.

Là nửa phóng to của U-Net, của mạng sinh ảnh và mạng phân đoạn. Kích thước: \`n·s\` khi đệm “same”, không đệm thì \`(n − 1)·s + max(k, s)\`. Nhân không chia hết cho bước trượt sẽ vẽ một số điểm nhiều lần hơn, tạo vân bàn cờ.

Nguồn: Dumoulin & Visin 2016; Odena và cộng sự, “Deconvolution and Checkerboard Artifacts”, 2016.`,
};
