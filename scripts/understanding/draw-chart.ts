/** One line of a chart: its points from 0 to 1, and what it shows. */
export interface Line {
  readonly name: string;
  readonly points: readonly { readonly x: number; readonly y: number; readonly note?: string }[];
  readonly dashed?: boolean;
}

const WIDTH = 640;
const HEIGHT = 420;
const LEFT = 64;
const BOTTOM = 56;
const TOP = 40;
const COLOURS = ['#1d4f91', '#b4420f', '#2f6f3e'];

/** A small line chart as SVG, readable in black and white and by a screen reader. Both axes run from 0 to 100 %, or from `from`. */
export function drawChart(chart: {
  readonly title: string;
  readonly across: string;
  readonly up: string;
  readonly from?: number;
  readonly lines: readonly Line[];
}): string {
  const from = chart.from ?? 0;
  const right = WIDTH - 24;
  const x = (share: number) => LEFT + share * (right - LEFT);
  const y = (share: number) => HEIGHT - BOTTOM - ((share - from) / (1 - from)) * (HEIGHT - BOTTOM - TOP);
  const ticks = [0, 0.25, 0.5, 0.75, 1];
  const text = (at: number, up: number, said: string, more = '') =>
    `<text x="${at.toFixed(0)}" y="${up.toFixed(0)}" ${more}>${said}</text>`;
  const grid = ticks.map((tick) => {
    const level = from + tick * (1 - from);
    return [
      `<line x1="${LEFT}" x2="${right}" y1="${y(level).toFixed(1)}" y2="${y(level).toFixed(1)}" stroke="#ddd"/>`,
      text(LEFT - 8, y(level) + 4, `${Math.round(100 * level)} %`, 'text-anchor="end"'),
      text(x(tick), HEIGHT - BOTTOM + 20, `${Math.round(100 * tick)} %`, 'text-anchor="middle"'),
    ].join('\n');
  });
  const lines = chart.lines.map((line, i) => {
    const colour = line.dashed ? '#777' : (COLOURS[i % COLOURS.length] ?? '#000');
    const path = line.points.map((point) => `${x(point.x).toFixed(1)},${y(point.y).toFixed(1)}`).join(' ');
    const marks = line.dashed
      ? []
      : line.points.map(
          (point) =>
            `<circle cx="${x(point.x).toFixed(1)}" cy="${y(point.y).toFixed(1)}" r="4" fill="${colour}">` +
            `<title>${point.note ?? ''}</title></circle>`,
        );
    return [
      `<polyline points="${path}" fill="none" stroke="${colour}" stroke-width="2" ${line.dashed ? 'stroke-dasharray="5 5"' : ''}/>`,
      ...marks,
      text(LEFT + 16, TOP + 18 + i * 18, line.name, `fill="${colour}" font-weight="bold"`),
    ].join('\n');
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" font-family="sans-serif" font-size="13">
<title>${chart.title}</title>
<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>
${text(WIDTH / 2, 22, chart.title, 'text-anchor="middle" font-size="15"')}
${grid.join('\n')}
${text((LEFT + right) / 2, HEIGHT - 12, chart.across, 'text-anchor="middle"')}
${text(16, (HEIGHT - BOTTOM + TOP) / 2, chart.up, `text-anchor="middle" transform="rotate(-90 16 ${(HEIGHT - BOTTOM + TOP) / 2})"`)}
${lines.join('\n')}
</svg>
`;
}
