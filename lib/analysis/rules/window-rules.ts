import type { Pair } from '@/lib/layers/fields';
import { effectiveSize, placedWindow } from '@/lib/layers/windows';
import { report } from '@/lib/analysis/report';
import {
  defineRule,
  findEach,
  joinsInputs,
  layerBehind,
  type Finding,
  type RuleLayer,
  type RuleSite,
  type WindowLayer,
} from '@/lib/analysis/rules/rule';
import { atWindow, padSame, setWindow } from '@/lib/analysis/rules/window-params';

interface WindowFinding extends Finding {
  readonly at: WindowLayer;
}

/**
 * Rows that no window reads: a 1 × 1 convolution with stride 2 ignores three quarters of its input. T. He et al., "Bag of
 * Tricks for Image Classification with CNNs", CVPR 2019, section 4.2. On a shortcut nobody minds.
 */
export const strideOverKernel = defineRule<WindowFinding>('design/stride-over-kernel', {
  find: (site) =>
    findEach(site.windows, (at) => {
      const { stride, size } = at.window;
      const skips = (axis: 0 | 1) => stride[axis] > size[axis] && at.input[axis] > size[axis];
      return (skips(0) || skips(1)) && !leadsToMerge(site, at) ? { at } : null;
    }),
  report: (findings) =>
    findings.map(({ at }) => {
      const { stride, size } = at.window;
      const larger: Pair = [Math.max(stride[0], size[0]), Math.max(stride[1], size[1])];
      const fits = at.window.padding === 'same' || (at.input[0] % larger[0] === 0 && at.input[1] % larger[1] === 0);
      const smaller: Pair = [Math.min(stride[0], size[0]), Math.min(stride[1], size[1])];
      const fixes = fits ? setWindow(at, 'size', larger) : setWindow(at, 'stride', smaller);
      return report('design/stride-over-kernel', { stride, kernel: size }, { place: atWindow(at, 'stride'), fixes });
    }),
});

function leadsToMerge(site: RuleSite, at: RuleLayer): boolean {
  const next = layerBehind(site, at);
  if (next === null) return false;
  if (joinsInputs(next)) return true;
  return next.layer.definition.nature === 'batch-statistics' && leadsToMerge(site, next);
}

/** The border's zeros are most of what such a window sees; the outermost weights may never meet a pixel. */
export const kernelOverImage = defineRule<WindowFinding>('design/kernel-over-image', {
  find: (site) => findEach(site.windows, (at) => (outgrows(at, 0) || outgrows(at, 1) ? { at } : null)),
  report: (findings) =>
    findings.map(({ at }) => {
      const extent = ([0, 1] as const).map((axis) => extentOf(at, axis));
      const kernel: Pair = [extent[0] ?? 1, extent[1] ?? 1];
      const fixes = setWindow(at, 'size', [fitting(at, 0), fitting(at, 1)]);
      return report('design/kernel-over-image', { kernel, image: at.input }, { place: atWindow(at, 'size'), fixes });
    }),
});

function extentOf({ window }: WindowLayer, axis: 0 | 1): number {
  return effectiveSize(window.size[axis], window.dilation[axis]);
}

/** A 3 × 3 on 2 × 2 pixels still uses all of its weights; nobody would change it. */
function outgrows(at: WindowLayer, axis: 0 | 1): boolean {
  const extent = extentOf(at, axis);
  if (extent <= at.input[axis]) return false;
  const isSmall = extent <= 3;
  return !isSmall || extent >= 2 * at.input[axis];
}

/** The largest odd size that does not reach over the image: even ones cannot be centred. */
function fitting({ window, input }: WindowLayer, axis: 0 | 1): number {
  const most = Math.floor((input[axis] - 1) / window.dilation[axis]) + 1;
  if (window.size[axis] <= most) return window.size[axis];
  return most % 2 === 1 ? most : Math.max(most - 1, 1);
}

interface EdgeFinding extends WindowFinding {
  readonly lost: Pair;
}

/** Below this share of the rows a line at the edge does not matter. */
const LEAST_SHARE = 0.05;

/** Windows that do not come out even leave the last rows and columns unread. Dumoulin & Visin 2016, section 2.4. */
export const droppedEdge = defineRule<EdgeFinding>('design/dropped-edge', {
  find: (site) =>
    findEach(site.windows, (at) => {
      const lost: Pair = [lostAt(at, 0), lostAt(at, 1)];
      const matters = lost[0] >= LEAST_SHARE * at.input[0] || lost[1] >= LEAST_SHARE * at.input[1];
      return matters && lost[0] + lost[1] > 0 ? { at, lost } : null;
    }),
  report: (findings) =>
    findings.map(({ at, lost: [rows, columns] }) =>
      report(
        'design/dropped-edge',
        { rows, columns, image: at.input },
        { place: atWindow(at, 'stride'), fixes: padSame(at) },
      ),
    ),
});

/** Pixels at the end of an axis that no window reads, not counting border. */
function lostAt({ window, input }: WindowLayer, axis: 0 | 1): number {
  if (window.padding === 'same' || window.stride[axis] > window.size[axis]) return 0;
  const { output, before } = placedWindow(window, input);
  const extent = effectiveSize(window.size[axis], window.dilation[axis]);
  return Math.max(input[axis] + before[axis] - (output[axis] - 1) * window.stride[axis] - extent, 0);
}
