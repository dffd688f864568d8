import { decodeNpy, readNpyHeader } from '@/lib/datasets/import/formats/npy';
import { writeNpy } from '@/lib/inspect/npy';

/** The bytes of `numpy.save` (NumPy 1.24) of `np.array([[1.5, -2]], dtype='<f4')`, in hexadecimal. */
const FROM_NUMPY =
  '934e554d5059010076007b276465736372273a20273c6634272c2027666f727472616e5f6f72646572273a2046616c73652c20277368617065273a2028312c2032292c207d' +
  '20'.repeat(58) +
  '0a0000c03f000000c0';

describe('a .npy file', () => {
  it('is byte for byte what NumPy writes', () => {
    const bytes = writeNpy({ shape: [1, 2], values: Float32Array.of(1.5, -2) });
    expect(Buffer.from(bytes).toString('hex')).toBe(FROM_NUMPY);
  });

  it.each([[[5]], [[2, 3]], [[3, 3, 1, 6]], [[]]])('of shape %j is read back', (shape) => {
    const count = shape.reduce((product, size) => product * size, 1);
    const values = Float32Array.from({ length: count }, (_, at) => at / 7 - 1);
    const bytes = writeNpy({ shape, values });
    const header = readNpyHeader(bytes);
    expect(header).toMatchObject({ shape, type: 'float32', isLittleEndian: true, isFortran: false });
    expect(header.offset % 64).toBe(0);
    expect(decodeNpy(header, bytes.subarray(header.offset))).toEqual(values);
  });

  it('is refused where values and shape differ in number', () => {
    expect(() => writeNpy({ shape: [2, 2], values: new Float32Array(3) })).toThrow('3 values');
  });
});
