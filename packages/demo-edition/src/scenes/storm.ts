import { type Canvas, circle, gradient, line, mix, p, path, polygon, rect, type Scene, times } from './canvas.ts';
import { ridge } from './landscape.ts';

/** Heavy sea under low cloud, a lighthouse, slanting rain. */
export const storm: Scene = (canvas) => {
  const { w, h, u, random, palette } = canvas;
  const lowCloud = times(
    34,
    () =>
      `<ellipse cx="${(random.next() * w).toFixed(1)}" cy="${(random.between(-0.05, 0.32) * h).toFixed(1)}" rx="${(u * random.between(140, 330)).toFixed(1)}" ry="${(u * random.between(40, 95)).toFixed(1)}" fill="${mix(palette.sky[0], palette.sky[2], random.next() * 0.6)}" opacity="0.32"/>`,
  );
  const bolt = random.chance(0.5) ? lightning(canvas) : '';
  const waves = times(7, (index) =>
    wave(
      canvas,
      h * (0.58 + index * 0.065),
      u * (18 + index * 9),
      mix(mix(palette.cool, palette.sky[2], 0.35), palette.near, index / 6),
      index,
    ),
  );
  const rain = times(150, () => {
    const [x, y, length] = [random.next() * w * 1.1, random.next() * h, u * random.between(30, 70)];
    return line(x, y, x - length * 0.35, y + length, palette.paper, u * 1.6, 'opacity="0.2"');
  });
  return (
    gradient('sky', palette.sky) +
    rect(0, 0, w, h, 'url(#sky)') +
    lowCloud +
    bolt +
    ridge(canvas, h * 0.62, u * 90, palette.far) +
    lighthouse(canvas) +
    waves +
    rain
  );
};

function wave({ w, h, u, random, palette }: Canvas, y: number, height: number, fill: string, index: number): string {
  const step = u * (190 + index * 34);
  let x = -step * random.next() - step;
  let d = p`M ${x} ${h + 5} L ${x} ${y}`;
  let foam = '';
  while (x < w + step) {
    d += p` C ${x + step * 0.3} ${y - height * 0.2} ${x + step * 0.45} ${y - height * 1.6} ${x + step * 0.62} ${y - height * 1.5} C ${x + step * 0.7} ${y - height * 0.6} ${x + step * 0.85} ${y} ${x + step} ${y}`;
    foam += path(
      p`M ${x + step * 0.38} ${y - height * 0.95} C ${x + step * 0.48} ${y - height * 1.55} ${x + step * 0.55} ${y - height * 1.6} ${x + step * 0.62} ${y - height * 1.5} C ${x + step * 0.68} ${y - height * 0.8} ${x + step * 0.72} ${y - height * 0.6} ${x + step * 0.76} ${y - height * 0.35}`,
      'none',
      `stroke="${palette.paper}" stroke-width="${(u * (2.5 + index * 0.8)).toFixed(1)}" opacity="0.5" stroke-linecap="round"`,
    );
    x += step;
  }
  return path(`${d} ${p`L ${w + step} ${h + 5} Z`}`, fill) + foam;
}

function lighthouse({ w, h, u, random, palette }: Canvas): string {
  const [x, foot, tall] = [w * random.between(0.2, 0.8), h * 0.66, u * 420];
  const half = (share: number) => u * (52 - 22 * share);
  const bands = times(5, (index) =>
    polygon(
      [
        [x - half(index / 5), foot - (tall * index) / 5],
        [x + half(index / 5), foot - (tall * index) / 5],
        [x + half((index + 1) / 5), foot - (tall * (index + 1)) / 5],
        [x - half((index + 1) / 5), foot - (tall * (index + 1)) / 5],
      ],
      index % 2 ? palette.warm : palette.paper,
    ),
  );
  const lamp = foot - tall - u * 28;
  const beam = (side: number) =>
    polygon(
      [
        [x, lamp],
        [x + side * w, lamp - u * 130],
        [x + side * w, lamp + u * 90],
      ],
      palette.sun,
      'opacity="0.2"',
    );
  const rock = polygon(
    [
      [x - u * 230, foot + u * 90],
      [x - u * 150, foot - u * 10],
      [x - u * 60, foot - u * 30],
      [x + u * 80, foot - u * 24],
      [x + u * 190, foot + u * 20],
      [x + u * 260, foot + u * 90],
    ],
    palette.ink,
  );
  return (
    beam(-1) +
    beam(1) +
    rock +
    bands +
    rect(x - u * 42, foot - tall - u * 8, u * 84, u * 12, palette.ink) +
    rect(x - u * 22, lamp - u * 24, u * 44, u * 46, palette.sun) +
    polygon(
      [
        [x - u * 32, lamp - u * 22],
        [x, lamp - u * 64],
        [x + u * 32, lamp - u * 22],
      ],
      palette.ink,
    ) +
    circle(x, lamp, u * 16, '#ffffff')
  );
}

function lightning({ w, h, u, random }: Canvas): string {
  let [x, y] = [w * random.between(0.15, 0.85), h * 0.18];
  let d = p`M ${x} ${y}`;
  while (y < h * 0.56) {
    x += random.between(-50, 50) * u;
    y += random.between(25, 60) * u;
    d += p` L ${x} ${y}`;
  }
  return (
    path(d, 'none', `stroke="#fdfbe6" stroke-width="${(u * 5).toFixed(1)}" opacity="0.9"`) +
    path(d, 'none', `stroke="#fdfbe6" stroke-width="${(u * 22).toFixed(1)}" opacity="0.18"`)
  );
}
