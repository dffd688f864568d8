import { buildLenet5 } from '@/lib/document/templates/lenet5';
import { buildVgg } from '@/lib/document/templates/vgg';
import type { Document } from '@/lib/document/document';
import { createComparer } from '@/components/compare/comparer';
import { createCompareClient, type Asked, type ComparePort, type Outcome } from '@/components/compare/compare-client';
import { foldRows } from '@/components/compare/fold-rows';
import type { CompareReply, CompareRequest } from '@/components/compare/protocol';
import { reuseRows } from '@/components/compare/reuse-rows';
import { fileName } from '@/components/compare/save-comparison';
import { startingSources } from '@/components/compare/starting-sources';
import { change } from '../analysis/designs';
import { compared } from '../analysis/compare/subjects';

const lenet = buildLenet5();
const wider = change(lenet, { kind: 'set-param', node: 'conv2d_1', param: 'filters', value: 12 });

function asked(document: Document): Asked {
  const template = { kind: 'template', key: 'template:vgg11', name: 'VGG-11', template: 'vgg11' } as const;
  return { subjects: [{ kind: 'design', key: 'a', name: 'A', document }, template], batchSize: 1, before: [] };
}

/** A worker that answers when it is told to. */
function stubWorker() {
  const requests: CompareRequest[] = [];
  const port: ComparePort = {
    postMessage: (request) => void requests.push(request),
    onmessage: null,
    onerror: null,
    terminate: () => undefined,
  };
  const reply = (data: CompareReply) => port.onmessage?.({ data } as MessageEvent<CompareReply>);
  return { requests, port, reply };
}

describe('the client of the worker', () => {
  it('lets only the latest request wait, and tells only of what is up to date', () => {
    const { requests, port, reply } = stubWorker();
    const outcomes: Outcome[] = [];
    const client = createCompareClient(port, (outcome) => outcomes.push(outcome));
    client.ask(asked(lenet));
    client.ask({ ...asked(wider), batchSize: 2 });
    client.ask({ ...asked(wider), batchSize: 3 });
    expect(requests.map(({ batchSize }) => batchSize)).toEqual([1]);
    reply({ id: 1, failure: 'old' });
    expect(outcomes).toEqual([]);
    expect(requests.map(({ batchSize }) => batchSize)).toEqual([1, 3]);
    reply({ id: 2, failure: 'new' });
    expect(outcomes).toEqual([{ id: 2, failure: 'new' }]);
  });

  it('sends a design again only when it has changed', () => {
    const { requests, port, reply } = stubWorker();
    const client = createCompareClient(port, () => undefined);
    for (const document of [lenet, lenet, wider]) {
      client.ask(asked(document));
      reply({ id: 0, failure: '' });
    }
    const sent = requests.map(({ subjects: [first] }) => first?.kind === 'design' && first.document);
    expect(sent).toEqual([lenet, null, wider]);
  });
});

describe('the comparer', () => {
  it('builds a template once and knows a design that is not told again', () => {
    let built = 0;
    const compare = createComparer(() => {
      built += 1;
      return buildVgg('VGG-11');
    });
    const request = { id: 1, datasets: [], ...asked(lenet) };
    const first = compare(request);
    const [told, template] = request.subjects;
    if (told?.kind !== 'design' || template === undefined) throw new Error('the request has other subjects');
    const again = compare({ ...request, subjects: [{ ...told, document: null }, template] });
    expect(again).toEqual(first);
    expect(built).toBe(1);
    expect(first.designs.map(({ totals }) => totals.params)).toEqual([61_706, 132_863_336]);
  });
});

describe('rows on the page', () => {
  it('stay the same objects where nothing in them has changed', () => {
    const before = compared([lenet, lenet]);
    const after = reuseRows(before, compared([lenet, wider]));
    const kept = after.rows.filter((row) => before.rows.includes(row)).map(({ cells }) => cells[0]?.layer.id);
    expect(kept).toContain('dense_1');
    expect(kept).not.toContain('conv2d_1');
    expect(kept).not.toContain('conv2d_2');
  });

  it('without a difference fold into one line, which opens', () => {
    const { rows } = compared([lenet, wider]);
    const folded = foldRows(rows, { folds: true, unfolded: new Set() });
    const folds = folded.flatMap((item) => (item.kind === 'fold' ? [item] : []));
    const shown = folded.length - folds.length + folds.reduce((sum, { count }) => sum + count, 0);
    expect(folds.length).toBeGreaterThan(0);
    expect(shown).toBe(rows.length);
    const opened = foldRows(rows, { folds: true, unfolded: new Set(folds.map(({ key }) => key)) });
    expect(opened.map((item) => item.kind === 'row' && item.number)).toEqual(rows.map((_, index) => index + 1));
    expect(foldRows(rows, { folds: false, unfolded: new Set() })).toEqual(opened);
  });
});

it('a comparison begins with the open design and the one before it, or a template', () => {
  const designs = ['a', 'b', 'c'].map((id) => ({ id, name: id, changedAt: 0 }));
  expect(startingSources([], { openDesign: 'b', designs })).toEqual([
    { kind: 'design', id: 'b' },
    { kind: 'design', id: 'a' },
  ]);
  expect(startingSources([], { openDesign: 'b', designs: designs.slice(1, 2) })).toEqual([
    { kind: 'design', id: 'b' },
    { kind: 'template', id: 'vgg16' },
  ]);
});

it('files are called after the designs, in letters that every system takes', () => {
  const { designs: known } = compared([lenet, lenet, lenet]);
  const names = ['Mạng đầu tiên', '../x', '★'];
  const designs = known.map((design, index) => ({ ...design, name: names[index] ?? '' }));
  expect(fileName({ designs }, 'csv')).toBe('compare-mang-dau-tien-x.csv');
});
