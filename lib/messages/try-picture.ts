import type { Localized } from '@/lib/core/locale';

/** Asking the trained network about a picture of one's own, from a file or the camera. */
export interface TryPictureMessages {
  readonly title: string;
  readonly text: string;
  readonly choose: string;
  readonly camera: string;
  readonly cameraOff: string;
  readonly staysHere: string;
  readonly fit: string;
  readonly fits: Readonly<Record<'cover' | 'contain' | 'stretch', string>>;
  readonly invert: string;
  readonly invertHint: string;
  readonly seen: string;
  readonly unreadable: (name: string) => string;
  readonly notAPicture: string;
  readonly answer: string;
  readonly nothing: string;
  readonly says: (name: string, share: string) => string;
  readonly notTrained: string;
  readonly notTrainedText: string;
  readonly noPictures: string;
  readonly problems: Readonly<Record<'refused' | 'absent' | 'busy' | 'insecure' | 'ended' | 'other', string>>;
}

export const tryPictureMessages: Localized<TryPictureMessages> = {
  en: {
    title: 'A picture of your own',
    text: 'Drop a picture here, choose a file, or switch the camera on: the trained network says what it sees.',
    choose: 'Choose a picture…',
    camera: 'Switch the camera on',
    cameraOff: 'Switch the camera off',
    staysHere: 'The picture stays on this machine.',
    fit: 'Fitting',
    fits: { cover: 'Cut to fit', contain: 'Pad to fit', stretch: 'Stretch to fit' },
    invert: 'Swap light and dark',
    invertHint: 'MNIST’s digits are white on black: ink on paper has to be swapped.',
    seen: 'What the network sees',
    unreadable: (name) => `${name} is no picture that this browser can read.`,
    notAPicture: 'That is not a file.',
    answer: 'Answer',
    nothing: 'No picture yet.',
    says: (name, share) => `${name}, ${share}`,
    notTrained: 'Nothing is trained yet',
    notTrainedText: 'Train the network first; then ask it about pictures of your own.',
    noPictures: 'This network takes rows of numbers, not pictures.',
    problems: {
      refused: 'The browser was not allowed to use the camera. Allow it beside the address, then switch it on again.',
      absent: 'No camera was found. Connect one, then switch it on again.',
      busy: 'The camera is used by another program. Close that one, then switch it on again.',
      insecure: 'Browsers give the camera only to pages from https or from this machine (localhost).',
      ended: 'The camera was unplugged or switched off.',
      other: 'The camera does not start. Try another one, or a file.',
    },
  },
  vi: {
    title: 'Một bức ảnh của bạn',
    text: 'Thả một ảnh vào đây, chọn tệp, hoặc bật máy ảnh: mạng đã huấn luyện sẽ nói nó thấy gì.',
    choose: 'Chọn ảnh…',
    camera: 'Bật máy ảnh',
    cameraOff: 'Tắt máy ảnh',
    staysHere: 'Ảnh không rời khỏi máy này.',
    fit: 'Khớp kích thước',
    fits: { cover: 'Cắt cho vừa', contain: 'Đệm cho vừa', stretch: 'Kéo giãn cho vừa' },
    invert: 'Đảo sáng tối',
    invertHint: 'Chữ số MNIST màu trắng trên nền đen: mực trên giấy phải đảo lại.',
    seen: 'Mạng nhìn thấy',
    unreadable: (name) => `Trình duyệt không đọc được ảnh ${name}.`,
    notAPicture: 'Đó không phải là tệp.',
    answer: 'Trả lời',
    nothing: 'Chưa có ảnh.',
    says: (name, share) => `${name}, ${share}`,
    notTrained: 'Chưa huấn luyện gì',
    notTrainedText: 'Hãy huấn luyện mạng trước, rồi hỏi nó về ảnh của bạn.',
    noPictures: 'Mạng này nhận các hàng số, không phải ảnh.',
    problems: {
      refused: 'Trình duyệt không được phép dùng máy ảnh. Hãy cho phép ở cạnh thanh địa chỉ rồi bật lại.',
      absent: 'Không tìm thấy máy ảnh. Hãy cắm một máy rồi bật lại.',
      busy: 'Chương trình khác đang dùng máy ảnh. Hãy đóng nó rồi bật lại.',
      insecure: 'Trình duyệt chỉ cho trang https hoặc trang trên máy này (localhost) dùng máy ảnh.',
      ended: 'Máy ảnh đã bị rút hoặc tắt.',
      other: 'Máy ảnh không khởi động được. Hãy thử máy khác hoặc dùng tệp.',
    },
  },
};
