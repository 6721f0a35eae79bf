import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { type Plugin } from 'vite';

const WORTH = /\.(js|css|svg)$/;

/** Puts a smaller copy beside each file, so that no request waits for one to be made. */
export function precompress(): Plugin {
  let folder = '';
  return {
    name: 'samenwerkt:precompress',
    apply: 'build',
    configResolved: ({ build }) => void (folder = join(build.outDir, 'assets')),
    closeBundle() {
      for (const name of readdirSync(folder).filter((file) => WORTH.test(file))) {
        const content = readFileSync(join(folder, name));
        writeFileSync(join(folder, `${name}.br`), brotliCompressSync(content));
        writeFileSync(join(folder, `${name}.gz`), gzipSync(content));
      }
    },
  };
}
