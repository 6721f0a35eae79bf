import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, ask } from '../../api/client.js';
import { rulePacksQuery, type Session } from '../../api/queries.js';
import { phaseName } from '../../components/phase-name.js';
import { t } from '../../i18n/translate.js';
import { screensOf } from '../screens.js';
import { useRested } from '../use-rested.js';

/** A place to go to. */
export interface Found {
  readonly href: string;
  readonly title: string;
  /** What it is, in a few words. */
  readonly hint: string;
}

/** Milliseconds of rest before what was typed is looked for. */
const REST = 200;
/** Fewer letters find half of everything. */
const SHORTEST = 2;
const MOST = 8;

/** Screens, rule packs and partnerships by a part of their name, as far as somebody may see them. */
export function useFound(
  text: string,
  session: Session,
): { readonly found: readonly Found[]; readonly isBusy: boolean } {
  const q = useRested(text.trim(), REST);
  const asks = q.length >= SHORTEST;
  const may = (action: Session['actions'][number]) => session.actions.includes(action);
  const partnerships = useQuery({
    queryKey: ['partnerships', 'found', q],
    enabled: asks && may('partnerships.read'),
    placeholderData: keepPreviousData,
    queryFn: () => ask(api.GET('/api/v1/partnerships', { params: { query: { q, limit: MOST } } })),
  });
  const packs = useQuery({ ...rulePacksQuery, enabled: asks && may('packs.read') });
  const fits = (name: string) => name.toLowerCase().includes(q.toLowerCase());
  const screens = screensOf(session).map(({ to, title }) => ({ href: to, title: t(title), hint: t('find.screen') }));
  if (!asks) return { found: screens, isBusy: false };
  const found = [
    ...screens.filter(({ title }) => fits(title)),
    ...(partnerships.data?.items ?? []).map(({ id, title, reference, phase, supplier }) => ({
      href: `/partnerschappen/${id}`,
      title,
      hint: [reference ?? '', supplier?.name ?? t('list.noSupplier'), phaseName(phase)]
        .filter((one) => one !== '')
        .join(' · '),
    })),
    ...(packs.data?.items ?? [])
      .filter(({ name, version }) => fits(`${name} ${version}`))
      .slice(0, MOST)
      .map(({ name, version }) => ({
        href: `/regelpakketten/${name}/${version}`,
        title: `${name} ${version}`,
        hint: t('p.pack'),
      })),
  ];
  return { found, isBusy: partnerships.isFetching || q !== text.trim() };
}
