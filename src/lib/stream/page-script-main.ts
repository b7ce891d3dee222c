import { streamPage } from './page-script.ts';
import { USUAL_ADDRESS } from './protocol.ts';

// What a browser's console is given: `import('http://127.0.0.1:4173/stream.js')`, or its whole text.
streamPage(globalThis, { to: USUAL_ADDRESS });
