import { parseMarkdown } from '@/components/inspector/parse-markdown';
import { LAYERS } from '@/lib/layers/registry';
import type { LayerDefinition } from '@/lib/layers/definition';

describe('parseMarkdown', () => {
  test('parts paragraphs at blank lines and joins the lines of one', () => {
    expect(parseMarkdown('one\ntwo\n\nthree')).toEqual([
      { kind: 'paragraph', spans: [{ kind: 'text', text: 'one two' }] },
      { kind: 'paragraph', spans: [{ kind: 'text', text: 'three' }] },
    ]);
  });

  test('marks code, strong words and emphasis, and leaves stars of a product alone', () => {
    expect(parseMarkdown('`a*b*c` is **not** *that* but 2 * 3 * 4')).toEqual([
      {
        kind: 'paragraph',
        spans: [
          { kind: 'code', text: 'a*b*c' },
          { kind: 'text', text: ' is ' },
          { kind: 'strong', text: 'not' },
          { kind: 'text', text: ' ' },
          { kind: 'emphasis', text: 'that' },
          { kind: 'text', text: ' but 2 * 3 * 4' },
        ],
      },
    ]);
  });

  test('keeps blank lines inside a fence and ends the block with it', () => {
    expect(parseMarkdown('```ts\na\n\nb\n```\nafter')).toEqual([
      { kind: 'code', text: 'a\n\nb' },
      { kind: 'paragraph', spans: [{ kind: 'text', text: 'after' }] },
    ]);
  });

  test('makes a list of lines that begin with a dash', () => {
    expect(parseMarkdown('- one\n- `two`')).toEqual([
      { kind: 'list', items: [[{ kind: 'text', text: 'one' }], [{ kind: 'code', text: 'two' }]] },
    ]);
  });

  test('takes markup of a page for plain text', () => {
    expect(parseMarkdown('<img src=x onerror=alert(1)>')).toEqual([
      { kind: 'paragraph', spans: [{ kind: 'text', text: '<img src=x onerror=alert(1)>' }] },
    ]);
  });

  test.each(Object.values<LayerDefinition>(LAYERS).map((layer) => [layer.type, layer] as const))(
    'understands every mark in the help of %s',
    async (_, layer) => {
      for (const text of Object.values(await layer.help())) {
        const plain = parseMarkdown(text).flatMap((block) =>
          block.kind === 'paragraph' ? block.spans.filter((span) => span.kind === 'text') : [],
        );
        for (const span of plain) expect(span.text).not.toMatch(/`|\*\*|^#|\[[^\]]*\]\(/);
      }
    },
  );
});
