import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { pruneTokens } from './build/prune-tokens.ts';
import { precompress } from './build/precompress.ts';

export default defineConfig({
  plugins: [react(), pruneTokens(), precompress()],
  build: {
    target: 'es2022',
    // Older ones would have `light-dark()` rewritten, and with it every colour.
    cssTarget: ['chrome125', 'edge125', 'firefox128', 'safari17.5'],
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    sourcemap: false,
  },
});
