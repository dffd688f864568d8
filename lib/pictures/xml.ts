type Value = string | number | undefined;

/** An element as text; attributes that are undefined are left out, numbers are told to hundredths. */
export function element(
  tag: string,
  attributes: Readonly<Record<string, Value>>,
  content: string | readonly string[] = '',
): string {
  const said = Object.entries(attributes).flatMap(([name, value]) =>
    value === undefined ? [] : [` ${name}="${typeof value === 'number' ? rounded(value) : escapeXml(value)}"`],
  );
  const inside = typeof content === 'string' ? content : content.join('');
  return inside === '' ? `<${tag}${said.join('')}/>` : `<${tag}${said.join('')}>${inside}</${tag}>`;
}

/** For text and attributes; characters that no XML may hold (controls, halves of characters) are left out. */
export function escapeXml(text: string): string {
  return text
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/** Hundredths of a unit are finer than any screen or printer shows. */
export function rounded(value: number): string {
  return String(Math.round(value * 100) / 100);
}
