import react from '@vitejs/plugin-react';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { defineConfig, type Plugin } from 'vite';

const COMPRESSIBLE = /\.(?:js|mjs|css|svg|json|webmanifest|html)$/;

/** Compressed once here, not at every request; the server sends the copy that the browser understands. */
function compressed(): Plugin {
  return {
    name: 'compressed',
    apply: 'build',
    writeBundle({ dir }) {
      if (dir === undefined) return;
      const files = readdirSync(dir, { recursive: true, encoding: 'utf8' });
      for (const file of files.filter((name) => COMPRESSIBLE.test(name) && name !== 'index.html')) {
        const content = readFileSync(resolve(dir, file));
        writeFileSync(resolve(dir, `${file}.br`), brotliCompressSync(content));
        writeFileSync(resolve(dir, `${file}.gz`), gzipSync(content, { level: 9 }));
      }
    },
  };
}

/** Tells the page where the words of each language lie, so that they are fetched beside the code. */
function wordsTold(): Plugin {
  return {
    name: 'words-told',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (page, { bundle }) =>
        page.replace(/__WORDS_(VI|EN)__/g, (_, language: string) => {
          const chunk = Object.keys(bundle ?? {}).find((file) =>
            file.startsWith(`assets/said.${language.toLowerCase()}-`),
          );
          if (chunk === undefined) throw new Error(`no words in ${language}`);
          return `/${chunk}`;
        }),
    },
  };
}

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), wordsTold(), compressed()],
  build: {
    outDir: 'dist',
    target: 'es2022',
    // The policy of the page allows no data: for fonts and workers.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 900,
    // What nearly every page needs is one file: a slow line pays for each request. Fields for dates are not among it.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'base', minShareCount: 14, test: /^(?!.*(?:@mantine.dates.esm.components|dayjs|civil-field))/ },
          ],
        },
      },
    },
  },
  server: { proxy: { '/api': process.env['API'] ?? 'http://localhost:3000' } },
});
