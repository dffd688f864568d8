import type { LessonFacts, LessonMessages, StepText } from '@/lib/messages/inspect-lessons';

const TRAINED: StepText = {
  title: 'A network that has learned',
  act: () =>
    'Train this design for an epoch or two (Training, or “Train” at the top), or choose a kept epoch; what is open now has start values.',
  see: () => 'Above it no longer says “start values”: the weights are those that the training has found.',
};

/** "3 right and 1 down". */
function way([down, right]: readonly [number, number]): string {
  const round = (value: number) => Math.round(Math.abs(value) * 10) / 10;
  const parts = [
    ...(round(right) === 0 ? [] : [`${round(right)} px ${right > 0 ? 'right' : 'left'}`]),
    ...(round(down) === 0 ? [] : [`${round(down)} px ${down > 0 ? 'down' : 'up'}`]),
  ];
  return parts.length === 0 ? 'not at all' : parts.join(' and ');
}

function strayed({ moved, spotMoved, hasStrayed }: LessonFacts): string {
  if (!hasStrayed || moved === null || spotMoved === null) return '';
  return ` The input went ${way(moved)}, the strongest cell ${way(spotMoved)}: something else excites it more there. Move back, or pick a unit with one clear spot.`;
}

export const lessonsEnglish: LessonMessages = {
  title: 'Lessons',
  choose: 'Two lessons on the network at hand',
  all: 'Both lessons',
  lessons: {
    filters: {
      title: 'What the filters learned',
      about: 'Find edge detectors among the first filters, and the directions they answer to.',
      unfit:
        'This lesson needs a network whose first layer has square filters on a picture of one or three channels, such as LeNet-5.',
    },
    follow: {
      title: 'Follow a face (or digit)',
      about: 'Move the input and watch the bright spot of a map move with it.',
      unfit: 'This lesson needs a network on pictures with maps of at least 4 × 4 cells, such as LeNet-5.',
    },
  },
  begin: 'Begin',
  resume: (at, of) => `Go on at step ${at} of ${of}`,
  again: 'Once more',
  step: (at, of) => `Step ${at} of ${of}`,
  toDo: 'To do',
  done: 'Done',
  skipped: 'Skipped',
  back: 'Step before',
  skip: 'Skip',
  next: 'Next',
  finish: 'Finish',
  leave: 'Leave the lesson; it can be taken up again',
  close: 'Close the lessons',
  over: (done, of) =>
    done === of ? `All ${of} steps are done.` : `${done} of ${of} steps were done, the others skipped.`,
  filters: {
    trained: TRAINED,
    'first-layer': {
      title: 'The first filters',
      act: ({ first }) => `Choose ${first}, the first layer with weights, in the strip of layers or on the canvas.`,
      see: ({ filters }) =>
        `${filters} maps, one for each filter: every filter is laid on all places of the picture, and the map says how much it fits there. High (warm colours) where the picture is like the filter, low (blue) where it is the opposite.`,
    },
    unit: {
      title: 'One filter’s map',
      act: () => 'Pick a unit in the grid: click it, or go there with the arrow keys.',
      see: () =>
        'Its map enlarged and laid over the picture; the square on it is all that the strongest cell sees: as large as the filter.',
    },
    filter: {
      title: 'The filter itself',
      act: () => 'Open “Filter” beside “Unit”.',
      see: () =>
        'The weights as they lie on the picture: warm ones count bright pixels for the unit, blue ones against it. The training has chosen them; nobody wrote them down.',
    },
    edge: {
      title: 'An edge detector',
      act: ({ closest, unit, percent, isEdge }) =>
        closest === null
          ? `Go from unit to unit with “Filter” open, until it says “Answers most to an edge”: one half warm, the other blue.${percent === null || isEdge ? '' : ` Unit ${unit} is none: an edge makes up ${percent}\u00a0% of its filter.`}`
          : `None of these filters is mostly an edge (a longer training may change that). Pick unit ${closest}, which comes closest.`,
      see: ({ unit, edgeDegrees, closest, percent }) =>
        `${closest === null ? `Unit ${unit} is an edge detector` : `Unit ${unit} comes closest to an edge detector (${percent}\u00a0% of its filter is one)`}: it takes the dark side from the bright one, so even surfaces give little and edges much. It answers where the picture brightens towards ${edgeDegrees}° (0° is the right, 90° the top).`,
    },
    direction: {
      title: 'The direction it answers to',
      act: ({ edge }) =>
        `Open “Unit” again${edge === null ? '' : ` with unit ${edge} chosen`}, and look where the map is strongest.`,
      see: direction,
    },
    other: {
      title: 'Another direction',
      act: ({ other, areOthersApart, areOthersEdges }) =>
        other === null
          ? 'This layer has a single filter: there is no other one to compare it with.'
          : !areOthersApart
            ? `All the filters brighten in nearly the same direction; pick another one, such as unit ${other}.`
            : areOthersEdges
              ? `Pick an edge detector for another direction, such as unit ${other}.`
              : `No other filter is mostly an edge in another direction. Pick unit ${other}, which comes closest.`,
      see: ({ filterDegrees, edgeDegrees, edge, unit, areOthersApart, areOthersEdges, percent }) =>
        `Unit ${unit}: ${filterDegrees}°${edge === null ? '' : `, unit ${edge}: ${edgeDegrees}°`}. ${
          areOthersApart && areOthersEdges
            ? 'Its map is bright along other sides of the same strokes. Between them the filters find the outline; the layers behind make shapes of it.'
            : `But an edge makes up only ${percent}\u00a0% of its filter, so its map shows more than sides of strokes. Few filters and a short training need not find an edge for every direction.`
        }`,
    },
  },
  follow: {
    trained: TRAINED,
    maps: {
      title: 'Maps deep inside',
      act: ({ deep }) => `Choose a layer with maps, best one deep inside: ${deep}.`,
      see: ({ layer }) =>
        `The maps of ${layer}: smaller than the picture, but every cell still stands for a place on it, and each map looks for something of its own.`,
    },
    spot: {
      title: 'A unit with a spot',
      act: () =>
        'Go from unit to unit until one has a clear spot: one place far stronger than the rest of its map, and not at the rim.',
      see: ({ unit }) =>
        `Unit ${unit} has found what it looks for. “Unit” shows on the picture where that is: the outlined square is all that this cell sees.`,
    },
    move: {
      title: 'Move it',
      act: (facts) =>
        `Move the picture at least ${facts.least} pixels with the arrows below it (or the arrow keys on it), say to the right.${strayed(facts)}`,
      see: ({ moved, spotMoved }) =>
        `The input went ${way(moved ?? [0, 0])}, the spot ${way(spotMoved ?? [0, 0])}: it went along, as the same filters lie on every place of the picture. It can only go from cell to cell.`,
    },
    'way-back': {
      title: 'And back',
      act: (facts) => `Now move it back, or another way, at least ${facts.least} pixels.${strayed(facts)}`,
      see: () =>
        'The spot comes along again. A fully connected layer could not do this: it has weights of its own for every place.',
    },
    live: {
      title: 'Something of yours',
      act: (facts) =>
        `Draw something, take a picture, or switch the camera on; then move it, and yourself, at least ${facts.least} pixels.${strayed(facts)}`,
      see: () =>
        'The unit finds in your picture what it looks for, and its spot follows you. In a large network trained on photographs, units deep inside follow faces like this (Yosinski et al., 2015), and a second face brings a second spot.',
    },
    answer: {
      title: 'Where the place is lost',
      act: ({ last }) => `Choose ${last}, the last layer, and move the picture a little.`,
      see: () =>
        'Numbers instead of maps: what it is, no longer where. The answer stays for small moves and breaks for large ones, as the dense layers have weights for every place.',
    },
  },
};

function direction({ filterDegrees: filter, pictureDegrees: picture, unit }: LessonFacts): string {
  const turn = Math.abs(((filter - picture + 540) % 360) - 180);
  const facts = `Where unit ${unit} answers most, the picture brightens towards ${picture}°; the filter towards ${filter}°.`;
  return turn <= 45
    ? `${facts} It answers to edges of its own direction, and the map shows where they are.`
    : `${facts} Here the two differ: the filter is not only an edge, and its other weights count for more at this place. Try another sample.`;
}
