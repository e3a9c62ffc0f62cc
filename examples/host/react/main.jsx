// A page in React that holds the loss itself: its own field and the calculator's show the same one.

import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { BadDebt } from './BadDebt.jsx';

function Offer() {
  const [loss, setLoss] = useState('700');
  const [needed, setNeeded] = useState('');
  const [isOpen, setOpen] = useState(true);
  const take = ({ outputs }) => setNeeded(outputs.extra_sales ?? '');
  return (
    <main>
      <h1>Offer</h1>
      <p>
        <label>
          Unpaid invoices <input name="unpaid" inputMode="decimal" value={loss} onChange={({ target }) => setLoss(target.value)} />
        </label>
      </p>
      <p>
        Sales to make up for them: <output name="needed">{needed}</output>
      </p>
      <button type="button" onClick={() => setOpen(!isOpen)}>
        {isOpen ? 'Hide' : 'Show'} the calculator
      </button>
      {isOpen && <BadDebt loss={loss} onLoss={setLoss} onFigures={take} />}
    </main>
  );
}

createRoot(document.getElementById('root')).render(<Offer />);
