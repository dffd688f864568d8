import { createNotices } from '@/lib/state/notices';

const texts = (notices: ReturnType<typeof createNotices>) =>
  notices.store.getState().map(({ content }) => (content.kind === 'text' ? content.values.text : content.kind));

test('a notice told twice is shown once, but two that offer something are two', () => {
  const notices = createNotices();
  const offer = () => ({ text: 'Deleted', action: { label: 'Undo', run: () => undefined } });
  notices.show('success', 'text', { text: 'Saved' });
  notices.show('success', 'text', { text: 'Saved' });
  notices.show('success', 'text', offer());
  notices.show('success', 'text', offer());
  expect(texts(notices)).toEqual(['Saved', 'Deleted', 'Deleted']);
});

test('an offer that was taken up in another way goes, and only that one', () => {
  const notices = createNotices();
  const [first, second] = [1, 2].map(() => ({ label: 'Undo', run: () => undefined }));
  if (first === undefined || second === undefined) throw new Error('two were made');
  notices.show('success', 'text', { text: 'First', action: first });
  notices.show('success', 'text', { text: 'Second', action: second });
  notices.withdraw(first);
  expect(texts(notices)).toEqual(['Second']);
});
