// End-to-end specs against the release in dist, in the system's Chromium, phone and desktop.
import { defineConfig } from '@playwright/test';
import { execFileSync } from 'node:child_process';

const executablePath = process.env.CHROMIUM_PATH ?? execFileSync('which', ['chromium']).toString().trim();

export default defineConfig({
  testDir: '.',
  outputDir: './.out',
  workers: 1,
  timeout: 30_000,
  reporter: [['list']],
  use: {
    browserName: 'chromium',
    locale: 'en-GB',
    launchOptions: {
      executablePath,
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
        '--disable-background-networking', '--disable-component-update', '--disable-sync'],
    },
  },
  projects: [
    { name: 'phone', use: { viewport: { width: 390, height: 844 } } },
    { name: 'desktop', use: { viewport: { width: 1280, height: 800 } }, grep: /@both/ },
  ],
});
