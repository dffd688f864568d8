/** What a kernel answers to; as lib/inspect/edge-reading finds it. */
export type Reading =
  | { readonly kind: 'nothing' }
  | Plain
  | { readonly kind: 'colour'; readonly forChannel: number; readonly against: number; readonly share: number }
  | { readonly kind: 'mixed'; readonly closest: Plain };

type Plain =
  | { readonly kind: 'edge'; readonly bright: Side; readonly degrees: number; readonly share: number }
  | { readonly kind: 'line'; readonly isBright: boolean; readonly along: Direction; readonly share: number }
  | { readonly kind: 'spot'; readonly isBright: boolean; readonly share: number }
  | { readonly kind: 'average'; readonly isBright: boolean; readonly share: number };

type Side = 'right' | 'lower-right' | 'bottom' | 'lower-left' | 'left' | 'upper-left' | 'top' | 'upper-right';
type Direction = 'horizontal' | 'falling' | 'vertical' | 'rising';

const OPPOSITE: Readonly<Record<Side, Side>> = {
  right: 'left',
  'lower-right': 'upper-left',
  bottom: 'top',
  'lower-left': 'upper-right',
  left: 'right',
  'upper-left': 'lower-right',
  top: 'bottom',
  'upper-right': 'lower-left',
};

export function englishReading(reading: Reading): string {
  switch (reading.kind) {
    case 'nothing':
      return 'All its weights are 0: it answers to nothing.';
    case 'colour': {
      const names = ['red', 'green', 'blue'];
      return `Answers to colour: ${names[reading.forChannel]} against ${names[reading.against]} (${percent(reading.share)} of its weights’ squares).`;
    }
    case 'mixed':
      return `No single pattern makes up half of it. The closest one, ${percent(reading.closest.share)}, is ${englishPattern(reading.closest)}.`;
    default:
      return `Answers most to ${englishPattern(reading)} (${percent(reading.share)} of its weights’ squares).`;
  }
}

function englishPattern(plain: Plain): string {
  switch (plain.kind) {
    case 'edge':
      return `an edge: dark at the ${ENGLISH_SIDES[OPPOSITE[plain.bright]]}, bright at the ${ENGLISH_SIDES[plain.bright]}, direction ${plain.degrees}°`;
    case 'line':
      return `a ${plain.isBright ? 'bright' : 'dark'} line, ${ENGLISH_DIRECTIONS[plain.along]}`;
    case 'spot':
      return plain.isBright
        ? 'a bright spot on darker surroundings (centre and surround)'
        : 'a dark spot on brighter surroundings (centre and surround)';
    case 'average':
      return plain.isBright
        ? 'an average: the brighter all that it sees, the more it answers'
        : 'a negative average: the darker all that it sees, the more it answers';
  }
}

const ENGLISH_SIDES: Readonly<Record<Side, string>> = {
  right: 'right',
  'lower-right': 'lower right',
  bottom: 'bottom',
  'lower-left': 'lower left',
  left: 'left',
  'upper-left': 'upper left',
  top: 'top',
  'upper-right': 'upper right',
};

const ENGLISH_DIRECTIONS: Readonly<Record<Direction, string>> = {
  horizontal: 'horizontal',
  vertical: 'vertical',
  falling: 'from the upper left to the lower right',
  rising: 'from the lower left to the upper right',
};

export function vietnameseReading(reading: Reading): string {
  switch (reading.kind) {
    case 'nothing':
      return 'Mọi trọng số đều bằng 0: nó không phản ứng với gì cả.';
    case 'colour': {
      const names = ['đỏ', 'lục', 'lam'];
      return `Phản ứng với màu: ${names[reading.forChannel]} đối lại ${names[reading.against]} (chiếm ${percent(reading.share)} tổng bình phương trọng số).`;
    }
    case 'mixed':
      return `Không mẫu nào chiếm được một nửa. Mẫu gần nhất, ${percent(reading.closest.share)}, là ${vietnamesePattern(reading.closest)}.`;
    default:
      return `Phản ứng mạnh nhất với ${vietnamesePattern(reading)} (chiếm ${percent(reading.share)} tổng bình phương trọng số).`;
  }
}

function vietnamesePattern(plain: Plain): string {
  switch (plain.kind) {
    case 'edge':
      return `một cạnh: tối ở ${VIETNAMESE_SIDES[OPPOSITE[plain.bright]]}, sáng ở ${VIETNAMESE_SIDES[plain.bright]}, hướng ${plain.degrees}°`;
    case 'line':
      return `một đường ${plain.isBright ? 'sáng' : 'tối'} ${VIETNAMESE_DIRECTIONS[plain.along]}`;
    case 'spot':
      return plain.isBright
        ? 'một đốm sáng trên nền tối hơn (tâm và vùng quanh)'
        : 'một đốm tối trên nền sáng hơn (tâm và vùng quanh)';
    case 'average':
      return plain.isBright
        ? 'giá trị trung bình: mọi thứ nó nhìn thấy càng sáng thì nó đáp ứng càng mạnh'
        : 'giá trị trung bình đảo dấu: mọi thứ nó nhìn thấy càng tối thì nó đáp ứng càng mạnh';
  }
}

const VIETNAMESE_SIDES: Readonly<Record<Side, string>> = {
  right: 'bên phải',
  'lower-right': 'góc dưới bên phải',
  bottom: 'phía dưới',
  'lower-left': 'góc dưới bên trái',
  left: 'bên trái',
  'upper-left': 'góc trên bên trái',
  top: 'phía trên',
  'upper-right': 'góc trên bên phải',
};

const VIETNAMESE_DIRECTIONS: Readonly<Record<Direction, string>> = {
  horizontal: 'nằm ngang',
  vertical: 'thẳng đứng',
  falling: 'chéo từ trên trái xuống dưới phải',
  rising: 'chéo từ dưới trái lên trên phải',
};

function percent(share: number): string {
  return `${Math.round(100 * share)}\u00a0%`;
}
