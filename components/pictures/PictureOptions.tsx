import type { AllChoices } from '@/components/pictures/PictureDialog';
import { useMessages } from '@/components/ui/use-messages';
import { LOCALES, type Locale } from '@/lib/core/locale';
import { pictureDialogMessages } from '@/lib/messages/picture-dialog';
import { uiMessages } from '@/lib/messages/ui';
import { BLOCK_VIEWS } from '@/lib/pictures/canvas/scene';
import { FIGURE_COLOURS, FIGURE_SCALES, FIGURE_SPACINGS } from '@/lib/pictures/figure/figure-options';
import { PICTURE_THEMES } from '@/lib/pictures/palette';
import { GROUNDS } from '@/lib/pictures/picture';
import styles from '@/components/pictures/pictures.module.css';

interface PictureOptionsProps {
  readonly kind: 'canvas' | 'figure';
  readonly choices: AllChoices;
  readonly onChange: (change: Partial<AllChoices>) => void;
  readonly locale: Locale;
  readonly onLocale: (locale: Locale) => void;
  /** Without any there is nothing to choose about them. */
  readonly hasBlocks: boolean;
}

export function PictureOptions({ kind, choices, onChange, locale, onLocale, hasBlocks }: PictureOptionsProps) {
  const t = useMessages(pictureDialogMessages);
  const { language } = useMessages(uiMessages);
  const isFigure = kind === 'figure';
  return (
    <fieldset className={styles.options}>
      <legend>{t.options}</legend>
      <Choice
        label={t.theme}
        options={PICTURE_THEMES}
        words={t.themes}
        value={choices.theme}
        onChange={(theme) => onChange({ theme })}
      />
      <Choice
        label={t.ground}
        options={GROUNDS}
        words={t.grounds}
        value={choices.ground}
        onChange={(ground) => onChange({ ground })}
      />
      <Choice label={t.language} options={LOCALES} words={language} value={locale} onChange={onLocale} />
      {hasBlocks && isFigure && (
        <Choice
          label={t.blocks}
          options={BLOCK_VIEWS}
          words={t.blockViews}
          value={choices.blocks}
          onChange={(blocks) => onChange({ blocks })}
        />
      )}
      {hasBlocks && !isFigure && (
        <Choice
          label={t.blocks}
          options={['shown', ...BLOCK_VIEWS]}
          words={t.blockViews}
          value={choices.canvasBlocks}
          onChange={(canvasBlocks) => onChange({ canvasBlocks })}
        />
      )}
      {isFigure && <FigureOptions choices={choices} onChange={onChange} />}
    </fieldset>
  );
}

function FigureOptions({ choices, onChange }: Pick<PictureOptionsProps, 'choices' | 'onChange'>) {
  const t = useMessages(pictureDialogMessages);
  return (
    <>
      <Choice
        label={t.scale}
        options={FIGURE_SCALES}
        words={t.scales}
        value={choices.scale}
        onChange={(scale) => onChange({ scale })}
      />
      <Choice
        label={t.spacing}
        options={FIGURE_SPACINGS}
        words={t.spacings}
        value={choices.spacing}
        onChange={(spacing) => onChange({ spacing })}
      />
      <Choice
        label={t.colours}
        options={FIGURE_COLOURS}
        words={t.colourings}
        value={choices.colours}
        onChange={(colours) => onChange({ colours })}
      />
      <div className={styles.checks}>
        {(['names', 'sizes', 'windows'] as const).map((option) => (
          <label key={option}>
            <input
              type="checkbox"
              checked={choices[option]}
              onChange={(event) => onChange({ [option]: event.target.checked })}
            />
            {t[option]}
          </label>
        ))}
      </div>
    </>
  );
}

interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly options: readonly T[];
  readonly words: Readonly<Record<T, string>>;
  readonly value: T;
  readonly onChange: (value: T) => void;
}

function Choice<T extends string>({ label, options, words, value, onChange }: ChoiceProps<T>) {
  return (
    <label className={styles.choice}>
      {label}
      <select
        value={value}
        onChange={(event) => {
          const chosen = options.find((option) => option === event.target.value);
          if (chosen !== undefined) onChange(chosen);
        }}
      >
        {options.map((option) => (
          <option key={option} value={option}>
            {words[option]}
          </option>
        ))}
      </select>
    </label>
  );
}
