import type { Locator, Page } from '@playwright/test';
import { faultsOf } from './axe';
import { DesignerPage } from './designer-page';
import { expect, test } from './fixtures';
import { pngFile } from './picture-files';

const strip = (page: Page) => page.getByRole('listbox', { name: 'Layers, in the order of computation' });
const grid = (page: Page) => page.getByRole('listbox', { name: /^(Maps|Values) of / });
const unit = (page: Page) => grid(page).getByRole('option', { selected: true });
const input = (page: Page) => page.getByRole('region', { name: 'Input', exact: true });
const chosenLayer = (page: Page) => strip(page).getByRole('option', { selected: true });
const miniatures = (page: Page) => page.locator('.react-flow__node canvas:visible');

async function openInspect(page: Page): Promise<void> {
  await new DesignerPage(page).open();
  await page.keyboard.press('Alt+Shift+6');
  await expect(grid(page)).toBeVisible();
  await expect.poll(() => colours(grid(page))).toBeGreaterThan(20);
}

/** How many colours the first canvas in an element has. */
function colours(element: Locator): Promise<number> {
  return element
    .locator('canvas')
    .first()
    .evaluate((canvas: HTMLCanvasElement) => {
      const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] };
      return new Set(new Uint32Array(Uint8ClampedArray.from(data).buffer)).size;
    });
}

const picture = (element: Locator): Promise<string> =>
  element
    .locator('canvas')
    .first()
    .evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL());

test('an untrained network is looked into by keyboard and by mouse, from the strip and from the canvas', async ({
  page,
}) => {
  await openInspect(page);
  await expect(page.getByText('Not trained: start values')).toBeVisible();
  await expect(input(page).getByText('It is: 7')).toBeVisible();
  await expect(miniatures(page)).toHaveCount(14);

  await expect(chosenLayer(page)).toHaveAccessibleName('Conv2D, 28 × 28 × 6');
  await page.keyboard.press(']');
  await expect(chosenLayer(page)).toHaveAccessibleName('Tanh, 28 × 28 × 6');
  await expect(page.locator('.react-flow__node.selected')).toHaveAttribute('data-id', 'tanh_1');
  await page.locator('.react-flow__node[data-id=conv2d_2]').click();
  await expect(chosenLayer(page)).toHaveAccessibleName('Conv2D, 10 × 10 × 16');

  await expect(unit(page)).toHaveCount(0);
  await grid(page).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(unit(page)).toHaveText(/^Unit 1, from [-−]0\.\d+ to 0\.\d+$/);
  await expect(grid(page)).toHaveAttribute('aria-activedescendant', (await unit(page).getAttribute('id')) ?? '');
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByText(/row 1, column 0: [-−]?0\.\d+/)).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('End');
  await expect(unit(page)).toHaveText(/^Unit 15,/);
  await grid(page).click({ position: { x: 20, y: 20 } });
  await expect(unit(page)).toHaveText(/^Unit 0,/);
  // The pointer still rests on that map.
  await page.keyboard.press('ArrowRight');
  await expect(unit(page)).toHaveText(/^Unit 1,/);

  await strip(page).getByRole('option', { name: 'Softmax, 10' }).click();
  await grid(page).focus();
  await page.keyboard.press('End');
  await expect(unit(page)).toHaveText(/^9, value 0\.\d+$/);
  await page.getByRole('checkbox', { name: 'Pictures on the canvas' }).uncheck();
  await expect(miniatures(page)).toHaveCount(0);
  expect(await faultsOf(page, '[role=tabpanel]')).toEqual([]);
});

