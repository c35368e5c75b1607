import { type Canvas, circle, line, mix, p, path, polygon, rect, type Scene, times } from './canvas.ts';
import { person, skins, tree } from './figures.ts';
import { birds, clouds, sky } from './landscape.ts';

/** A public building with a dome and columns, flags, steps and a few people. */
export const assembly: Scene = (canvas) => {
  const { w, h, u, random, palette } = canvas;
  const [x, foot] = [w / 2, h * 0.83];
  const stone = mix(palette.paper, palette.far, 0.18);
  const dark = mix(stone, palette.near, 0.35);
  const half = u * random.between(470, 540);
  const wing =
    rect(x - half * 1.28, foot - u * 210, half * 2.56, u * 210, mix(stone, palette.far, 0.25)) +
    times(24, (index) =>
      rect(
        x - half * 1.24 + index * half * 0.1045,
        foot - u * 165,
        half * 0.05,
        u * 105,
        dark,
        `rx="${(u * 10).toFixed(1)}"`,
      ),
    );
  const hall = rect(x - half * 0.62, foot - u * 270, half * 1.24, u * 270, stone);
  const columns = times(8, (index) => {
    const cx = x - half * 0.54 + index * half * 0.154;
    return (
      rect(cx - u * 13, foot - u * 250, u * 26, u * 250, palette.paper) +
      rect(cx + u * 5, foot - u * 250, u * 8, u * 250, dark, 'opacity="0.5"') +
      rect(cx - u * 20, foot - u * 262, u * 40, u * 16, palette.paper)
    );
  });
  const pediment =
    polygon(
      [
        [x - half * 0.68, foot - u * 266],
        [x, foot - u * 390],
        [x + half * 0.68, foot - u * 266],
      ],
      palette.paper,
    ) +
    polygon(
      [
        [x - half * 0.5, foot - u * 282],
        [x, foot - u * 368],
        [x + half * 0.5, foot - u * 282],
      ],
      dark,
      'opacity="0.45"',
    );
  const copper = random.pick([palette.cool, palette.warm, palette.mid]);
  const dome =
    rect(x - u * 130, foot - u * 470, u * 260, u * 110, stone) +
    times(9, (index) => rect(x - u * 116 + index * u * 27, foot - u * 455, u * 14, u * 76, dark)) +
    path(
      p`M ${x - u * 145} ${foot - u * 468} C ${x - u * 140} ${foot - u * 700} ${x + u * 140} ${foot - u * 700} ${x + u * 145} ${foot - u * 468} Z`,
      copper,
    ) +
    path(
      p`M ${x + u * 30} ${foot - u * 468} C ${x + u * 60} ${foot - u * 620} ${x + u * 40} ${foot - u * 630} ${x} ${foot - u * 640} C ${x + u * 120} ${foot - u * 640} ${x + u * 140} ${foot - u * 560} ${x + u * 145} ${foot - u * 468} Z`,
      palette.ink,
      'opacity="0.14"',
    ) +
    rect(x - u * 24, foot - u * 690, u * 48, u * 60, stone) +
    line(x, foot - u * 690, x, foot - u * 790, palette.ink, u * 5) +
    flag(canvas, x, foot - u * 790);
  const steps = times(6, (index) =>
    rect(
      x - half * (0.68 + index * 0.05),
      foot + index * u * 15,
      half * (1.36 + index * 0.1),
      u * 15,
      mix(stone, palette.near, index * 0.07),
    ),
  );
  const masts = [-1.15, -0.9, 0.9, 1.15]
    .map(
      (side) =>
        line(x + half * side, foot + u * 40, x + half * side, foot - u * 330, palette.ink, u * 5) +
        flag(canvas, x + half * side, foot - u * 330),
    )
    .join('');
  const people = times(10, () =>
    person(
      canvas,
      w * random.between(0.06, 0.94),
      h * random.between(0.88, 0.98),
      u * random.between(95, 125),
      random.pick([palette.warm, palette.cool, palette.ink, palette.mid]),
      random.pick(skins),
      palette.ink,
    ),
  );
  const lawn =
    rect(0, foot, w, h - foot, mix(palette.mid, palette.far, 0.3)) +
    polygon(
      [
        [x - half * 0.6, foot],
        [x + half * 0.6, foot],
        [x + half * 1.5, h],
        [x - half * 1.5, h],
      ],
      mix(palette.paper, palette.far, 0.4),
    );
  const wood = times(12, (index) =>
    tree(
      canvas,
      index < 6 ? random.between(0, 0.1) * w : w * random.between(0.9, 1),
      foot + u * random.between(10, 60),
      u * random.between(150, 230),
      mix(palette.near, palette.mid, random.next() * 0.7),
      palette.ink,
    ),
  );
  return (
    sky(canvas, foot) +
    clouds(canvas, foot * 0.6, 6) +
    birds(canvas, foot * 0.4) +
    lawn +
    wing +
    dome +
    hall +
    columns +
    pediment +
    steps +
    masts +
    wood +
    people
  );
};

function flag({ u, random, palette }: Canvas, x: number, y: number): string {
  const cloth = random.pick([palette.warm, palette.cool]);
  return (
    path(
      p`M ${x} ${y} Q ${x + u * 30} ${y - u * 14} ${x + u * 55} ${y + u * 4} T ${x + u * 105} ${y + u * 4} L ${x + u * 105} ${y + u * 58} Q ${x + u * 80} ${y + u * 72} ${x + u * 55} ${y + u * 58} T ${x} ${y + u * 54} Z`,
      cloth,
    ) + circle(x + u * 46, y + u * 30, u * 13, palette.paper)
  );
}
