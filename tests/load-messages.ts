import { LOCALES } from '@/lib/core/locale';
import { loadPageMessages } from '@/lib/messages/page-messages';

/** The page loads its language before it shows anything; tests have both. */
beforeAll(() => Promise.all(LOCALES.map(loadPageMessages)));
