import type { Ink, Mark, Picture } from '@/components/compare/figure/marks';
import { pointsText } from '@/components/compare/figure/svg-text';

interface PictureViewProps {
  readonly picture: Picture;
  /** One sentence that says what the picture shows. */
  readonly label: string;
  readonly className?: string | undefined;
}

/** A picture in the colours of the theme. */
export function PictureView({ picture: { width, height, marks }, label, className }: PictureViewProps) {
  return (
    <svg role="img" aria-label={label} viewBox={`0 0 ${width} ${height}`} className={className}>
      {marks.map((mark, index) => (
        <MarkView key={index} mark={mark} />
      ))}
    </svg>
  );
}

const color = (ink: Ink) => `var(--${ink})`;

function MarkView({ mark }: { readonly mark: Mark }) {
  switch (mark.kind) {
    case 'rect':
      return (
        <rect
          x={mark.at[0]}
          y={mark.at[1]}
          width={mark.size[0]}
          height={mark.size[1]}
          style={{ fill: color(mark.ink) }}
        >
          {mark.title !== undefined && <title>{mark.title}</title>}
        </rect>
      );
    case 'line':
      return (
        <polyline
          points={pointsText(mark.points)}
          fill="none"
          style={{ stroke: color(mark.ink) }}
          strokeWidth={mark.width}
        />
      );
    case 'text':
      return (
        <text
          x={mark.at[0]}
          y={mark.at[1]}
          textAnchor={mark.anchor}
          fontSize={mark.size}
          fontWeight={mark.isBold ? 600 : undefined}
          style={{ fill: color(mark.ink) }}
        >
          {mark.text}
        </text>
      );
    case 'dot':
      return <circle cx={mark.at[0]} cy={mark.at[1]} r={mark.radius} style={{ fill: color(mark.ink) }} />;
  }
}
