import { type Canvas, circle, gradient, line, mix, p, path, polygon, rect, type Scene, times } from './canvas.ts';
import { person, skins, tree } from './figures.ts';
import { clouds, sky } from './landscape.ts';

/** A street of houses with a tram, trees and passers-by. */
export const street: Scene = (canvas) => {
  const { w, h, u, random, palette } = canvas;
  const ground = h * 0.77;
  const houses = row(canvas, ground);
  const trees = times(6, (index) =>
    tree(
      canvas,
      w * (0.05 + index * 0.18) + random.between(-30, 30) * u,
      ground + u * 14,
      u * random.between(180, 250),
      mix(palette.near, '#5f9a4f', 0.55),
      palette.ink,
    ),
  );
  const people = times(7, () =>
    person(
      canvas,
      random.between(0.04, 0.96) * w,
      h * random.between(0.91, 0.98),
      u * random.between(165, 205),
      random.pick([palette.warm, palette.cool, palette.paper, palette.near]),
      random.pick(skins),
      palette.ink,
    ),
  );
  return (
    sky(canvas, ground) +
    clouds(canvas, h * 0.3, 5) +
    houses +
    trees +
    gradient('road', [mix(palette.far, palette.ink, 0.35), palette.near]) +
    rect(0, ground, w, h - ground, 'url(#road)') +
    rect(0, ground, w, u * 16, palette.paper, 'opacity="0.5"') +
    tram(canvas, w * random.between(0.08, 0.4), ground + u * 92) +
    rect(0, ground + u * 96, w, u * 5, palette.paper, 'opacity="0.4"') +
    rect(0, ground + u * 120, w, u * 5, palette.paper, 'opacity="0.4"') +
    people
  );
};

function row(canvas: Canvas, ground: number): string {
  const { w, h, u, random, palette } = canvas;
  let x = 0;
  let out = '';
  while (x < w) {
    const width = u * random.between(190, 290);
    out += house(
      canvas,
      x,
      ground,
      width,
      h * random.between(0.36, 0.56),
      mix(random.pick([palette.paper, palette.warm, palette.far, palette.cool, palette.sky[2]]), '#ffffff', 0.25),
    );
    x += width;
  }
  return out;
}

function house(
  { u, random, palette }: Canvas,
  x: number,
  ground: number,
  width: number,
  height: number,
  wall: string,
): string {
  const top = ground - height;
  const roof = random.chance(0.6)
    ? polygon(
        [
          [x - u * 6, top],
          [x + width * 0.14, top - u * 80],
          [x + width * 0.86, top - u * 80],
          [x + width + u * 6, top],
        ],
        mix(palette.warm, palette.near, 0.55),
      ) + rect(x + width * 0.66, top - u * 120, u * 28, u * 60, mix(palette.near, palette.ink, 0.4))
    : rect(x - u * 6, top - u * 16, width + u * 12, u * 20, mix(wall, palette.near, 0.5));
  const floors = Math.max(2, Math.floor((height - u * 150) / (u * 112)));
  const panes = times(floors, (level) =>
    times(3, (column) => {
      const [wx, wy] = [x + width * (0.11 + column * 0.29), top + u * 34 + level * u * 112];
      const shutter = mix(palette.cool, palette.near, 0.4);
      return (
        rect(
          wx,
          wy,
          width * 0.19,
          u * 72,
          random.chance(0.3) ? palette.sun : mix(palette.near, palette.cool, 0.25),
          'opacity="0.9"',
        ) +
        rect(wx - width * 0.035, wy, width * 0.035, u * 72, shutter) +
        rect(wx + width * 0.19, wy, width * 0.035, u * 72, shutter) +
        (random.chance(0.35)
          ? rect(wx - width * 0.03, wy + u * 66, width * 0.25, u * 14, palette.ink, 'opacity="0.7"') +
            times(4, (flower) =>
              circle(
                wx + flower * width * 0.06,
                wy + u * 64,
                u * 9,
                random.pick([palette.warm, '#5f9a4f', palette.sun]),
              ),
            )
          : '')
      );
    }),
  );
  const door = path(
    p`M ${x + width * 0.14} ${ground} L ${x + width * 0.14} ${ground - u * 90} A ${width * 0.11} ${width * 0.11} 0 0 1 ${x + width * 0.36} ${ground - u * 90} L ${x + width * 0.36} ${ground} Z`,
    mix(palette.ink, palette.warm, random.next() * 0.5),
  );
  const shop =
    rect(x + width * 0.46, ground - u * 98, width * 0.42, u * 80, mix(palette.sun, wall, 0.3)) +
    rect(x + width * 0.43, ground - u * 122, width * 0.48, u * 30, random.pick([palette.warm, palette.cool]));
  return (
    rect(x, top, width + 1, height, wall) +
    rect(x + width - u * 5, top, u * 6, height, palette.ink, 'opacity="0.14"') +
    roof +
    panes +
    door +
    shop
  );
}

function tram({ w, u, random, palette }: Canvas, x: number, y: number): string {
  const colour = random.pick([palette.warm, palette.cool]);
  const [length, tall] = [u * 620, u * 185];
  const windows = times(
    8,
    (index) =>
      rect(
        x + u * 26 + index * u * 72,
        y - tall + u * 26,
        u * 58,
        u * 66,
        mix(palette.near, palette.sky[2], 0.35),
        `rx="${(u * 8).toFixed(1)}"`,
      ) +
      (random.chance(0.6)
        ? circle(x + u * 54 + index * u * 72, y - tall + u * 72, u * 17, random.pick(skins)) +
          rect(x + u * 36 + index * u * 72, y - tall + u * 84, u * 38, u * 10, palette.ink)
        : ''),
  );
  return (
    line(0, y - tall - u * 130, w, y - tall - u * 130, palette.ink, u * 2.5) +
    line(x + length * 0.4, y - tall, x + length * 0.5, y - tall - u * 128, palette.ink, u * 5) +
    rect(x, y - tall, length, tall - u * 18, colour, `rx="${(u * 26).toFixed(1)}"`) +
    rect(x + u * 6, y - tall * 0.42, length - u * 12, u * 12, palette.paper) +
    windows +
    times(4, (index) => circle(x + u * (90 + index * 55 + (index > 1 ? 270 : 0)), y - u * 14, u * 20, palette.ink)) +
    circle(x + length - u * 22, y - u * 52, u * 12, palette.sun)
  );
}
