const MOST_CHARACTERS = 120;

/**
 * Always an attachment, so that no browser opens it as a page of ours. The name is letters, digits, dots and dashes only: no
 * quote, path or line break of anybody's making reaches the header (RFC 6266).
 */
export function contentDisposition(name: string): string {
  return `attachment; filename="${safeName(name)}"`;
}

function safeName(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9._-]+/g, '-')
    .replace(/^[.-]+/, '')
    .replace(/\.{2,}/g, '.');
  const dot = plain.lastIndexOf('.');
  const ending = dot > 0 ? plain.slice(dot).slice(0, 10) : '';
  const stem = (dot > 0 ? plain.slice(0, dot) : plain).slice(0, MOST_CHARACTERS - ending.length);
  return `${stem}${ending}` || 'file';
}
