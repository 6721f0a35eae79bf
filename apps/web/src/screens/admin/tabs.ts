import { type Session } from '../../api/queries.js';

const TABS = [
  { to: '/beheer/mensen', title: 'people.title', needs: ['people.read'] },
  { to: '/beheer/organisatie', title: 'org.title', needs: ['people.read', 'installation.manage'] },
  { to: '/beheer/logboek', title: 'log.title', needs: ['audit.read'] },
  { to: '/beheer/importeren', title: 'import.title', needs: ['contracts.manage'] },
  { to: '/beheer/adresboek', title: 'addr.title', needs: ['addresses.read'] },
  { to: '/beheer/betrokkenen', title: 'subject.title', needs: ['subjects.read'] },
  { to: '/beheer/bewaren', title: 'keep.title', needs: ['privacySettings.read'] },
  { to: '/beheer/tokens', title: 'token.title', needs: ['tokens.own'] },
] as const;

/** The parts of the administration that somebody may see. */
export function tabsOf({ actions }: Pick<Session, 'actions'>) {
  return TABS.filter(({ needs }) => needs.some((action) => actions.includes(action)));
}
