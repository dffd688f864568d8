import type { TrainingSettingsMessages } from '@/lib/messages/training-settings';

export const trainingSettingsVietnamese: TrainingSettingsMessages = {
  groups: {
    augmentation: 'Tăng cường dữ liệu',
    run: 'Epoch và lô',
    loss: 'Hàm mất mát',
    optimizer: 'Bộ tối ưu',
    schedule: 'Lịch tốc độ học',
    gradients: 'Gradient',
    stopping: 'Dừng sớm',
  },
  standard: 'mặc định',
  backTo: (value) => `về ${value}`,
  backToOf: (field, value) => `${field}: về giá trị mặc định ${value}`,
  backToDefaults: 'Về mặc định',
  backToDefaultsOf: (group) => `${group}: đưa tất cả về mặc định`,
  changed: 'đã khác mặc định',
  fields: {
    optimizer: {
      weightDecay: {
        label: 'Suy giảm trọng số',
        hint: 'Kéo trọng số về 0: hệ số này nhân trọng số được cộng vào gradient của nó (L2).',
      },
    },
    loss: {
      labelSmoothing: {
        label: 'Làm mượt nhãn',
        hint: 'Phần này của nhãn được chia đều cho mọi lớp, để mạng không bị dạy phải chắc chắn tuyệt đối.',
      },
      huberDelta: { label: 'δ của Huber', hint: 'Sai số đến mức này tính bình phương, lớn hơn thì tính tuyến tính.' },
    },
    schedule: {
      warmup: { label: 'Khởi động', hint: 'Số epoch để tốc độ học tăng thẳng từ 0 đến giá trị của nó; 0: không có.' },
      factor: { label: 'Hệ số', hint: 'Tốc độ học được nhân với số này: ở mỗi bậc, hoặc sau mỗi epoch.' },
      every: { label: 'Mỗi', hint: 'Số epoch từ bậc này đến bậc sau.' },
      patience: { label: 'Kiên nhẫn', hint: 'Số epoch mất mát thẩm định không giảm trước khi hạ tốc độ học.' },
      floor: { label: 'Sàn', hint: 'Tốc độ học không bao giờ xuống dưới phần này của giá trị ban đầu.' },
    },
    gradients: {
      clipAt: { label: 'Cắt tại', hint: 'Chuẩn lớn nhất, hoặc số lớn nhất, được cho qua.' },
      accumulate: {
        label: 'Số lô mỗi bước',
        hint: 'Gradient của chúng được lấy trung bình trước mỗi bước: lô lớn hơn mà không tốn thêm bộ nhớ.',
      },
      doubleEvery: {
        label: 'Nhân đôi mỗi',
        hint: 'Cứ sau số epoch này thì số lô mỗi bước tăng gấp đôi, thay cho việc hạ tốc độ học; 0: không bao giờ.',
      },
    },
    earlyStopping: {
      patience: { label: 'Kiên nhẫn', hint: 'Số epoch không tiến bộ trước khi kết thúc huấn luyện.' },
      minDelta: { label: 'Mức tiến bộ tối thiểu', hint: 'Tiến bộ nhỏ hơn mức này không được tính.' },
    },
  },
  decoupledDecay: 'Mỗi bước còn thu nhỏ trọng số theo tốc độ học nhân số này, tách khỏi gradient.',
  optimizerHints: {
    sgd: 'Đi ngược gradient một bước dài theo tốc độ học.',
    momentum: 'Bước đi nhanh dần khi gradient giữ nguyên hướng (Polyak 1964).',
    nesterov: 'Quán tính nhìn trước một bước rồi mới điều chỉnh (Nesterov 1983).',
    rmsprop: 'Bước của mỗi trọng số được chia cho độ lớn gần đây của gradient của nó (Hinton 2012).',
    adagrad: 'Chia cho căn của tổng mọi bình phương gradient từ đầu: các bước chỉ nhỏ dần (Duchi và cộng sự 2011).',
    adadelta: 'Co giãn bước theo các bước trước; tốc độ học thường dùng là 1 (Zeiler 2012).',
    adam: 'Kết hợp quán tính và RMSProp, có hiệu chỉnh lúc khởi đầu (Kingma & Ba 2015).',
    adamw: 'Adam với suy giảm trọng số tách khỏi gradient (Loshchilov & Hutter 2019).',
    adamax: 'Adam dùng độ lớn gradient lớn nhất thay cho trung bình (Kingma & Ba 2015).',
    lion: 'Chỉ dấu của quán tính được dùng; cần tốc độ học nhỏ hơn của Adam 3 đến 10 lần (Chen và cộng sự 2023).',
  },
  normalization: {
    label: 'Chuẩn hóa dữ liệu',
    hint: 'Các số của một mẫu được co giãn thế nào.',
    options: { unit: 'Từ 0 đến 1', standard: 'Trung bình 0, độ lệch 1' },
    hints: {
      unit: 'Byte được chia cho 255; các số khác giữ nguyên.',
      standard: 'Theo từng kênh, bằng trung bình và độ lệch chuẩn của dữ liệu huấn luyện.',
    },
  },
  schedule: {
    label: 'Lịch',
    hint: 'Tốc độ học thay đổi thế nào trong lần chạy.',
    options: {
      constant: 'Không đổi',
      step: 'Theo bậc',
      exponential: 'Hàm mũ',
      cosine: 'Cosin',
      plateau: 'Khi chững lại',
    },
    hints: {
      constant: 'Tốc độ học giữ nguyên.',
      step: 'Nhân với hệ số sau mỗi vài epoch.',
      exponential: 'Nhân với hệ số theo từng epoch, chia đều cho từng lô.',
      cosine: 'Theo nửa chu kỳ cosin xuống đến sàn (Loshchilov & Hutter 2017).',
      plateau: 'Nhân với hệ số khi mất mát không giảm nữa.',
    },
  },
  clipping: {
    label: 'Cắt gradient',
    hint: 'Không để một lô quá dốc đẩy trọng số đi xa.',
    options: { none: 'Không', norm: 'Theo chuẩn', value: 'Theo giá trị' },
    hints: {
      none: 'Gradient được dùng nguyên vẹn.',
      norm: 'Toàn bộ gradient được thu nhỏ khi chuẩn của chúng lớn hơn mức này (Pascanu và cộng sự 2013).',
      value: 'Từng số bị cắt riêng, nên hướng có thể thay đổi.',
    },
  },
  monitor: {
    label: 'Theo dõi',
    hint: 'Đại lượng phải tốt lên.',
    options: { 'validation-loss': 'Mất mát thẩm định', 'validation-score': 'Điểm thẩm định' },
    hints: {
      'validation-loss': 'Càng nhỏ càng tốt.',
      'validation-score': 'Độ chính xác, hoặc sai số trung bình đối với giá trị số.',
    },
  },
  classWeights: {
    label: 'Trọng số lớp',
    hint: 'Mẫu của mỗi lớp được tính nặng bao nhiêu trong hàm mất mát.',
    options: { equal: 'Như nhau', balanced: 'Cân bằng', own: 'Riêng từng lớp' },
    hints: {
      equal: 'Mọi mẫu được tính như nhau.',
      balanced: 'Lớp hiếm được tính nặng hơn: n / (số lớp · n của lớp).',
      own: 'Hệ số do bạn đặt.',
    },
    ofClass: (name) => `Trọng số của lớp ${name}`,
    list: 'Trọng số của các lớp',
  },
  stopEarly: {
    label: 'Dừng sớm',
    hint: 'Kết thúc khi mạng không tốt lên nữa và lấy lại trọng số của epoch tốt nhất.',
  },
  noValidation: 'Không có dữ liệu thẩm định thì số liệu huấn luyện được theo dõi, mà chúng hiếm khi ngừng tốt lên.',
  heads: {
    label: 'Các đầu ra',
    hint: 'Mỗi đầu ra học một đích bằng hàm mất mát riêng; các mất mát được cộng lại theo trọng số này.',
    output: 'Đầu ra',
    target: 'Học',
    loss: 'Mất mát',
    weight: 'Trọng số',
    input: 'chính đầu vào',
    targetOf: (output) => `${output} học gì`,
    lossOf: (output) => `Hàm mất mát của ${output}`,
    weightOf: (output) => `Trọng số mất mát của ${output}`,
  },
  effectiveBatch: (batch, times, product) => `Mỗi bước lấy trung bình ${batch} × ${times} = ${product} mẫu.`,
  growth: (steps) =>
    `Số mẫu mỗi bước: ${steps.map(({ epoch, size }, at) => (at === 0 ? size : `${size} từ epoch ${epoch}`)).join(', ')}.`,
  curve: {
    title: 'Tốc độ học trong lần chạy',
    summary: (first, highest, last, epochs) =>
      `Bước đầu dùng ${first}, tốc độ cao nhất là ${highest}, bước cuối của ${epochs} epoch dùng ${last}.`,
    plateau: (patience) =>
      `Vẽ cho trường hợp mất mát không giảm nữa sau epoch đầu: cứ ${patience} epoch lại hạ một lần.`,
    epochs: 'epoch',
    epoch: 'Epoch',
    rate: 'Tốc độ ở cuối epoch',
  },
  short: {
    run: (epochs, batchSize) => `${epochs} epoch, lô ${batchSize}`,
    warmup: (name) => `${name}, khởi động`,
    clipped: (at) => `cắt tại ${at}`,
    accumulated: (times) => `${times} lô mỗi bước`,
    patience: (epochs) => `sau ${epochs} epoch`,
    heads: (count) => `${count} đầu ra`,
    none: 'nguyên vẹn',
    off: 'tắt',
    on: 'bật',
  },
  exploreLosses: 'So sánh các hàm mất mát…',
  findRate: 'Tìm tốc độ học…',
};
