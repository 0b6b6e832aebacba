import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The API that the development server of the page talks to. */
const api = 'http://localhost:3000';

export default defineConfig({
  plugins: [react()],
  build: {
    target: 'es2023',
    sourcemap: false,
    manifest: 'assets.json',
    // What every page needs comes in one file: in many it would be sent with less of it compressed.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'everywhere', tags: ['$initial'] }] } } },
  },
  server: { proxy: { '/v1': api, '/docs': api, '/health': api } },
});
