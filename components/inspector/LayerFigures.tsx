'use client';

import type { NodeId } from '@/lib/core/ids';
import { formatShape } from '@/lib/core/tensor-type';
import { BLOCK_TYPE } from '@/lib/document/blocks';
import { formatCount } from '@/lib/messages/figures';
import { inspectorMessages } from '@/lib/messages/inspector';
import { useWorkspace } from '@/components/state/use-workspace';
import { useLocale, useMessages } from '@/components/ui/use-messages';
import { paramsTerms } from '@/components/inspector/params-sum';
import { receptiveFieldText } from '@/components/inspector/receptive-field-text';
import styles from '@/components/inspector/inspector.module.css';

/** What follows from the settings: shapes, parameters with their multiplication, work, receptive field. */
export function LayerFigures({ id }: { readonly id: NodeId }) {
  const locale = useLocale();
  const messages = useMessages(inspectorMessages);
  const layer = useWorkspace(({ analysis }) => analysis.layers[id]);
  const inputs = useWorkspace(({ analysis }) =>
    (analysis.layers[id]?.inputs ?? []).map((input) => {
      const type = analysis.layers[input]?.output;
      return type ? formatShape(type.shape) : '?';
    }),
  );
  const shape = layer?.output ? formatShape(layer.output.shape) : messages.unknown;
  // A block's weights are those of its layers: their products are told there.
  const isBlock = useWorkspace(({ document }) => document.nodes[id]?.type === BLOCK_TYPE);
  const terms = paramsTerms(isBlock ? [] : (layer?.weights ?? []), locale);
  return (
    <section className={styles.section} aria-label={messages.facts}>
      <h3>{messages.facts}</h3>
      <dl className={styles.facts}>
        {inputs.length === 0 ? null : <Fact name={messages.inputShape} value={inputs.join(', ')} isCode />}
        <Fact name={messages.outputShape} value={shape} isCode={layer?.output != null} />
        <Fact
          name={messages.params}
          value={layer === undefined || layer.params === 0 ? messages.noParams : formatCount(locale, layer.params)}
        />
        {terms.map(({ name, product, count, trainable }) => (
          <div key={name} className={styles.term}>
            <dt>{trainable ? name : `${name} (${messages.notTrainable})`}</dt>
            <dd>{product === count ? count : `${product} = ${count}`}</dd>
          </div>
        ))}
        <Fact name={messages.macs} value={formatCount(locale, layer?.macs ?? 0)} />
        <Fact name={messages.receptiveField} value={receptiveFieldText(layer?.receptiveField ?? null, messages)} />
      </dl>
    </section>
  );
}

function Fact({
  name,
  value,
  isCode = false,
}: {
  readonly name: string;
  readonly value: string;
  readonly isCode?: boolean;
}) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className={isCode ? 'mono' : undefined}>{value}</dd>
    </div>
  );
}
