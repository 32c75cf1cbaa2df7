// npm run screenshots: the pictures of the README, made anew from the sample office.
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { agreementCalled, openBrowser, openTrial, signIn } from './trial-office.mjs';

const pictures = resolve(import.meta.dirname, '../docs/pictures');
const DESKTOP = { width: 1280, height: 800 };
const PHONE = { width: 390, height: 780, scale: 2 };

const SHOTS = [
  { name: 'desk', login: 'don-vi', look: DESKTOP, path: () => '/' },
  { name: 'register', login: 'van-thu', look: DESKTOP, path: () => '/van-ban' },
  {
    name: 'agreement',
    login: 'van-thu',
    look: DESKTOP,
    path: async (page) => `/van-ban/${await agreementCalled(page, 'Chương trình phối hợp')}`,
  },
  { name: 'summary', login: 'lanh-dao', look: DESKTOP, path: () => '/tong-hop' },
  { name: 'desk-phone', login: 'don-vi', look: { ...PHONE, scheme: 'dark' }, path: () => '/' },
];

mkdirSync(pictures, { recursive: true });
const trial = await openTrial();
try {
  for (const { name, login, look, path } of SHOTS) {
    const context = await openBrowser(trial, look);
    try {
      await context.clearCookies();
      const page = await context.newPage();
      await signIn(page, login, trial.password);
      await page.goto(await path(page));
      await page.waitForLoadState('networkidle');
      await page.waitForTimeout(2500);
      await page.screenshot({ path: resolve(pictures, `${name}.png`) });
      console.log(`docs/pictures/${name}.png`);
    } finally {
      await context.close();
    }
  }
} finally {
  await trial.close();
}
