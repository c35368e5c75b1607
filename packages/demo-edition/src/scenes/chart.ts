import { type Canvas, circle, gradient, line, mix, p, path, polygon, rect, type Scene, times } from './canvas.ts';

/** Figures as a picture: bars, a rising or falling line with its shade, coins in front. */
export const chart: Scene = (canvas) => {
  const { w, h, u, random, palette, words } = canvas;
  const foot = h * 0.8;
  const count = random.int(9, 13);
  const trend = words.has('fall') ? -1 : 1;
  const step = (w * 0.84) / count;
  const share = (index: number) =>
    0.28 + ((trend > 0 ? index : count - index) / count) * 0.5 + random.between(-0.08, 0.08);
  const values = Array.from({ length: count }, (_, index) => share(index));
  const grid = times(6, (index) =>
    line(
      w * 0.06,
      foot - index * h * 0.125,
      w * 0.94,
      foot - index * h * 0.125,
      palette.paper,
      u * 1.6,
      'opacity="0.25"',
    ),
  );
  const bars = values
    .map((value, index) => {
      const x = w * 0.08 + index * step;
      const height = value * h * 0.72;
      return rect(
        x,
        foot - height,
        step * 0.56,
        height,
        index === count - 2 ? palette.warm : 'url(#bar)',
        `rx="${(u * 7).toFixed(1)}"`,
      );
    })
    .join('');
  const points = values.map(
    (value, index) =>
      [
        w * 0.08 + index * step + step * 0.28,
        foot - value * h * 0.72 - h * 0.07 - random.between(0, 0.05) * h,
      ] as const,
  );
  const curve = points.map(([x, y], index) => (index === 0 ? p`M ${x} ${y}` : p` L ${x} ${y}`)).join('');
  const shade = polygon(
    [[points[0]?.[0] ?? 0, foot], ...points, [points.at(-1)?.[0] ?? w, foot]],
    palette.sun,
    'opacity="0.1"',
  );
  const dots = points
    .map(([x, y]) =>
      circle(x, y, u * 11, palette.paper, `stroke="${palette.warm}" stroke-width="${(u * 5).toFixed(1)}"`),
    )
    .join('');
  return (
    gradient('ground', [palette.ink, palette.near, mix(palette.near, palette.mid, 0.4)]) +
    gradient('bar', [mix(palette.cool, '#ffffff', 0.25), mix(palette.cool, palette.near, 0.55)]) +
    rect(0, 0, w, h, 'url(#ground)') +
    circle(w * random.between(0.6, 0.9), h * 0.2, u * 420, palette.mid, 'opacity="0.25"') +
    grid +
    bars +
    shade +
    path(
      curve,
      'none',
      `stroke="${palette.warm}" stroke-width="${(u * 8).toFixed(1)}" stroke-linejoin="round" stroke-linecap="round"`,
    ) +
    dots +
    rect(0, foot, w, h - foot, palette.ink, 'opacity="0.55"') +
    coins(canvas, foot)
  );
};

function coins({ w, h, u, random, palette }: Canvas, foot: number): string {
  return times(random.int(4, 7), (index) => {
    const x = w * (0.1 + index * 0.14) + random.between(-20, 20) * u;
    const base = foot + (h - foot) * random.between(0.45, 0.8);
    return times(random.int(2, 8), (level) => {
      const y = base - level * u * 17;
      const gold = mix(palette.warm, palette.sun, 0.35 + (level % 2) * 0.12);
      return (
        path(
          p`M ${x - u * 52} ${y} v ${u * 15} a ${u * 52} ${u * 17} 0 0 0 ${u * 104} 0 v ${-u * 15} Z`,
          mix(gold, palette.ink, 0.28),
        ) +
        `<ellipse cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" rx="${(u * 52).toFixed(1)}" ry="${(u * 17).toFixed(1)}" fill="${gold}" stroke="${mix(gold, palette.ink, 0.2)}" stroke-width="${(u * 2).toFixed(1)}"/>`
      );
    });
  });
}
