import { readFileSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { findBrowser } from './browsers.mjs';

// Draws public/icons/icon.svg at the sizes that the manifest names. Run by hand after a change: npx tsx e2e/bin/icons.ts

const svg = readFileSync('public/icons/icon.svg', 'utf8');
const executablePath = findBrowser('chromium');
if (!executablePath) throw new Error('Chromium is needed to draw the icons.');
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
const page = await browser.newPage();
for (const size of [16, 32, 48, 128]) {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(
    `<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`,
  );
  await page.screenshot({ path: `public/icons/icon-${size}.png`, omitBackground: true });
}
await browser.close();
