import type { Page } from '@playwright/test';

export interface Dropped {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Drops the files on the page, as a person does from a folder. */
export async function dropFiles(page: Page, ...files: readonly Dropped[]): Promise<void> {
  const contents = files.map(({ name, bytes }) => ({ name, text: bytes.toString('base64') }));
  const transfer = await page.evaluateHandle((dropped) => {
    const data = new DataTransfer();
    for (const { name, text } of dropped) {
      data.items.add(new File([Uint8Array.from(atob(text), (character) => character.charCodeAt(0))], name));
    }
    return data;
  }, contents);
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
}
