import { type PersonRole } from '@samenwerkt/access';
import { type PersonFields } from '@samenwerkt/ledger';

/** Somebody of the demo for every role, in the order in which roles are shown. */
const NAMES: Readonly<Record<PersonRole, string>> = {
  coordinator: 'Sanne de Wit',
  projectcoordinator: 'Joris Hendriks',
  hrExpert: 'Fatima el Idrissi',
  inkoopexpert: 'Pieter Bosman',
  categoriemanager: 'Anouk Vermeer',
  contractmanager: 'Ruben Kaya',
  bestuurder: 'Marijke van Loon',
  interneOpdrachtgever: 'Dirk Postma',
  opdrachtnemer: 'Yvonne Sluiter',
  packbeheerder: 'Tim Groeneveld',
  beheerder: 'Nadia Bakker',
  auditor: 'Hein Wolters',
  systeembeheerder: 'Imran Yilmaz',
};

/** @param supplier id of the supplier for whom the opdrachtnemer works; without one the demo has no opdrachtnemer */
export function demoPeople(supplier: string | undefined): PersonFields[] {
  return (Object.entries(NAMES) as [PersonRole, string][]).flatMap(([role, name]) => {
    if (role === 'opdrachtnemer' && supplier === undefined) return [];
    const person = { name, email: addressOf(name), language: 'nl', roles: [role] };
    return [role === 'opdrachtnemer' ? { ...person, supplier } : person];
  });
}

function addressOf(name: string): string {
  return `${name.toLowerCase().replaceAll(' ', '.')}@merwedam.example`;
}
