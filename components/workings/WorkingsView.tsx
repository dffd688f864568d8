'use client';

import { formatShape } from '@/lib/core/tensor-type';
import type { WorkedSite } from '@/lib/analysis/workings/worked-site';
import { workingsMessages } from '@/lib/messages/workings';
import { useMessages } from '@/components/ui/use-messages';
import { LossSection } from '@/components/workings/LossSection';
import { NumberTables } from '@/components/workings/NumberTables';
import { OutputTables } from '@/components/workings/OutputTables';
import { placeText } from '@/components/workings/slices';
import { StepControls } from '@/components/workings/StepControls';
import { useWorkings } from '@/components/workings/use-workings';
import { WorkingLine } from '@/components/workings/WorkingLine';
import { WorkingNote } from '@/components/workings/WorkingNote';
import styles from '@/components/workings/workings.module.css';

/** A layer on a small input: its tables, its output, and how the picked number comes about. */
export function WorkingsView({ worked }: { readonly worked: WorkedSite }) {
  const words = useMessages(workingsMessages);
  const workings = useWorkings(worked);
  const { definition, site, isOwn } = worked;
  const { numbers, working } = workings;
  const read = (of: (leaf: (typeof working.leaves)[number]) => boolean) =>
    new Set(working.leaves.filter(of).map(({ cell }) => placeText(cell)));
  const isVector = site.output.shape.length === 1;
  return (
    <div className={styles.view}>
      <p className={styles.note}>
        {isOwn ? words.own : words.example} {words.howTo}
      </p>
      <WorkingNote definition={definition} />
      <div className={styles.tensors}>
        {site.inputs.map(({ shape }, index) => (
          <NumberTables
            key={index}
            title={words.input(index + 1, site.inputs.length, formatShape(shape))}
            shape={shape}
            values={numbers.inputs[index] ?? []}
            read={read((leaf) => leaf.kind === 'input' && leaf.input === index)}
            onChange={(position, value) => workings.changeInput(index, position, value)}
          />
        ))}
        {definition.weights(site).map(({ name, shape }) => (
          <NumberTables
            key={name}
            title={words.weight(name, formatShape(shape))}
            shape={shape}
            values={numbers.weights[name] ?? []}
            read={read((leaf) => leaf.kind === 'weight' && leaf.name === name)}
            onChange={(position, value) => workings.changeWeight(name, position, value)}
          />
        ))}
        <OutputTables
          title={words.output(formatShape(site.output.shape))}
          shape={site.output.shape}
          workings={workings}
        />
      </div>
      <StepControls workings={workings} />
      <WorkingLine workings={workings} />
      {definition.role === 'probabilities' && isVector ? <LossSection workings={workings} /> : null}
    </div>
  );
}
