import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The API that the development server of the page talks to. */
const api = 'http://localhost:3000';

export default defineConfig({
  plugins: [react()],
  build: { target: 'es2023', sourcemap: false, manifest: 'assets.json' },
  server: { proxy: { '/v1': api, '/docs': api, '/health': api } },
});
