import {
  IconBell,
  IconBuildings,
  IconCalendar,
  IconChecklist,
  IconScale,
  IconSettings,
  IconZoomQuestion,
  type TablerIcon,
} from '@tabler/icons-react';
import { type Session } from '../api/queries.js';
import { type TextKey } from '../i18n/translate.js';

/** A screen in the main menu. */
interface ScreenInfo {
  readonly to: '/' | '/partnerschappen' | '/agenda' | '/regelpakketten' | '/wat-als' | '/herinneringen' | '/beheer';
  readonly title: TextKey;
  readonly icon: TablerIcon;
  /** Actions of the table of permissions of which one is enough. */
  readonly needs: readonly string[];
}

const SCREENS: readonly ScreenInfo[] = [
  { to: '/', title: 'work.title', icon: IconChecklist, needs: ['partnerships.read'] },
  { to: '/partnerschappen', title: 'list.title', icon: IconBuildings, needs: ['partnerships.read'] },
  { to: '/agenda', title: 'cal.title', icon: IconCalendar, needs: ['partnerships.read'] },
  { to: '/regelpakketten', title: 'pack.title', icon: IconScale, needs: ['packs.read'] },
  { to: '/wat-als', title: 'if.title', icon: IconZoomQuestion, needs: ['whatIf.use'] },
  { to: '/herinneringen', title: 'rem.title', icon: IconBell, needs: ['reminders.read', 'queues.read'] },
  {
    to: '/beheer',
    title: 'admin.title',
    icon: IconSettings,
    // Own tokens are reached from one's account as well: they are no reason to send everybody here.
    needs: ['people.read', 'audit.read', 'contracts.manage', 'addresses.manage', 'installation.manage'],
  },
];

/** What the main menu offers to somebody. */
export function screensOf({ actions }: Session): readonly ScreenInfo[] {
  return SCREENS.filter(({ needs }) => actions.some((action) => needs.includes(action)));
}
