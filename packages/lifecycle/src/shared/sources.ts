import { type Source } from '../model.js';

/** Handreiking 'Partnerships voor meer banen' (2020): five steps, two routes. */
export function handreiking2020(page: string, step?: string): Source {
  return {
    document: '001_6c3f9123756a8f34.txt',
    title: 'Handreiking Partnerships voor meer banen (2020)',
    ...(step && { step }),
    page,
  };
}

/** Handreiking 'Partnership en inkoopkracht' (2019): nine steps, two model texts. */
export function handreiking2019(page: string, step?: string): Source {
  return {
    document: '002_4864943f1a9f0d2c.txt',
    title: 'Handreiking Partnership en inkoopkracht (2019)',
    ...(step && { step }),
    page,
  };
}

/** Service document 'Hoe zet je inkoop in bij uitvoering Banenafspraak?' (2020): five approaches side by side. */
export function serviceDocument(page: string, step?: string): Source {
  return {
    document: '000_eee2f6102c945656.txt',
    title: 'Servicedocument Hoe zet je inkoop in bij uitvoering Banenafspraak? (2020)',
    ...(step && { step }),
    page,
  };
}
