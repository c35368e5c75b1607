import {
  type Canvas,
  circle,
  ellipse,
  glow,
  gradient,
  line,
  mix,
  p,
  path,
  polygon,
  rect,
  type Scene,
  times,
} from './canvas.ts';
import { skins } from './figures.ts';

/** A pitch in perspective under floodlights, full stands behind. */
export const stadium: Scene = (canvas) => {
  const { w, h, u, palette } = canvas;
  const top = h * 0.52;
  const grass = ['#4c9a4f', '#3f8a47'];
  const at = (x: number, y: number) =>
    [w / 2 + (x - 0.5) * w * (0.72 + y * 0.95), top + (h * 1.02 - top) * y ** 1.25] as const;
  const stripes = times(10, (index) =>
    polygon(
      [at(index / 10, 0), at((index + 1) / 10, 0), at((index + 1) / 10, 1), at(index / 10, 1)],
      grass[index % 2] ?? '#4c9a4f',
    ),
  );
  const chalk = `stroke="#f4f7ef" stroke-width="${(u * 5).toFixed(1)}" opacity="0.9"`;
  const lines =
    polygon([at(0.03, 0.06), at(0.97, 0.06), at(0.97, 0.95), at(0.03, 0.95)], 'none', chalk) +
    polygon([at(0.5, 0.06), at(0.5, 0.95)], 'none', chalk) +
    ellipse(w / 2, at(0.5, 0.42)[1], u * 170, u * 62, 'none', chalk) +
    polygon([at(0.03, 0.22), at(0.17, 0.22), at(0.17, 0.72), at(0.03, 0.72)], 'none', chalk) +
    polygon([at(0.97, 0.22), at(0.83, 0.22), at(0.83, 0.72), at(0.97, 0.72)], 'none', chalk);
  return (
    gradient('sky', palette.sky) +
    rect(0, 0, w, h, 'url(#sky)') +
    stands(canvas, top) +
    stripes +
    lines +
    players(canvas, at) +
    floodlights(canvas, top)
  );
};

function stands({ w, h, u, random, palette }: Canvas, footY: number): string {
  const roof = path(
    p`M 0 ${h * 0.2} Q ${w / 2} ${h * 0.1} ${w} ${h * 0.2} L ${w} ${h * 0.26} Q ${w / 2} ${h * 0.155} 0 ${h * 0.26} Z`,
    palette.ink,
  );
  const bowl = path(
    p`M 0 ${h * 0.23} Q ${w / 2} ${h * 0.13} ${w} ${h * 0.23} L ${w} ${footY + u * 4} L 0 ${footY + u * 4} Z`,
    mix(palette.near, palette.ink, 0.4),
  );
  const shirts = [palette.warm, palette.paper, palette.cool, palette.warm, palette.sun, palette.mid];
  const crowd = times(15, (row) => {
    const y = h * 0.2 + (row / 14) * (footY - u * 34 - h * 0.2);
    const curve = (x: number) => (x / w - 0.5) ** 2 * h * 0.16 * (1 - row / 14);
    return times(w / (u * 23), (seat) => {
      const x = seat * u * 23 + (row % 2) * u * 11 + random.between(-2, 2) * u;
      return random.chance(0.9)
        ? circle(x, y + curve(x), u * 8.2, random.pick(shirts), `opacity="${random.between(0.55, 0.95).toFixed(2)}"`)
        : '';
    });
  });
  return (
    bowl +
    crowd +
    roof +
    rect(0, footY - u * 24, w, u * 26, palette.cool) +
    times(9, (index) =>
      rect(
        (index / 9) * w + u * 6,
        footY - u * 20,
        w / 9 - u * 12,
        u * 18,
        index % 2 ? palette.warm : palette.paper,
        'opacity="0.85"',
      ),
    )
  );
}

function players({ u, random, palette }: Canvas, at: (x: number, y: number) => readonly [number, number]): string {
  return (
    times(12, (index) => {
      const [x, y] = at(0.12 + random.next() * 0.76, 0.12 + index * 0.055);
      const size = u * (44 + index * 5);
      const shirt = index % 2 ? palette.warm : '#f4f4f4';
      const stride = size * random.between(0.08, 0.2);
      return (
        ellipse(x, y, size * 0.3, size * 0.07, '#1d3b22', 'opacity="0.4"') +
        line(x - stride, y, x, y - size * 0.42, palette.ink, size * 0.1) +
        line(x + stride, y, x, y - size * 0.42, palette.ink, size * 0.1) +
        line(x - size * 0.2, y - size * 0.55, x + size * 0.2, y - size * 0.7, shirt, size * 0.09) +
        rect(x - size * 0.13, y - size * 0.82, size * 0.26, size * 0.42, shirt, `rx="${(size * 0.06).toFixed(1)}"`) +
        circle(x, y - size * 0.92, size * 0.1, random.pick(skins))
      );
    }) + circle(at(0.56, 0.5)[0], at(0.56, 0.5)[1], u * 11, '#ffffff')
  );
}

function floodlights({ w, h, u, palette }: Canvas, footY: number): string {
  return (
    glow('flood', '#fffbe0', 0.6) +
    [0.12, 0.88]
      .map((share) => {
        const x = w * share;
        return (
          line(x, footY * 0.62, x, h * 0.06, palette.ink, u * 12) +
          rect(x - u * 62, h * 0.03, u * 124, u * 58, palette.ink) +
          times(8, (index) =>
            circle(
              x - u * 45 + (index % 4) * u * 30,
              h * 0.03 + u * (16 + Math.floor(index / 4) * 27),
              u * 10,
              '#fffbe6',
            ),
          ) +
          circle(x, h * 0.07, u * 300, 'url(#flood)')
        );
      })
      .join('')
  );
}
