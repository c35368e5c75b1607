import { type Canvas, circle, gradient, mix, p, path, rect, type Scene, times } from './canvas.ts';
import { person, skins } from './figures.ts';

/** Walls of books around an arched window, a reader or two, a lamp. */
export const library: Scene = (canvas) => {
  const { w, h, u, random, palette } = canvas;
  const floor = h * 0.86;
  const wood = mix(palette.near, '#5a3a24', 0.6);
  const rows = Math.max(4, Math.round((floor - u * 20) / (u * 165)));
  const shelves = times(rows, (row) => books(canvas, (row / rows) * floor, floor / rows, wood));
  const [ww, wt] = [u * 190, h * 0.1];
  const x = w * random.between(0.4, 0.6);
  const window_ =
    rect(x - ww - u * 22, wt, ww * 2 + u * 44, floor - wt, wood) +
    gradient('sky', palette.sky) +
    path(
      p`M ${x - ww} ${floor - u * 90} L ${x - ww} ${wt + ww} A ${ww} ${ww} 0 0 1 ${x + ww} ${wt + ww} L ${x + ww} ${floor - u * 90} Z`,
      'url(#sky)',
    ) +
    circle(x + ww * 0.3, wt + ww * 1.1, u * 46, palette.sun, 'opacity="0.9"') +
    times(3, (index) =>
      rect(x - ww + (index + 1) * ww * 0.5 - u * 4, wt + (index === 1 ? 0 : u * 24), u * 8, floor - wt - u * 100, wood),
    ) +
    times(4, (index) => rect(x - ww, wt + ww + index * u * 120, ww * 2, u * 7, wood)) +
    rect(x - ww - u * 40, floor - u * 100, ww * 2 + u * 80, u * 22, mix(wood, '#ffffff', 0.2));
  const light = `<polygon points="${(x - ww).toFixed(0)},${floor.toFixed(0)} ${(x + ww).toFixed(0)},${floor.toFixed(0)} ${(x + ww * 2.2).toFixed(0)},${h} ${(x - ww * 1.4).toFixed(0)},${h}" fill="${palette.sun}" opacity="0.22"/>`;
  const people = times(3, (index) =>
    person(
      canvas,
      w * (0.14 + index * 0.33) + random.between(-40, 40) * u,
      h * 0.96,
      u * random.between(280, 330),
      random.pick([palette.warm, palette.cool, palette.paper]),
      random.pick(skins),
      palette.ink,
    ),
  );
  return (
    rect(0, 0, w, h, mix(wood, '#000000', 0.45)) +
    shelves +
    window_ +
    gradient('floor', [mix(wood, palette.warm, 0.25), wood]) +
    rect(0, floor, w, h - floor, 'url(#floor)') +
    light +
    people
  );
};

function books({ w, u, random, palette }: Canvas, y: number, height: number, wood: string): string {
  const covers = [
    palette.warm,
    palette.cool,
    palette.mid,
    palette.far,
    palette.paper,
    '#7a2f2a',
    '#2f5a4a',
    '#c9a24a',
    '#34466b',
  ];
  let x = 0;
  let out = '';
  while (x < w) {
    const width = u * random.between(13, 32);
    const tall = (height - u * 22) * random.between(0.66, 0.95);
    const cover = mix(random.pick(covers), '#1a1210', 0.18);
    if (random.chance(0.95))
      out +=
        rect(x, y + height - u * 14 - tall, width - u * 2, tall, cover) +
        (random.chance(0.55)
          ? rect(x, y + height - u * 14 - tall * 0.82, width - u * 2, u * 7, palette.sun, 'opacity="0.55"')
          : '');
    x += width;
  }
  return (
    out +
    rect(0, y + height - u * 14, w, u * 14, wood) +
    times(5, (index) => rect((index / 5) * w - u * 8, y, u * 16, height, wood))
  );
}
