import { type Canvas, circle, ellipse, gradient, line, mix, p, path, rect, type Scene, times } from './canvas.ts';

/** Things on a table: bottles, a jug, bowls and fruit, in light from a window. */
export const stillLife: Scene = (canvas) => {
  const { w, h, u, random, palette } = canvas;
  const table = h * 0.68;
  const wall =
    gradient('wall', [mix(palette.paper, palette.far, 0.25), mix(palette.paper, palette.far, 0.55)]) +
    rect(0, 0, w, h, 'url(#wall)');
  const pane = `<g opacity="0.35" transform="skewX(-14)">${times(4, (index) => rect(w * (0.28 + (index % 2) * 0.19), h * (0.06 + Math.floor(index / 2) * 0.3), w * 0.175, h * 0.27, palette.sun))}</g>`;
  const board =
    gradient('table', [mix(palette.near, palette.warm, 0.28), palette.near]) +
    rect(0, table, w, h - table, 'url(#table)') +
    times(5, (index) => rect(0, table + (index + 0.6) * (h - table) * 0.2, w, u * 2, palette.ink, 'opacity="0.18"'));
  const slots = [0.14, 0.3, 0.46, 0.62, 0.78, 0.9]
    .map((share, index) =>
      thing(canvas, w * share + random.between(-15, 15) * u, table + u * (24 + (index % 2) * 70), index),
    )
    .join('');
  return wall + pane + board + slots + fruit(canvas, table + u * 170, random.int(5, 8));
};

function thing(canvas: Canvas, x: number, y: number, index: number): string {
  const { u, random, palette } = canvas;
  const colour = random.pick([
    palette.cool,
    palette.warm,
    palette.mid,
    palette.near,
    mix(palette.cool, palette.paper, 0.4),
  ]);
  const shadow = ellipse(x + u * 40, y, u * 100, u * 18, palette.ink, 'opacity="0.22"');
  const kind = (index + random.int(0, 1)) % 4;
  const light = (d: string) => path(d, '#ffffff', 'opacity="0.28"');
  if (kind === 0) {
    const tall = u * random.between(330, 430);
    return (
      shadow +
      path(
        p`M ${x - u * 55} ${y} L ${x - u * 55} ${y - tall * 0.55} C ${x - u * 55} ${y - tall * 0.72} ${x - u * 20} ${y - tall * 0.7} ${x - u * 20} ${y - tall} L ${x + u * 20} ${y - tall} C ${x + u * 20} ${y - tall * 0.7} ${x + u * 55} ${y - tall * 0.72} ${x + u * 55} ${y - tall * 0.55} L ${x + u * 55} ${y} Z`,
        colour,
      ) +
      light(
        p`M ${x - u * 40} ${y - u * 12} L ${x - u * 40} ${y - tall * 0.52} L ${x - u * 26} ${y - tall * 0.56} L ${x - u * 26} ${y - u * 12} Z`,
      )
    );
  }
  if (kind === 1)
    return (
      shadow +
      path(
        p`M ${x - u * 120} ${y - u * 95} Q ${x - u * 100} ${y} ${x} ${y} Q ${x + u * 100} ${y} ${x + u * 120} ${y - u * 95} Z`,
        colour,
      ) +
      ellipse(x, y - u * 95, u * 120, u * 24, mix(colour, '#ffffff', 0.35)) +
      times(4, (i) =>
        circle(
          x - u * 66 + i * u * 44,
          y - u * (108 + (i % 2) * 14),
          u * 34,
          random.pick([palette.warm, mix(palette.warm, palette.sun, 0.6), mix(palette.mid, palette.warm, 0.3)]),
        ),
      )
    );
  if (kind === 2)
    return (
      shadow +
      path(
        p`M ${x + u * 62} ${y - u * 170} C ${x + u * 150} ${y - u * 180} ${x + u * 140} ${y - u * 50} ${x + u * 66} ${y - u * 60}`,
        'none',
        `stroke="${colour}" stroke-width="${(u * 17).toFixed(1)}"`,
      ) +
      path(
        p`M ${x - u * 62} ${y} C ${x - u * 110} ${y - u * 110} ${x - u * 50} ${y - u * 150} ${x - u * 58} ${y - u * 240} L ${x + u * 66} ${y - u * 240} C ${x + u * 50} ${y - u * 150} ${x + u * 110} ${y - u * 110} ${x + u * 62} ${y} Z`,
        colour,
      ) +
      light(
        p`M ${x - u * 58} ${y - u * 30} C ${x - u * 80} ${y - u * 100} ${x - u * 40} ${y - u * 140} ${x - u * 42} ${y - u * 220} L ${x - u * 24} ${y - u * 220} C ${x - u * 22} ${y - u * 140} ${x - u * 50} ${y - u * 100} ${x - u * 36} ${y - u * 30} Z`,
      )
    );
  const stems = times(7, (i) =>
    line(
      x,
      y - u * 150,
      x + (i - 3) * u * 34,
      y - u * random.between(300, 400),
      mix(palette.mid, '#3f7a3f', 0.6),
      u * 6,
    ),
  );
  const heads = times(7, (i) =>
    circle(
      x + (i - 3) * u * 34,
      y - u * random.between(300, 400),
      u * random.between(26, 40),
      random.pick([palette.warm, palette.sun, mix(palette.warm, '#ffffff', 0.4)]),
    ),
  );
  return (
    shadow +
    stems +
    heads +
    path(
      p`M ${x - u * 60} ${y} L ${x - u * 78} ${y - u * 170} L ${x + u * 78} ${y - u * 170} L ${x + u * 60} ${y} Z`,
      mix(colour, '#ffffff', 0.2),
    ) +
    rect(x - u * 78, y - u * 178, u * 156, u * 18, colour)
  );
}

function fruit({ w, u, random, palette }: Canvas, y: number, count: number): string {
  return times(count, () => {
    const [x, r] = [w * random.between(0.12, 0.88), u * random.between(34, 50)];
    const skin = random.pick([palette.warm, mix(palette.warm, palette.sun, 0.55), mix('#6aa84f', palette.sun, 0.25)]);
    return (
      ellipse(x + r * 0.4, y + r * 0.75, r * 1.2, r * 0.3, palette.ink, 'opacity="0.25"') +
      circle(x, y, r, skin) +
      circle(x - r * 0.3, y - r * 0.35, r * 0.28, '#ffffff', 'opacity="0.35"') +
      line(x, y - r * 0.85, x + r * 0.15, y - r * 1.25, palette.ink, u * 5)
    );
  });
}
