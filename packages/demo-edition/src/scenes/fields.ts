import { type Canvas, line, mix, p, path, polygon, rect, type Scene, times } from './canvas.ts';
import { tree } from './figures.ts';
import { birds, clouds, ridge, sky } from './landscape.ts';

/** Farmland in strips running to the horizon, trees, a barn, and often wind turbines. */
export const fields: Scene = (canvas) => {
  const { w, h, u, random, palette, words } = canvas;
  const horizon = h * random.between(0.44, 0.54);
  const vanishing = w * random.between(0.3, 0.7);
  const colours = [
    palette.mid,
    mix(palette.mid, palette.sun, 0.4),
    palette.near,
    mix(palette.warm, palette.sun, 0.45),
    mix(palette.near, palette.mid, 0.5),
  ];
  if (words.has('saffron')) colours.push('#8a5fb0', '#a77cc9', '#7a4fa3');
  const strips = 18;
  const beds = times(strips, (index) => {
    const at = (share: number) => (share - 0.5) * w * 3.4 + vanishing;
    const near = (share: number) => (share - 0.5) * w * 0.9 + vanishing;
    return polygon(
      [
        [near(index / strips), horizon],
        [near((index + 1) / strips), horizon],
        [at((index + 1) / strips), h],
        [at(index / strips), h],
      ],
      random.pick(colours),
    );
  });
  const turbines = words.has('turbines')
    ? times(random.int(3, 6), () =>
        turbine(canvas, w * random.between(0.05, 0.95), horizon + u * 10, u * random.between(150, 290)),
      )
    : '';
  const wood = times(30, () =>
    tree(
      canvas,
      random.next() * w,
      horizon + u * random.between(6, 34),
      u * random.between(34, 70),
      mix(palette.near, palette.mid, random.next() * 0.5),
      palette.ink,
    ),
  );
  return (
    sky(canvas, horizon) +
    clouds(canvas, horizon, 7) +
    birds(canvas, horizon * 0.8) +
    ridge(canvas, horizon + u * 14, u * 120, palette.far) +
    turbines +
    rect(0, horizon, w, h - horizon, palette.mid) +
    beds +
    furrows(canvas, horizon, vanishing) +
    wood +
    barn(canvas, w * random.between(0.12, 0.8), horizon + u * 110) +
    tree(canvas, w * random.between(0.04, 0.96), h * 0.93, u * 300, mix(palette.near, palette.ink, 0.35), palette.ink)
  );
};

function furrows({ w, h, u, palette }: Canvas, horizon: number, vanishing: number): string {
  return times(60, (index) =>
    line(
      (index / 60 - 0.5) * w * 0.9 + vanishing,
      horizon,
      (index / 60 - 0.5) * w * 3.4 + vanishing,
      h,
      palette.ink,
      u * 1.6,
      'opacity="0.14"',
    ),
  );
}

function turbine({ u, random, palette }: Canvas, x: number, y: number, size: number): string {
  const turn = random.between(0, 120);
  const blades = [0, 120, 240]
    .map(
      (angle) =>
        `<g transform="rotate(${(turn + angle).toFixed(1)} ${x.toFixed(1)} ${(y - size).toFixed(1)})">${path(p`M ${x - size * 0.018} ${y - size} L ${x} ${y - size * 1.62} L ${x + size * 0.04} ${y - size * 1.1} Z`, palette.paper)}</g>`,
    )
    .join('');
  return (
    polygon(
      [
        [x - u * 3, y - size],
        [x + u * 3, y - size],
        [x + u * 6, y],
        [x - u * 6, y],
      ],
      palette.paper,
    ) + blades
  );
}

function barn({ u, palette }: Canvas, x: number, y: number): string {
  const [w, h] = [u * 170, u * 90];
  return (
    rect(x, y - h, w, h, palette.warm) +
    polygon(
      [
        [x - u * 12, y - h],
        [x + w * 0.22, y - h * 1.7],
        [x + w * 0.78, y - h * 1.7],
        [x + w + u * 12, y - h],
      ],
      palette.ink,
    ) +
    rect(x + w * 0.38, y - h * 0.65, w * 0.24, h * 0.65, palette.paper) +
    line(x + w * 0.38, y, x + w * 0.62, y - h * 0.65, palette.warm, u * 4)
  );
}
