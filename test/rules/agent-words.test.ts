import { describe, expect, it } from '@jest/globals';
import { agentOf } from '../../web/src/access/agent-words.js';

const LIKE = 'AppleWebKit/537.36 (KHTML, like Gecko)';

describe('the browser and the system of a session', () => {
  it.each([
    ['Chrome', 'Windows', `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${LIKE} Chrome/142.0.0.0 Safari/537.36`],
    [
      'Edge',
      'Windows',
      `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${LIKE} Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0`,
    ],
    ['Firefox', 'Windows', 'Mozilla/5.0 (Windows NT 6.1; Win64; x64; rv:115.0) Gecko/20100101 Firefox/115.0'],
    ['Cốc Cốc', 'Windows', `Mozilla/5.0 (Windows NT 10.0) ${LIKE} coc_coc_browser/138.0 Chrome/132.0 Safari/537.36`],
    ['Chrome', 'Android', `Mozilla/5.0 (Linux; Android 10; K) ${LIKE} Chrome/142.0.0.0 Mobile Safari/537.36`],
    [
      'Samsung Internet',
      'Android',
      `Mozilla/5.0 (Linux; Android 10; K) ${LIKE} SamsungBrowser/28.0 Chrome/130.0 Safari/537.36`,
    ],
    [
      'Safari',
      'iPhone',
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 Version/18.6 Mobile/15E148 Safari/604.1',
    ],
    [
      'Chrome',
      'iPhone',
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 CriOS/142.0 Mobile/15E148 Safari/604.1',
    ],
    [
      'Safari',
      'macOS',
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/18.6 Safari/605.1.15',
    ],
    ['Firefox', 'Linux', 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0'],
    [null, null, 'node'],
    [null, null, ''],
  ])('%s on %s', (browser, system, line) => {
    expect(agentOf(line)).toEqual({ browser, system });
  });
});
