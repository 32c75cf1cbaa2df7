// npm run bench -- [--rows 1000000] [--rounds 5] [--only sweep|list]
import { parseArgs } from 'node:util';
import { generate, openBench } from './database.mjs';
import { benchList } from './list.mjs';
import { benchSweep } from './sweep.mjs';

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '1000000' },
    rounds: { type: 'string', default: '5' },
    only: { type: 'string' },
  },
});
const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh' }).format(new Date());
const rounds = Number(values.rounds);

const bench = await openBench();
try {
  console.log(`Making ${values.rows} due reports …`);
  const rows = await generate(bench.db, Number(values.rows), today);
  console.log(`${rows} rows stored`);
  if (values.only !== 'list')
    console.log('sweep ÷ one SQL statement (reach: 1.5 or less)', await benchSweep(bench, { today, rounds }));
  if (values.only !== 'sweep')
    console.log('list over HTTP ÷ bare handler (reach: 0.7 or more)', await benchList(bench, { rounds }));
} finally {
  await bench.close();
}
