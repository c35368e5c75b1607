import { circle, ellipse, glow, gradient, line, mix, p, path, rect, type Scene, times } from './canvas.ts';
import { pine } from './figures.ts';
import { ridge } from './landscape.ts';

/** A dome under a sky full of stars, with the band of the galaxy or a long comet. */
export const observatory: Scene = (canvas) => {
  const { w, h, u, random, palette } = canvas;
  const deep = ['#060a1c', '#101c40', mix(palette.sky[1], '#22386a', 0.55)];
  const band = times(90, () => {
    const along = random.next();
    const [x, y] = [w * along, h * (0.75 - along * 0.65) + random.between(-90, 90) * u];
    return ellipse(
      x,
      y,
      u * random.between(50, 170),
      u * random.between(22, 70),
      random.pick(['#8fa8e0', '#c9b6e8', '#f0d9c4']),
      'opacity="0.045"',
    );
  });
  const stars = times(520, () => {
    const bright = random.next() ** 5;
    return circle(
      random.next() * w,
      random.next() * h * 0.85,
      u * (0.9 + bright * 3.6),
      random.pick(['#ffffff', '#dfe8ff', '#fff0d2']),
      `opacity="${random.between(0.35, 1).toFixed(2)}"`,
    );
  });
  const [cx, cy] = [w * random.between(0.15, 0.4), h * random.between(0.15, 0.35)];
  const comet = random.chance(0.5)
    ? path(
        p`M ${cx} ${cy} L ${cx + u * 420} ${cy - u * 190} L ${cx + u * 400} ${cy - u * 120} Z`,
        '#dfe8ff',
        'opacity="0.28"',
      ) +
      circle(cx, cy, u * 46, 'url(#star)') +
      circle(cx, cy, u * 9, '#ffffff')
    : circle(cx, cy, u * 120, 'url(#star)') +
      circle(cx, cy, u * 52, '#f4efdc') +
      circle(cx + u * 16, cy - u * 12, u * 11, '#d8d0b8') +
      circle(cx - u * 18, cy + u * 14, u * 8, '#d8d0b8');
  const [x, y, r] = [w * random.between(0.58, 0.72), h * 0.82, u * 150];
  const dome =
    rect(x - r * 1.05, y - r * 0.75, r * 2.1, r * 0.95, mix(palette.paper, '#2a3a63', 0.35)) +
    path(
      p`M ${x - r} ${y - r * 0.72} A ${r} ${r} 0 0 1 ${x + r} ${y - r * 0.72} Z`,
      mix(palette.paper, '#2a3a63', 0.2),
    ) +
    path(
      p`M ${x - r * 0.18} ${y - r * 0.72} L ${x - r * 0.34} ${y - r * 1.66} L ${x - r * 0.02} ${y - r * 1.72} L ${x + r * 0.16} ${y - r * 0.72} Z`,
      '#0b1330',
    ) +
    line(x - r * 0.05, y - r * 0.85, x - r * 0.42, y - r * 1.95, mix(palette.warm, '#ffffff', 0.2), u * 22) +
    rect(x - r * 1.15, y - r * 0.78, r * 2.3, r * 0.12, mix(palette.near, '#0b1330', 0.3)) +
    rect(x - r * 0.2, y - r * 0.42, r * 0.34, r * 0.62, palette.warm, 'opacity="0.85"');
  const wood = times(50, (index) =>
    pine(random.next() * w, h * (0.95 + (index / 50) * 0.1), u * random.between(70, 150), '#05080f'),
  );
  return (
    gradient('sky', deep) +
    glow('star', '#ffffff', 0.6) +
    rect(0, 0, w, h, 'url(#sky)') +
    band +
    stars +
    comet +
    ridge(canvas, h * 0.86, u * 130, '#131d3d') +
    dome +
    ridge(canvas, h * 0.95, u * 90, '#0a1024') +
    wood
  );
};
