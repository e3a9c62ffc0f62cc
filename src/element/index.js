// `<sales-abacus>`: a calculator as an element of any page. See docs/EMBEDDING.md.

import { SalesAbacus } from './element.js';

// If the script is loaded twice, the first one counts.
if (!customElements.get('sales-abacus')) customElements.define('sales-abacus', SalesAbacus);
