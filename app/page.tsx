export default function DesignerPage() {
  return (
    <main>
      <h1>Shapeflow</h1>
    </main>
  );
}
