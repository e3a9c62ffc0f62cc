// `<sales-abacus>`: a calculator as an element of anybody's page. See docs/EMBEDDING.md.

import { SalesAbacus } from './element.js';

// Twice in a page, the first one counts.
if (!customElements.get('sales-abacus')) customElements.define('sales-abacus', SalesAbacus);
