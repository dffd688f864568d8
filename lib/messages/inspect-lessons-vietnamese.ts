import type { LessonFacts, LessonMessages, StepText } from '@/lib/messages/inspect-lessons';

const TRAINED: StepText = {
  title: 'Một mạng đã học',
  act: () =>
    'Hãy huấn luyện thiết kế này một hai epoch (thẻ Huấn luyện, hoặc nút Huấn luyện ở trên cùng), hoặc chọn một epoch đã giữ; mạng đang mở chỉ có các giá trị khởi tạo.',
  see: () => 'Phía trên không còn ghi “giá trị khởi tạo”: các trọng số là những gì quá trình huấn luyện đã tìm ra.',
};

/** "sang phải 3 px và xuống 1 px". */
function way([down, right]: readonly [number, number]): string {
  const round = (value: number) => String(Math.round(Math.abs(value) * 10) / 10).replace('.', ',');
  const parts = [
    ...(round(right) === '0' ? [] : [`${right > 0 ? 'sang phải' : 'sang trái'} ${round(right)} px`]),
    ...(round(down) === '0' ? [] : [`${down > 0 ? 'xuống' : 'lên'} ${round(down)} px`]),
  ];
  return parts.length === 0 ? 'đứng yên' : `đi ${parts.join(' và ')}`;
}

function strayed({ moved, spotMoved, hasStrayed }: LessonFacts): string {
  if (!hasStrayed || moved === null || spotMoved === null) return '';
  return ` Đầu vào ${way(moved)}, ô mạnh nhất ${way(spotMoved)}: ở đó có thứ khác kích thích đơn vị này mạnh hơn. Hãy dịch về, hoặc chọn một đơn vị có một đốm sáng rõ.`;
}

