import { startTransition } from 'react';
import { createRoot } from 'react-dom/client';
import { sessionQuery } from './api/session.js';
import './app/app.css';
import { App } from './app/app.js';
import { startWords } from './app/i18n.js';
import { queries } from './app/queries.js';
import { fetchFirstPage } from './app/router.js';

// Asked while the words load; the door waits for the same answer, and tells the fault if there is one.
queries.query(sessionQuery).catch(() => undefined);
fetchFirstPage();
await startWords();
const root = document.getElementById('root');
// In small pieces, so that an old PC answers to the hand meanwhile.
startTransition(() => {
  if (root !== null) createRoot(root).render(<App />);
});
