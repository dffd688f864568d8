import { AppShell } from '@/components/shell/AppShell';

export default function DesignerPage() {
  return <AppShell />;
}
