import {
  type Canvas,
  circle,
  ellipse,
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
import { person, skins } from './figures.ts';

/** A theatre from the stalls: curtains, beams of light, players on stage, heads in the dark. */
export const stage: Scene = (canvas) => {
  const { w, h, u, random, palette } = canvas;
  const floor = h * 0.7;
  const red = random.pick(['#8f1d2c', '#6b1f4a', '#1f4f6b', '#7a2f16']);
  const back =
    gradient('back', [palette.sky[0], palette.sky[1], palette.sky[2]]) +
    rect(0, 0, w, floor, 'url(#back)') +
    circle(w / 2, floor * 0.62, u * 260, palette.sun, 'opacity="0.35"') +
    times(7, (index) =>
      polygon(
        [
          [w * (0.18 + index * 0.095), floor],
          [w * (0.22 + index * 0.095), floor - u * random.between(120, 330)],
          [w * (0.26 + index * 0.095), floor],
        ],
        palette.near,
        'opacity="0.5"',
      ),
    );
  const boards =
    gradient('boards', [mix(palette.warm, palette.near, 0.55), palette.ink]) +
    polygon(
      [
        [0, h],
        [w * 0.1, floor],
        [w * 0.9, floor],
        [w, h],
      ],
      'url(#boards)',
    ) +
    times(15, (index) =>
      line(
        w * (0.1 + (index / 14) * 0.8),
        floor,
        w * ((index / 14) * 1.5 - 0.25),
        h,
        palette.ink,
        u * 2,
        'opacity="0.35"',
      ),
    );
  const players = times(random.int(4, 7), (index) => {
    const x = w * (0.24 + index * 0.085 + random.between(0, 0.03));
    const y = floor + u * random.between(20, 110);
    return (
      ellipse(x, y, u * 46, u * 9, '#000000', 'opacity="0.4"') +
      person(
        canvas,
        x,
        y,
        u * random.between(210, 250),
        random.pick([palette.warm, palette.cool, palette.paper, red]),
        random.pick(skins),
        palette.ink,
      )
    );
  });
  const beams = times(4, (index) => {
    const [x, foot] = [w * (0.2 + index * 0.2), w * random.between(0.25, 0.75)];
    return (
      polygon(
        [
          [x - u * 14, 0],
          [x + u * 14, 0],
          [foot + u * 150, floor + u * 110],
          [foot - u * 150, floor + u * 110],
        ],
        '#fff6d0',
        'opacity="0.12"',
      ) + ellipse(foot, floor + u * 90, u * 160, u * 30, '#fff6d0', 'opacity="0.16"')
    );
  });
  return rect(0, 0, w, h, palette.ink) + back + boards + players + beams + curtains(canvas, red) + audience(canvas);
};

function curtains({ w, h, u }: Canvas, red: string): string {
  const side = (from: number, mirror: number) =>
    times(7, (index) => {
      const x = from + mirror * index * u * 34;
      return path(
        p`M ${x} 0 L ${x + mirror * u * 38} 0 C ${x + mirror * u * 60} ${h * 0.4} ${x + mirror * u * (10 - index * 2)} ${h * 0.6} ${x + mirror * u * (34 - index * 5)} ${h * 0.8} L ${x - mirror * u * 12} ${h * 0.8} Z`,
        mix(red, index % 2 ? '#000000' : '#ffffff', index % 2 ? 0.28 : 0.07),
      );
    });
  const valance = times(12, (index) =>
    path(
      p`M ${(index / 12) * w} 0 L ${((index + 1) / 12) * w} 0 L ${((index + 1) / 12) * w} ${h * 0.08} Q ${((index + 0.5) / 12) * w} ${h * 0.17} ${(index / 12) * w} ${h * 0.08} Z`,
      mix(red, index % 2 ? '#000000' : '#ffffff', index % 2 ? 0.2 : 0.04),
      `stroke="#d9a441" stroke-width="${(u * 5).toFixed(1)}"`,
    ),
  );
  return side(0, 1) + side(w, -1) + valance;
}

function audience({ w, h, u, random, palette }: Canvas): string {
  return times(3, (row) =>
    times(w / (u * 74), (seat) => {
      const x = seat * u * 74 + (row % 2) * u * 37 + random.between(-8, 8) * u;
      const y = h * 0.87 + row * h * 0.055;
      const tone = mix(palette.ink, '#000000', 0.3 + row * 0.2);
      return circle(x, y, u * random.between(25, 31), tone) + ellipse(x, y + u * 62, u * 46, u * 44, tone);
    }),
  );
}
