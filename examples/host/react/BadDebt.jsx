export function BadDebt({ loss, onFigures }) {
  const hear = ({ detail }) => onFigures(detail);
  return (
    <sales-abacus tool="bad-debt" name="debt" loss={loss} lang="en" onabacus-ready={hear} onabacus-change={hear}>
      <a href={`https://abacus.example/bad-debt/?lang=en#loss=${loss}`}>What a bad debt costs</a>
    </sales-abacus>
  );
}
