'use client';

import { useRef, useState, type KeyboardEvent } from 'react';
import { searchTemplates } from '@/components/dialogs/search-templates';
import { TemplateCard } from '@/components/dialogs/TemplateCard';
import { templateDesign } from '@/components/dialogs/template-design';
import { useDesigner } from '@/components/state/designer-context';
import { Button } from '@/components/ui/Button';
import { Dialog } from '@/components/ui/Dialog';
import { Icon } from '@/components/ui/Icon';
import { useMessages } from '@/components/ui/use-messages';
import type { TemplateFigures } from '@/lib/analysis/templates/template-figures';
import figures from '@/lib/analysis/templates/figures-by-template.json';
import { TEMPLATE_TASKS, type TemplateId, type TemplateTask } from '@/lib/core/template-id';
import { TEMPLATE_FACTS } from '@/lib/document/templates/papers';
import { galleryMessages } from '@/lib/messages/gallery';
import { templateMessages } from '@/lib/messages/templates';
import { uiMessages } from '@/lib/messages/ui';
import styles from '@/components/dialogs/TemplateGallery.module.css';

const FIGURES: Readonly<Record<TemplateId, TemplateFigures>> = figures;

/** The designs that come with the product: found by words and by task, opened beside what is open. */
export function TemplateGallery({ onClose }: { readonly onClose: () => void }) {
  const { workspace, actions } = useDesigner();
  const words = useMessages(uiMessages).templates;
  const t = useMessages(galleryMessages);
  const texts = useMessages(templateMessages);
  const [query, setQuery] = useState('');
  const [task, setTask] = useState<TemplateTask | null>(null);
  const list = useRef<HTMLUListElement>(null);
  const found = searchTemplates({ query, task }, texts);
  const startEmpty = () => {
    onClose();
    actions.byId['new-design'].run();
  };
  return (
    <Dialog
      title={words.title}
      width="full"
      onClose={onClose}
      actions={
        <>
          <span className={styles.emptyText}>{words.emptyText}</span>
          <Button onClick={startEmpty}>{words.empty}</Button>
        </>
      }
    >
      <p className={styles.intro}>{words.intro}</p>
      <div className={styles.tools}>
        <SearchField query={query} onChange={setQuery} onDown={() => moveFocus(list.current, { from: -1, by: 1 })} />
        <Tasks chosen={task} onChoose={setTask} />
        <span role="status" className={styles.found}>
          {t.found(found.length)}
        </span>
      </div>
      {found.length === 0 && <p>{t.none}</p>}
      <ul ref={list} className={styles.grid} onKeyDown={moveByArrow}>
        {found.map((id) => (
          <li key={id}>
            <TemplateCard
              text={texts[id]}
              facts={TEMPLATE_FACTS[id]}
              figures={FIGURES[id]}
              onChoose={() => {
                onClose();
                workspace.actions.newDesign(templateDesign(id, texts));
              }}
            />
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

interface SearchFieldProps {
  readonly query: string;
  readonly onChange: (query: string) => void;
  readonly onDown: () => void;
}

function SearchField({ query, onChange, onDown }: SearchFieldProps) {
  const { search } = useMessages(galleryMessages);
  return (
    <div className={styles.search}>
      <Icon name="search" size={14} />
      <input
        type="search"
        data-autofocus
        aria-label={search}
        placeholder={search}
        value={query}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return;
          event.preventDefault();
          onDown();
        }}
      />
    </div>
  );
}

interface TasksProps {
  readonly chosen: TemplateTask | null;
  readonly onChoose: (task: TemplateTask | null) => void;
}

function Tasks({ chosen, onChoose }: TasksProps) {
  const t = useMessages(galleryMessages);
  return (
    <div role="group" aria-label={t.tasks} className={styles.tasks}>
      {[null, ...TEMPLATE_TASKS].map((task) => (
        <button key={task ?? ''} type="button" aria-pressed={task === chosen} onClick={() => onChoose(task)}>
          {task === null ? t.all : t.task[task]}
        </button>
      ))}
    </div>
  );
}

/** Arrows go from card to card, as they lie; Tab goes through all, the papers' links too. */
function moveByArrow(event: KeyboardEvent<HTMLUListElement>): void {
  const cards = cardsIn(event.currentTarget);
  const from = cards.findIndex((card) => card === event.target);
  const row = cards.filter(({ offsetTop }) => offsetTop === cards[0]?.offsetTop).length;
  const by = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -row, ArrowDown: row }[event.key];
  if (from === -1 || by === undefined) return;
  event.preventDefault();
  moveFocus(event.currentTarget, { from, by });
}

function moveFocus(list: HTMLUListElement | null, { from, by }: { readonly from: number; readonly by: number }): void {
  cardsIn(list)[from + by]?.focus();
}

function cardsIn(list: HTMLUListElement | null): readonly HTMLElement[] {
  return [...(list?.querySelectorAll('button') ?? [])];
}
