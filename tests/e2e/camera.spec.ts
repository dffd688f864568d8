import type { Page } from '@playwright/test';
import { faultsOf } from './axe';
import { DesignerPage } from './designer-page';
import { expect, test } from './fixtures';

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Data sets' });

async function openCameraView(page: Page): Promise<void> {
  await new DesignerPage(page).open();
  await page.keyboard.press('Alt+Shift+D');
  await dialog(page).getByRole('button', { name: 'Take pictures with the camera…' }).click();
}

/** How many tracks of the camera are still on. */
const liveTracks = (page: Page) =>
  page.evaluate(() => {
    const { srcObject } = document.querySelector('video') ?? {};
    return srcObject instanceof MediaStream
      ? srcObject.getTracks().filter((track) => track.readyState === 'live').length
      : 0;
  });

test('pictures of two classes are taken by key and by pointer, and become a data set; the camera goes off', async ({
  page,
}) => {
  await openCameraView(page);
  await dialog(page).getByRole('button', { name: 'Switch the camera on' }).click();
  const near = dialog(page).getByRole('button', { name: 'Hold to take: near' });
  await dialog(page).getByRole('textbox', { name: 'Name of class 1' }).fill('near');
  await dialog(page).getByRole('textbox', { name: 'Name of class 2' }).fill('far');
  await expect(near).toBeEnabled();
  expect(await liveTracks(page)).toBe(1);
  await near.focus();
  await page.keyboard.down('Space');
  await expect(dialog(page).getByText(/^near: ([6-9]|\d\d) pictures$/)).toBeVisible();
  await page.keyboard.up('Space');
  await dialog(page).getByRole('button', { name: 'Hold to take: far' }).hover();
  await page.mouse.down();
  await expect(dialog(page).getByText(/^far: ([6-9]|\d\d) pictures$/)).toBeVisible();
  await page.mouse.up();
  await dialog(page).getByRole('button', { name: 'Take back the last picture of far' }).click();
  expect(await faultsOf(page, 'dialog')).toEqual([]);
  const track = await page.evaluateHandle(() => {
    const { srcObject } = document.querySelector('video') ?? {};
    return srcObject instanceof MediaStream ? srcObject.getVideoTracks()[0] : undefined;
  });
  await dialog(page).getByRole('button', { name: 'Go on' }).click();
  await expect(dialog(page).getByRole('region', { name: 'What was found' })).toContainText('Pictures from the camera');
  expect(await track.evaluate((one) => one?.readyState)).toBe('ended');
  const keep = dialog(page).getByRole('button', { name: 'Keep this data set' });
  await keep.click();
  await expect(dialog(page).getByRole('button', { name: 'Back to the list' })).toBeFocused();
});

test('a camera that is refused, and one that is unplugged, are explained', async ({ page }) => {
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
  await openCameraView(page);
  const start = dialog(page).getByRole('button', { name: 'Switch the camera on' });
  await start.click();
  await expect(dialog(page).getByRole('alert')).toContainText('has not allowed the camera');
  await start.click();
  await expect(dialog(page).getByRole('button', { name: 'Switch the camera off' })).toBeVisible();
  // A track that the page itself stops tells nobody, one that the system ends does.
  await page.evaluate(() => {
    const { srcObject } = document.querySelector('video') ?? {};
    if (srcObject instanceof MediaStream) srcObject.getVideoTracks()[0]?.dispatchEvent(new Event('ended'));
  });
  await expect(dialog(page).getByRole('alert')).toContainText('switched off or unplugged');
  expect(await liveTracks(page)).toBe(0);
});
