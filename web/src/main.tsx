import { createRoot } from 'react-dom/client';
import './app/app.css';
import { App } from './app/app.js';
import { startWords } from './app/i18n.js';

await startWords();
const root = document.getElementById('root');
if (root !== null) createRoot(root).render(<App />);
