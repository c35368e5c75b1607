import { type Canvas, circle, ellipse, gradient, line, mix, p, path, rect, type Scene, times } from './canvas.ts';

/** A bench with flasks and a microscope, shelves of jars behind. */
export const laboratory: Scene = (canvas) => {
  const { w, h, u, random, palette } = canvas;
  const bench = h * 0.74;
  const wall =
    gradient('wall', [mix(palette.cool, '#ffffff', 0.72), mix(palette.cool, '#ffffff', 0.45)]) +
    rect(0, 0, w, h, 'url(#wall)');
  const shelves = [0.2, 0.42]
    .map((share) => {
      const jars = times(w / (u * 78), (index) => {
        const tall = u * random.between(60, 125);
        const x = index * u * 78 + u * 12;
        return random.chance(0.82)
          ? rect(
              x,
              h * share - tall,
              u * 56,
              tall,
              random.pick([palette.warm, palette.cool, palette.mid, palette.far, palette.near]),
              `rx="${(u * 8).toFixed(1)}" opacity="0.55"`,
            ) +
              rect(x + u * 6, h * share - tall - u * 12, u * 44, u * 14, palette.ink, 'opacity="0.5"') +
              rect(x + u * 10, h * share - tall * 0.6, u * 36, tall * 0.3, palette.paper, 'opacity="0.8"')
          : '';
      });
      return jars + rect(0, h * share, w, u * 14, mix(palette.near, palette.paper, 0.35));
    })
    .join('');
  const flasks = [0.1, 0.24, 0.38, 0.83, 0.94]
    .map((share, index) => flask(canvas, w * share, bench + u * (10 + (index % 2) * 40), u * random.between(0.8, 1.15)))
    .join('');
  return (
    wall +
    shelves +
    gradient('bench', [palette.paper, mix(palette.paper, palette.far, 0.5)]) +
    rect(0, bench, w, h - bench, 'url(#bench)') +
    rect(0, bench, w, u * 8, palette.far) +
    microscope(canvas, w * random.between(0.56, 0.66), bench + u * 120) +
    flasks
  );
};

function flask({ random, palette }: Canvas, x: number, y: number, s: number): string {
  const liquid = random.pick([palette.warm, palette.cool, mix(palette.warm, palette.sun, 0.6), '#5fae86', '#a06cc0']);
  const level = random.between(0.3, 0.75);
  const glass = 'stroke="#ffffff" stroke-width="5" stroke-opacity="0.9" fill-opacity="0.25"';
  const bubbles = times(6, () =>
    circle(
      x + random.between(-50, 50) * s,
      y - random.between(15, 150 * level) * s,
      random.between(4, 11) * s,
      '#ffffff',
      'opacity="0.5"',
    ),
  );
  const shadow = ellipse(x + 25 * s, y, 125 * s, 17 * s, palette.ink, 'opacity="0.15"');
  if (random.chance(0.5)) {
    const half = (share: number) => (110 - 78 * share) * s;
    return (
      shadow +
      path(
        p`M ${x - half(0)} ${y} L ${x - half(level)} ${y - 200 * s * level} L ${x + half(level)} ${y - 200 * s * level} L ${x + half(0)} ${y} Z`,
        liquid,
        'opacity="0.85"',
      ) +
      bubbles +
      path(
        p`M ${x - 32 * s} ${y - 290 * s} L ${x - 32 * s} ${y - 200 * s} L ${x - 112 * s} ${y} L ${x + 112 * s} ${y} L ${x + 32 * s} ${y - 200 * s} L ${x + 32 * s} ${y - 290 * s} Z`,
        '#ffffff',
        glass,
      )
    );
  }
  return (
    shadow +
    circle(x, y - 95 * s, 92 * s, liquid, 'opacity="0.85"') +
    bubbles +
    circle(x, y - 95 * s, 96 * s, '#ffffff', glass) +
    rect(x - 28 * s, y - 300 * s, 56 * s, 118 * s, '#ffffff', glass)
  );
}

function microscope({ u, palette }: Canvas, x: number, y: number): string {
  const body = palette.ink;
  return (
    ellipse(x, y, u * 190, u * 24, palette.ink, 'opacity="0.18"') +
    rect(x - u * 130, y - u * 40, u * 260, u * 40, body, `rx="${(u * 12).toFixed(1)}"`) +
    path(
      p`M ${x + u * 100} ${y - u * 30} C ${x + u * 190} ${y - u * 220} ${x + u * 120} ${y - u * 400} ${x + u * 10} ${y - u * 430} L ${x + u * 24} ${y - u * 370} C ${x + u * 90} ${y - u * 330} ${x + u * 120} ${y - u * 200} ${x + u * 45} ${y - u * 30} Z`,
      mix(body, palette.cool, 0.35),
    ) +
    rect(x - u * 120, y - u * 150, u * 210, u * 20, body) +
    circle(x + u * 108, y - u * 190, u * 34, palette.warm) +
    `<g transform="rotate(-18 ${x.toFixed(1)} ${(y - u * 380).toFixed(1)})">${rect(x - u * 38, y - u * 560, u * 76, u * 300, mix(body, palette.cool, 0.2), `rx="${(u * 14).toFixed(1)}"`)}${rect(x - u * 26, y - u * 262, u * 52, u * 64, palette.far)}${rect(x - u * 48, y - u * 590, u * 96, u * 44, body)}</g>` +
    line(x - u * 60, y - u * 158, x + u * 10, y - u * 158, palette.sun, u * 8)
  );
}
