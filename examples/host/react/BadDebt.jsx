export function BadDebt({ loss, onLoss, onFigures }) {
  const hear = ({ detail }) => onFigures(detail);
  const settle = ({ currentTarget }) => onLoss(currentTarget.values.loss);
  return (
    <sales-abacus
      tool="bad-debt" name="debt" loss={loss} lang="en"
      onabacus-ready={hear} onabacus-change={hear} onchange={settle}
    >
      <a href={`https://abacus.example/bad-debt/?lang=en#loss=${loss}`}>What a bad debt costs</a>
    </sales-abacus>
  );
}
