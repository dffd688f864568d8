import { useId } from 'react';
import { TemplatePicture } from '@/components/dialogs/TemplatePicture';
import { useMessages } from '@/components/ui/use-messages';
import type { TemplateFigures } from '@/lib/analysis/templates/template-figures';
import type { TemplateFacts } from '@/lib/document/templates/papers';
import { galleryMessages } from '@/lib/messages/gallery';
import type { TemplateText } from '@/lib/messages/templates';
import styles from '@/components/dialogs/TemplateGallery.module.css';

interface TemplateCardProps {
  readonly text: TemplateText;
  readonly facts: TemplateFacts;
  readonly figures: TemplateFigures;
  readonly onChoose: () => void;
}

/** A template's picture, figures and origin. The card is one button; the paper's link stands below it. */
export function TemplateCard({ text, facts, figures, onChoose }: TemplateCardProps) {
  const t = useMessages(galleryMessages);
  const id = useId();
  const { params, trainableParams, macs, layers, picture } = figures;
  return (
    <>
      <button
        type="button"
        className={styles.card}
        aria-labelledby={`${id}title`}
        aria-describedby={`${id}text ${id}figures`}
        onClick={onChoose}
      >
        <TemplatePicture picture={picture} />
        <span className={styles.heading}>
          <strong id={`${id}title`}>{text.title}</strong>
          {facts.year !== null && <span>{facts.year}</span>}
        </span>
        <span id={`${id}text`} className={styles.text}>
          {text.description}
        </span>
        <span id={`${id}figures`} className={styles.figures}>
          <span>{t.params(params)}</span>
          {trainableParams < params && <span>{t.trained(trainableParams)}</span>}
          <span>
            {t.macs(macs)} · {t.layers(layers)}
          </span>
          <span>{t.task[facts.task]}</span>
        </span>
      </button>
      <Origin facts={facts} />
    </>
  );
}

function Origin({ facts: { paper, isOwnSize = false } }: { readonly facts: TemplateFacts }) {
  const t = useMessages(galleryMessages);
  if (paper === null) return <p className={styles.paper}>{t.noPaper}</p>;
  const { authors, title, venue, url } = paper;
  return (
    <p className={styles.paper}>
      {isOwnSize && `${t.after} `}
      {authors}:{' '}
      <a href={url} target="_blank" rel="noreferrer" aria-label={t.read(title)}>
        {title}
      </a>
      , {venue}
    </p>
  );
}
