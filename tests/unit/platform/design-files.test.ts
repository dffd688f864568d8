/** @jest-environment jsdom */
import { createDesignFiles } from '@/lib/platform/design-files';

/** Downloads that were asked for: names, and the addresses that can be read no more. */
function watchDownloads() {
  const [names, revoked]: [string[], string[]] = [[], []];
  URL.createObjectURL = () => 'blob:design';
  URL.revokeObjectURL = (url) => void revoked.push(url);
  jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    names.push(this.download);
  });
  return { names, revoked };
}

beforeEach(() => jest.useFakeTimers());
afterEach(() => {
  jest.useRealTimers();
  jest.restoreAllMocks();
});

describe('a design saved as a download', () => {
  it('can be read until the browser has had time to', async () => {
    const { names, revoked } = watchDownloads();
    expect(await createDesignFiles(window).save('1', 'LeNet-5', '{}')).toBe('downloaded');
    expect(names).toEqual(['LeNet-5.shapeflow.json']);
    expect(revoked).toEqual([]);
    jest.runAllTimers();
    expect(revoked).toEqual(['blob:design']);
  });

  it.each([
    ['../../etc/passwd', 'etc passwd.shapeflow.json'],
    ['a:b*c?"<d>|e\\f', 'a b c d e f.shapeflow.json'],
    ['.hidden', 'hidden.shapeflow.json'],
    [' .. ', 'design.shapeflow.json'],
    ['Mạng nơ-ron', 'Mạng nơ-ron.shapeflow.json'],
    ['x'.repeat(300), `${'x'.repeat(100)}.shapeflow.json`],
  ])('named %j becomes a file that every system takes', async (name, file) => {
    const { names } = watchDownloads();
    await createDesignFiles(window).save('1', name, '{}');
    expect(names).toEqual([file]);
  });
});
