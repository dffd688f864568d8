'use client';

import { useState } from 'react';
import { useWorkspace, useWorkspaceActions } from '@/components/state/use-workspace';
import { Button } from '@/components/ui/Button';
import { Icon } from '@/components/ui/Icon';
import { useMessages } from '@/components/ui/use-messages';
import { uiMessages } from '@/lib/messages/ui';
import styles from '@/components/shell/ElsewhereBanner.module.css';

/** Says, for as long as it is so, that another tab writes this design, and lets a person take over. */
export function ElsewhereBanner() {
  const isElsewhere = useWorkspace(({ saveState }) => saveState === 'elsewhere');
  return <div role="status">{isElsewhere && <Banner />}</div>;
}

function Banner() {
  const t = useMessages(uiMessages).elsewhere;
  const { takeOver } = useWorkspaceActions();
  const [isAsking, setAsking] = useState(false);
  const ask = () => {
    setAsking(true);
    takeOver();
  };
  return (
    <div className={styles.banner}>
      <Icon name="eye" />
      <p>{t.text}</p>
      <Button onClick={ask} disabled={isAsking}>
        {isAsking ? t.takingOver : t.takeOver}
      </Button>
    </div>
  );
}