test('a camera is refused, then moves the maps, is frozen and goes off; a dropped picture stays in the panel', async ({
  page,
}) => {
  await page.addInitScript(() => {
    const { mediaDevices } = navigator;
    const open = mediaDevices.getUserMedia.bind(mediaDevices);
    let isAsked = false;
    mediaDevices.getUserMedia = (constraints) => {
      const answer = isAsked ? open(constraints) : Promise.reject(new DOMException('', 'NotAllowedError'));
      isAsked = true;
      return answer;
    };
  });
  await openInspect(page);
  await expect(input(page).getByText(/^The network says/)).toBeVisible();
  await input(page).getByRole('radio', { name: 'Camera' }).check();
  await expect(page.getByText('No input yet')).toBeVisible();
  await expect(input(page).getByText(/^(It is|The network says)/)).toHaveCount(0);
  await expect(miniatures(page)).toHaveCount(0);
  await page.getByRole('button', { name: 'Show a sample' }).click();
  await expect(input(page).getByRole('radio', { name: 'Sample' })).toBeChecked();
  await expect(input(page).getByText('It is: 7')).toBeVisible();
  await input(page).getByRole('radio', { name: 'Camera' }).check();
  const start = input(page).getByRole('button', { name: 'Switch the camera on' });
  await start.click();
  await expect(input(page).getByText('The browser was not allowed to use the camera')).toBeVisible();
  await start.click();
  await expect(input(page).getByText('The camera is on. Nothing is recorded')).toBeVisible();

  const sample = await picture(input(page));
  await expect.poll(() => picture(input(page))).not.toBe(sample);
  const moving = await picture(grid(page));
  await expect.poll(() => picture(grid(page))).not.toBe(moving);
  await input(page).getByRole('button', { name: 'Freeze' }).click();
  await expect(page.getByText('updates/s')).toHaveCount(0);
  const frozen = await picture(input(page));
  await framesOf(page, 5);
  expect(await picture(input(page))).toBe(frozen);
  await input(page).getByRole('button', { name: 'Go on' }).click();
  await expect.poll(() => picture(input(page))).not.toBe(frozen);

  const track = await page.evaluateHandle(() => {
    const { srcObject } = document.querySelector('video') ?? {};
    return srcObject instanceof MediaStream ? srcObject.getVideoTracks()[0] : undefined;
  });
  await input(page).getByRole('button', { name: 'Switch the camera off' }).click();
  expect(await track.evaluate((one) => one?.readyState)).toBe('ended');

  const before = await picture(input(page));
  await dropPicture(page);
  await expect(input(page).getByText('grey.png')).toBeVisible();
  await expect.poll(() => picture(input(page))).not.toBe(before);
  await expect(input(page).getByText('from 0.118 to 0.353')).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('a video that is dropped plays through the network: the bright spot goes where the square in it goes', async ({
  page,
}) => {
  await openInspect(page);
  await dropVideo(page);
  await expect(input(page).getByText('square.webm')).toBeVisible();
  // The square goes to and fro between the first and the last quarter of the width.
  for (const isAt of [(middle: number) => middle < 0.4, (middle: number) => middle > 0.6]) {
    await expect.poll(async () => isAt(await brightMiddle(page)), { timeout: 15_000 }).toBe(true);
  }
  const moving = await picture(grid(page));
  await expect.poll(() => picture(grid(page))).not.toBe(moving);
  await input(page).getByRole('button', { name: 'Pause (freeze)' }).click();
  await expect(page.getByText('updates/s')).toHaveCount(0);
  const place = input(page).getByRole('slider', { name: 'Place in the video' });
  await place.press('Home');
  await expect(place).toHaveValue('0');
  await expect.poll(() => brightMiddle(page)).toBeLessThan(0.3);
  const first = await picture(input(page));
  // Going by frames leads there and back, and nothing plays meanwhile.
  const further = async () => {
    await place.press('ArrowRight');
    return brightMiddle(page);
  };
  await expect.poll(further, { intervals: [30] }).toBeGreaterThan(0.4);
  const back = async () => {
    await input(page).getByRole('button', { name: 'One frame back' }).click();
    return picture(input(page));
  };
  await expect.poll(back, { intervals: [30] }).toBe(first);
  await place.press(' ');
  await expect(input(page).getByRole('button', { name: 'Pause (freeze)' })).toBeVisible();
  await expect.poll(() => picture(input(page))).not.toBe(first);
});

/** How far to the right the bright pixels of what the network sees lie, from 0 to 1. */
function brightMiddle(page: Page): Promise<number> {
  return input(page)
    .locator('canvas')
    .first()
    .evaluate((canvas: HTMLCanvasElement) => {
      const { data = [], width = 1 } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? {};
      let [sum, count] = [0, 0];
      for (let at = 0; at < data.length; at += 4) {
        if ((data[at] ?? 0) < 128) continue;
        sum += ((at / 4) % width) / width;
        count += 1;
      }
      return count === 0 ? 0.5 : sum / count;
    });
}

/** Records two seconds of a white square that goes to and fro, and drops them on the grid. */
async function dropVideo(page: Page): Promise<void> {
  const transfer = await page.evaluateHandle(async () => {
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = 64;
    const context = canvas.getContext('2d');
    if (context === null) throw new Error('no canvas to draw a video on');
    const recorder = new MediaRecorder(canvas.captureStream(30), { mimeType: 'video/webm' });
    const parts: Blob[] = [];
    recorder.addEventListener('dataavailable', ({ data }) => parts.push(data));
    const ended = new Promise((resolve) => recorder.addEventListener('stop', resolve));
    recorder.start();
    const began = performance.now();
    for (let seconds = 0; seconds < 2; seconds = (performance.now() - began) / 1000) {
      context.fillStyle = 'black';
      context.fillRect(0, 0, 64, 64);
      context.fillStyle = 'white';
      context.fillRect(24 - 20 * Math.cos(Math.PI * seconds), 24, 16, 16);
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
    recorder.stop();
    await ended;
    const data = new DataTransfer();
    data.items.add(new File(parts, 'square.webm', { type: 'video/webm' }));
    return data;
  });
  await grid(page).dispatchEvent('drop', { dataTransfer: transfer });
}

/** Waits until the camera has given so many pictures more. */
function framesOf(page: Page, count: number): Promise<void> {
  return page.evaluate(async (wanted) => {
    const video = document.querySelector('video');
    for (let seen = 0; seen < wanted; seen += 1) {
      await new Promise((resolve) => video?.requestVideoFrameCallback(resolve));
    }
  }, count);
}

/** Drops a picture of one grey on the grid. */
async function dropPicture(page: Page): Promise<void> {
  const bytes = [...pngFile(32, [90, 90, 90], 0)];
  const transfer = await page.evaluateHandle((content) => {
    const data = new DataTransfer();
    data.items.add(new File([Uint8Array.from(content)], 'grey.png', { type: 'image/png' }));
    return data;
  }, bytes);
  await grid(page).dispatchEvent('drop', { dataTransfer: transfer });
}

test('a closed block shows what comes out of it, stays selected while that is looked at, and counts the names in it', async ({
  page,
}) => {
  await openInspect(page);
  const node = (id: string) => page.locator(`.react-flow__node[data-id=${id}]`);
  await node('conv2d_2').click();
  await node('tanh_2').click({ modifiers: ['Shift'] });
  await page.keyboard.press('Control+g');
  await page.keyboard.press('Enter');
  await expect(node('conv2d_2')).toHaveCount(0);
  await expect(node('block_1').locator('canvas:visible')).toHaveCount(1);

  await node('input_1').click();
  await node('block_1').click({ position: { x: 30, y: 8 } });
  await expect(chosenLayer(page)).toHaveAccessibleName('Tanh, 10 × 10 × 16');
  await expect(page.locator('.react-flow__node.selected')).toHaveAttribute('data-id', 'block_1');
  await grid(page).focus();
  await page.keyboard.press('ArrowRight');
  await page.getByRole('tab', { name: 'Top nine' }).click();
  await page.getByRole('textbox', { name: 'What it answers to' }).fill('left edge');
  await expect(node('block_1').getByText('1 named unit: tanh_2 0 “left edge”')).toHaveCount(1);
});