export const lessonsVietnamese: LessonMessages = {
  title: 'Bài học',
  choose: 'Hai bài học trên mạng đang mở',
  all: 'Cả hai bài học',
  lessons: {
    filters: {
      title: 'Các bộ lọc đã học được gì',
      about: 'Tìm các bộ phát hiện cạnh trong số các bộ lọc đầu tiên, và hướng mà chúng phản ứng.',
      unfit: 'Bài này cần một mạng có lớp đầu tiên gồm các bộ lọc vuông trên ảnh một hoặc ba kênh, chẳng hạn LeNet-5.',
    },
    follow: {
      title: 'Đi theo một khuôn mặt (hay chữ số)',
      about: 'Dịch chuyển đầu vào và xem đốm sáng trên bản đồ đặc trưng đi theo.',
      unfit: 'Bài này cần một mạng nhận ảnh, có bản đồ đặc trưng ít nhất 4 × 4 ô, chẳng hạn LeNet-5.',
    },
  },
  begin: 'Bắt đầu',
  resume: (at, of) => `Tiếp tục ở bước ${at} trên ${of}`,
  again: 'Học lại',
  step: (at, of) => `Bước ${at} trên ${of}`,
  toDo: 'Cần làm',
  done: 'Đã xong',
  skipped: 'Đã bỏ qua',
  back: 'Bước trước',
  skip: 'Bỏ qua',
  next: 'Tiếp theo',
  finish: 'Kết thúc',
  leave: 'Rời bài học; có thể học tiếp sau',
  close: 'Đóng phần bài học',
  over: (done, of) =>
    done === of ? `Đã xong cả ${of} bước.` : `Đã xong ${done} trên ${of} bước, các bước khác bỏ qua.`,
  filters: {
    trained: TRAINED,
    'first-layer': {
      title: 'Các bộ lọc đầu tiên',
      act: ({ first }) => `Hãy chọn ${first}, lớp đầu tiên có trọng số, trên dải các lớp hoặc trên bản vẽ.`,
      see: ({ filters }) =>
        `${filters} bản đồ đặc trưng, mỗi bộ lọc một bản đồ: bộ lọc được đặt lên mọi vị trí của ảnh, và bản đồ cho biết ở đó khớp đến đâu. Cao (màu nóng) là chỗ ảnh giống bộ lọc, thấp (xanh) là chỗ ngược lại.`,
    },
    unit: {
      title: 'Bản đồ của một bộ lọc',
      act: () => 'Hãy chọn một đơn vị trong lưới: bấm vào nó, hoặc đi đến bằng các phím mũi tên.',
      see: () =>
        'Bản đồ của nó được phóng to và phủ lên ảnh; ô vuông trên ảnh là tất cả những gì ô mạnh nhất nhìn thấy: lớn bằng bộ lọc.',
    },
    filter: {
      title: 'Chính bộ lọc đó',
      act: () => 'Hãy mở thẻ “Bộ lọc” bên cạnh thẻ “Đơn vị”.',
      see: () =>
        'Các trọng số đúng như khi nằm trên ảnh: trọng số màu nóng cộng thêm cho đơn vị ở những điểm ảnh sáng, trọng số xanh trừ đi. Quá trình huấn luyện đã chọn chúng; không ai viết sẵn cả.',
    },
    edge: {
      title: 'Một bộ phát hiện cạnh',
      act: ({ closest, unit, percent, isEdge }) =>
        closest === null
          ? `Mở thẻ “Bộ lọc” rồi đi qua từng đơn vị, đến khi thấy ghi “Phản ứng mạnh nhất với một cạnh”: một nửa màu nóng, nửa kia xanh.${percent === null || isEdge ? '' : ` Đơn vị ${unit} thì không: cạnh chỉ chiếm ${percent}% bộ lọc của nó.`}`
          : `Không bộ lọc nào ở đây chủ yếu là cạnh (huấn luyện lâu hơn có thể thay đổi điều đó). Hãy chọn đơn vị ${closest}, gần với cạnh nhất.`,
      see: ({ unit, edgeDegrees, closest, percent }) =>
        `${closest === null ? `Đơn vị ${unit} là một bộ phát hiện cạnh` : `Đơn vị ${unit} gần giống một bộ phát hiện cạnh nhất (cạnh chiếm ${percent}% bộ lọc)`}: nó lấy phía sáng trừ phía tối, nên vùng đều màu cho giá trị nhỏ còn cạnh cho giá trị lớn. Nó phản ứng ở chỗ ảnh sáng dần về hướng ${edgeDegrees}° (0° là bên phải, 90° là phía trên).`,
    },
    direction: {
      title: 'Hướng mà nó phản ứng',
      act: ({ edge }) =>
        `Hãy mở lại thẻ “Đơn vị”${edge === null ? '' : ` khi đang chọn đơn vị ${edge}`}, và xem bản đồ mạnh nhất ở đâu.`,
      see: direction,
    },
    other: {
      title: 'Một hướng khác',
      act: ({ other, areOthersApart, areOthersEdges }) =>
        other === null
          ? 'Lớp này chỉ có một bộ lọc: không có bộ lọc nào khác để so sánh.'
          : !areOthersApart
            ? `Mọi bộ lọc đều sáng dần về gần như cùng một hướng; hãy chọn một bộ lọc khác, chẳng hạn đơn vị ${other}.`
            : areOthersEdges
              ? `Hãy chọn một bộ phát hiện cạnh của hướng khác, chẳng hạn đơn vị ${other}.`
              : `Không còn bộ lọc nào chủ yếu là một cạnh theo hướng khác. Hãy chọn đơn vị ${other}, gần với điều đó nhất.`,
      see: ({ filterDegrees, edgeDegrees, edge, unit, areOthersApart, areOthersEdges, percent }) =>
        `Đơn vị ${unit}: ${filterDegrees}°${edge === null ? '' : `, đơn vị ${edge}: ${edgeDegrees}°`}. ${
          areOthersApart && areOthersEdges
            ? 'Bản đồ của nó sáng dọc theo những mép khác của cùng các nét. Gộp lại, các bộ lọc tìm ra đường viền; các lớp sau ghép chúng thành hình.'
            : `Nhưng cạnh chỉ chiếm ${percent}% bộ lọc của nó, nên bản đồ của nó không chỉ cho thấy các mép của nét. Ít bộ lọc và huấn luyện ngắn thì chưa chắc mỗi hướng đều có một bộ phát hiện cạnh.`
        }`,
    },
  },
  follow: {
    trained: TRAINED,
    maps: {
      title: 'Các bản đồ ở sâu bên trong',
      act: ({ deep }) => `Hãy chọn một lớp có bản đồ đặc trưng, tốt nhất là ở sâu bên trong: ${deep}.`,
      see: ({ layer }) =>
        `Các bản đồ của ${layer}: nhỏ hơn ảnh, nhưng mỗi ô vẫn ứng với một vị trí trên ảnh, và mỗi bản đồ tìm một thứ riêng.`,
    },
    spot: {
      title: 'Một đơn vị có đốm sáng',
      act: () =>
        'Đi qua từng đơn vị đến khi gặp một đốm sáng rõ: một chỗ mạnh hơn hẳn phần còn lại của bản đồ, và không nằm ở rìa.',
      see: ({ unit }) =>
        `Đơn vị ${unit} đã tìm thấy thứ nó tìm. Thẻ “Đơn vị” chỉ ra chỗ đó trên ảnh: ô vuông có viền là tất cả những gì ô này nhìn thấy.`,
    },
    move: {
      title: 'Dịch chuyển ảnh',
      act: (facts) =>
        `Hãy dịch ảnh ít nhất ${facts.least} điểm ảnh bằng các mũi tên bên dưới nó (hoặc các phím mũi tên trên ảnh), chẳng hạn sang phải.${strayed(facts)}`,
      see: ({ moved, spotMoved }) =>
        `Đầu vào ${way(moved ?? [0, 0])}, đốm sáng ${way(spotMoved ?? [0, 0])}: nó đi theo, vì cùng những bộ lọc ấy được đặt lên mọi vị trí của ảnh. Nó đi từng ô một.`,
    },
    'way-back': {
      title: 'Và quay lại',
      act: (facts) =>
        `Bây giờ hãy dịch ảnh trở lại, hoặc theo hướng khác, ít nhất ${facts.least} điểm ảnh.${strayed(facts)}`,
      see: () =>
        'Đốm sáng lại đi theo. Một lớp kết nối đầy đủ không làm được điều này: nó có trọng số riêng cho từng vị trí.',
    },
    live: {
      title: 'Một hình của bạn',
      act: (facts) =>
        `Hãy vẽ, chọn một ảnh, hoặc bật máy ảnh; rồi dịch chuyển hình, hay chính bạn, ít nhất ${facts.least} điểm ảnh.${strayed(facts)}`,
      see: () =>
        'Đơn vị này tìm thấy trong hình của bạn thứ nó tìm, và đốm sáng đi theo bạn. Trong một mạng lớn được huấn luyện trên ảnh chụp, có những đơn vị ở sâu đi theo khuôn mặt như thế (Yosinski và cộng sự, 2015), và khuôn mặt thứ hai tạo ra đốm sáng thứ hai.',
    },
    answer: {
      title: 'Nơi vị trí mất đi',
      act: ({ last }) => `Hãy chọn ${last}, lớp cuối cùng, rồi dịch ảnh một chút.`,
      see: () =>
        'Các con số thay cho bản đồ: đó là gì, chứ không còn ở đâu. Câu trả lời giữ nguyên khi dịch ít và sai đi khi dịch nhiều, vì các lớp kết nối đầy đủ có trọng số riêng cho từng vị trí.',
    },
  },
};

function direction({ filterDegrees: filter, pictureDegrees: picture, unit }: LessonFacts): string {
  const turn = Math.abs(((filter - picture + 540) % 360) - 180);
  const facts = `Ở chỗ đơn vị ${unit} phản ứng mạnh nhất, ảnh sáng dần về hướng ${picture}°; bộ lọc về hướng ${filter}°.`;
  return turn <= 45
    ? `${facts} Nó phản ứng với các cạnh cùng hướng với nó, và bản đồ cho biết chúng ở đâu.`
    : `${facts} Ở đây hai hướng khác nhau: bộ lọc không chỉ là một cạnh, và tại chỗ này các trọng số khác của nó nặng hơn. Hãy thử một mẫu khác.`;
}
