/** @jest-environment jsdom */
import { fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { NumberInput } from '@/components/inspector/controls/NumberInput';

jest.mock('@/components/ui/use-messages', () => ({
  useMessages: (catalogue: { readonly en: unknown }) => catalogue.en,
  useLocale: () => 'en',
}));

const taken = jest.fn<void, [number]>();

function Field({ start = 3, accepts = () => true }: { start?: number; accepts?: (value: number) => boolean }) {
  const [value, setValue] = useState(start);
  return (
    <>
      <NumberInput
        label="Kernel"
        value={value}
        min={1}
        max={9}
        step={1}
        onChange={(next) => {
          taken(next);
          if (accepts(next)) setValue(next);
        }}
      />
      <button onClick={() => setValue(start)}>undo</button>
    </>
  );
}

const field = () => screen.getByRole<HTMLInputElement>('spinbutton', { name: 'Kernel' });
const type = (value: string) => fireEvent.change(field(), { target: { value } });

beforeEach(() => taken.mockClear());

describe('NumberInput', () => {
  test('passes a number on while it is typed, also one out of bounds', () => {
    render(<Field />);
    type('30');
    expect(taken).toHaveBeenLastCalledWith(30);
    expect(field().value).toBe('30');
  });

  test('an empty field changes nothing, and shows the last value once it is left', () => {
    render(<Field />);
    type('');
    expect(taken).not.toHaveBeenCalled();
    expect(field().value).toBe('');
    fireEvent.blur(field());
    expect(field().value).toBe('3');
  });

  test('text that is no number stays in sight and is marked, even after leaving', () => {
    render(<Field />);
    type('3x');
    fireEvent.blur(field());
    expect(taken).not.toHaveBeenCalled();
    expect(field().value).toBe('3x');
    expect(field().getAttribute('aria-invalid')).toBe('true');
    expect(screen.getByRole('alert').textContent).toMatch(/not a number/);
  });

  test('keeps what is typed letter by letter: 1. is not turned into 1', () => {
    render(<Field />);
    type('1.');
    expect(field().value).toBe('1.');
  });

  test('a change from elsewhere replaces what was typed', () => {
    render(<Field />);
    type('7');
    fireEvent.blur(field());
    fireEvent.click(screen.getByRole('button', { name: 'undo' }));
    expect(field().value).toBe('3');
  });

  test('a number that was refused stays in sight with the bounds', () => {
    render(<Field accepts={(value) => value <= 9} />);
    type('30');
    expect(field().value).toBe('30');
    expect(screen.getByRole('alert').textContent).toMatch('1 to 9');
  });

  test.each([
    ['ArrowUp', false, 4],
    ['ArrowDown', false, 2],
    ['ArrowUp', true, 9],
  ])('%s with shift %s steps from 3 to %d', (key, shiftKey, expected) => {
    render(<Field />);
    fireEvent.keyDown(field(), { key, shiftKey });
    expect(taken).toHaveBeenLastCalledWith(expected);
  });
});
