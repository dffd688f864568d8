'use client';

import { toggleLessons, useLessons } from '@/components/inspect/lessons/lesson-store';
import { Button } from '@/components/ui/Button';
import { useMessages } from '@/components/ui/use-messages';
import { inspectMessages } from '@/lib/messages/inspect';

export const LESSONS_BUTTON = 'inspect-lessons';

/** Opens and closes the strip with the lessons. */
export function LessonButton() {
  const t = useMessages(inspectMessages);
  const isOpen = useLessons((state) => state.isOpen);
  return (
    <Button
      id={LESSONS_BUTTON}
      look="quiet"
      icon="help"
      aria-expanded={isOpen}
      title={t.lessonsHint}
      onClick={toggleLessons}
    >
      {t.lessons}
    </Button>
  );
}
