'use client';

import { useMemo } from 'react';
import { useDesigner } from '@/components/state/designer-context';
import { Dialog } from '@/components/ui/Dialog';
import { useLocale, useMessages } from '@/components/ui/use-messages';
import { analyze } from '@/lib/analysis/analyze';
import { TEMPLATE_IDS } from '@/lib/core/template-id';
import { TEMPLATES } from '@/lib/document/templates/templates';
import { templateMessages } from '@/lib/messages/templates';
import { uiMessages } from '@/lib/messages/ui';
import { taskOf } from '@/lib/state/task-of';
import styles from '@/components/dialogs/TemplateGallery.module.css';

/** The designs that come with the product, with their sizes as the analysis counts them. */
export function TemplateGallery({ onClose }: { readonly onClose: () => void }) {
  const { workspace, actions } = useDesigner();
  const t = useMessages(uiMessages);
  const names = useMessages(templateMessages);
  const number = new Intl.NumberFormat(useLocale());
  const templates = useMemo(() => TEMPLATE_IDS.map(describe), []);
  return (
    <Dialog title={t.templates.title} width="wide" onClose={onClose}>
      <p className={styles.intro}>{t.templates.intro}</p>
      <ul className={styles.grid}>
        {templates.map(({ id, document, params, layers }, index) => (
          <li key={id}>
            <Card
              title={names[id].title}
              text={names[id].description}
              figures={`${t.templates.params(number.format(params))} · ${t.templates.layers(layers)}`}
              isFirst={index === 0}
              onChoose={() => {
                onClose();
                workspace.actions.newDesign(document);
              }}
            />
          </li>
        ))}
        <li>
          <Card
            title={t.templates.empty}
            text={t.templates.emptyText}
            figures=""
            isFirst={false}
            onChoose={() => {
              onClose();
              actions.byId['new-design'].run();
            }}
          />
        </li>
      </ul>
    </Dialog>
  );
}

function describe(id: (typeof TEMPLATE_IDS)[number]) {
  const document = TEMPLATES[id].build();
  const { totals } = analyze(document, taskOf(document));
  return { id, document, params: totals.params, layers: Object.keys(document.nodes).length };
}

interface CardProps {
  readonly title: string;
  readonly text: string;
  readonly figures: string;
  readonly isFirst: boolean;
  readonly onChoose: () => void;
}

function Card({ title, text, figures, isFirst, onChoose }: CardProps) {
  const focus = isFirst ? { 'data-autofocus': true } : {};
  return (
    <button type="button" className={styles.card} onClick={onChoose} {...focus}>
      <strong>{title}</strong>
      <span className={styles.text}>{text}</span>
      <span className={styles.figures}>{figures}</span>
    </button>
  );
}
