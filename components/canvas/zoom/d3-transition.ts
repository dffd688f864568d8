/**
 * Stands in for the package d3-transition (see next.config.js), of which d3-zoom needs only the moving of one view: the
 * package would bring timers, easings and colours along, about 9 KB of the first load.
 */
import { selection } from 'd3-selection';
import { interrupt, startTransition, type NextFrame, type Transition } from '@/components/canvas/zoom/transition';

interface OneElement {
  node(): Element | null;
}

const nextFrame: NextFrame = (run) => {
  const frame = requestAnimationFrame(run);
  return () => cancelAnimationFrame(frame);
};

Object.assign(selection.prototype, {
  interrupt(this: OneElement) {
    const element = this.node();
    if (element !== null) interrupt(element);
    return this;
  },
  transition(this: OneElement): Transition<OneElement> | OneElement {
    const element = this.node();
    return element === null ? this : startTransition(this, element, nextFrame);
  },
});

export { interrupt };
