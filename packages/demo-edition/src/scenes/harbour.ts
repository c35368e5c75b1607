import { type Canvas, line, mix, p, path, polygon, rect, type Scene, times } from './canvas.ts';
import { birds, clouds, ridge, sky, water } from './landscape.ts';

/** A working port: ships with stacked containers, cranes on the quay, hills behind. */
export const harbour: Scene = (canvas) => {
  const { w, h, u, random, palette } = canvas;
  const horizon = h * random.between(0.5, 0.6);
  const ships = times(random.int(2, 3), (index) => {
    const near = (index + 1) / 3;
    return ship(
      canvas,
      w * random.between(0.05, 0.6),
      horizon + (h - horizon) * (0.08 + near * 0.34),
      u * (230 + near * 300),
    );
  });
  const quay = h * 0.93;
  const cranes = times(random.int(2, 4), (index) =>
    crane(canvas, w * (0.12 + index * 0.25 + random.between(0, 0.08)), quay, u * random.between(420, 620)),
  );
  return (
    sky(canvas, horizon) +
    clouds(canvas, horizon) +
    birds(canvas, horizon) +
    ridge(canvas, horizon + u * 20, u * 170, palette.far) +
    water(canvas, horizon) +
    ships +
    cranes +
    rect(0, quay, w, h - quay, palette.ink) +
    times(14, (index) => rect((index / 13) * w - u * 6, quay - u * 14, u * 12, u * 16, palette.ink))
  );
};

function ship({ u, random, palette }: Canvas, x: number, y: number, length: number): string {
  const height = length * 0.13;
  const hull = random.pick([palette.ink, palette.warm, palette.cool]);
  const box = length * 0.052;
  const colours = [palette.warm, palette.cool, palette.paper, palette.mid, mix(palette.warm, palette.sun, 0.5)];
  const stacks = times(12, (column) =>
    times(random.int(1, 4), (row) =>
      rect(
        x + length * 0.06 + column * box * 1.12,
        y - height - (row + 1) * box * 0.62,
        box * 1.06,
        box * 0.56,
        random.pick(colours),
      ),
    ),
  );
  const bridge =
    rect(x + length * 0.82, y - height - length * 0.15, length * 0.09, length * 0.15, palette.paper) +
    times(3, (row) =>
      rect(
        x + length * 0.828,
        y - height - length * (0.135 - row * 0.04),
        length * 0.074,
        length * 0.014,
        palette.near,
      ),
    );
  const body = path(
    p`M ${x - length * 0.05} ${y - height * 1.15} L ${x + length * 0.95} ${y - height} L ${x + length * 0.92} ${y} L ${x + length * 0.03} ${y} Z`,
    hull,
  );
  return (
    stacks +
    bridge +
    body +
    rect(x + length * 0.02, y - height * 0.22, length * 0.9, height * 0.22, mix(hull, '#7a2c22', 0.6)) +
    rect(x, y, length * 0.93, u * 14, palette.ink, 'opacity="0.25"')
  );
}

function crane({ u, palette, random }: Canvas, x: number, y: number, size: number): string {
  const colour = random.pick([palette.warm, palette.cool, palette.ink]);
  const legs =
    line(x - size * 0.16, y, x - size * 0.1, y - size * 0.6, colour, u * 13) +
    line(x + size * 0.16, y, x + size * 0.1, y - size * 0.6, colour, u * 13);
  const side = random.chance(0.5) ? 1 : -1;
  const tip = x + side * size * 0.62;
  const hook = x + side * size * random.between(0.25, 0.55);
  return (
    legs +
    line(x - size * 0.13, y - size * 0.3, x + size * 0.13, y - size * 0.3, colour, u * 8) +
    rect(x - size * 0.13, y - size * 0.68, size * 0.26, size * 0.1, colour) +
    line(x - side * size * 0.3, y - size * 0.66, tip, y - size * 0.66, colour, u * 12) +
    polygon(
      [
        [x - u * 8, y - size * 0.66],
        [x + u * 8, y - size * 0.66],
        [x, y - size * 0.95],
      ],
      colour,
    ) +
    line(x, y - size * 0.94, tip, y - size * 0.66, colour, u * 4) +
    line(x, y - size * 0.94, x - side * size * 0.3, y - size * 0.66, colour, u * 4) +
    line(hook, y - size * 0.66, hook, y - size * 0.36, palette.ink, u * 3) +
    rect(hook - u * 26, y - size * 0.36, u * 52, u * 26, random.pick([palette.paper, palette.warm, palette.cool]))
  );
}
