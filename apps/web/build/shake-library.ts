import { type Plugin } from 'vite';

/** Modules that set `displayName` on each component, which keeps all of them in the bundle however few are used. */
const LIBRARY = /@utrecht\/[\w-]+-react\/dist\/.*\.m?js$/;

/** Takes those lines out, so that what is not used can be left out. */
export function shakeLibrary(): Plugin {
  return {
    name: 'samenwerkt:shake-library',
    transform(code, id) {
      if (!LIBRARY.test(id)) return undefined;
      return { code: code.replace(/^\w+\.displayName = [^;\n]+;$/gm, ''), map: null, moduleSideEffects: false };
    },
  };
}
