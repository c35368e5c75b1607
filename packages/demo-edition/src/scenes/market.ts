import { type Canvas, circle, gradient, line, mix, p, path, polygon, rect, type Scene, times } from './canvas.ts';
import { person, skins } from './figures.ts';
import { clouds, sky } from './landscape.ts';

/** Market stalls with striped awnings and crates of fruit, shoppers, lights overhead. */
export const market: Scene = (canvas) => {
  const { w, h, u, random, palette } = canvas;
  const ground = h * 0.8;
  const houses = times(7, (index) => {
    const [x, top] = [(index / 7) * w, h * random.between(0.16, 0.32)];
    const wall = mix(random.pick([palette.paper, palette.warm, palette.far, palette.sky[2]]), palette.mid, 0.22);
    return (
      rect(x, top, w / 7 + 2, ground - top, wall) +
      polygon(
        [
          [x - u * 8, top],
          [x + w / 14, top - u * 70],
          [x + w / 7 + u * 8, top],
        ],
        mix(palette.warm, palette.near, 0.5),
      ) +
      times(6, (pane) =>
        rect(
          x + u * 40 + (pane % 2) * (w / 14),
          top + u * 36 + Math.floor(pane / 2) * u * 105,
          u * 50,
          u * 70,
          palette.near,
          `rx="${(u * 24).toFixed(1)}" opacity="0.75"`,
        ),
      )
    );
  });
  const stalls = times(3, (index) => stall(canvas, w * (0.03 + index * 0.33), ground, w * 0.28));
  const people = times(8, (index) =>
    person(
      canvas,
      w * (0.06 + index * 0.125) + random.between(-30, 30) * u,
      ground + u * (60 + (index % 3) * 45),
      u * random.between(220, 275),
      random.pick([palette.warm, palette.cool, palette.near, palette.paper, palette.ink]),
      random.pick(skins),
      palette.ink,
    ),
  );
  const string =
    path(
      p`M 0 ${h * 0.2} Q ${w * 0.25} ${h * 0.34} ${w * 0.5} ${h * 0.2} T ${w} ${h * 0.22}`,
      'none',
      `stroke="${palette.ink}" stroke-width="${(u * 3).toFixed(1)}"`,
    ) +
    times(24, (index) => {
      const t = index / 23;
      return circle(
        t * w,
        h * 0.2 + (t < 0.5 ? 1 : -1) * Math.sin((t % 0.5) * 2 * Math.PI) * h * 0.068 + u * 10,
        u * 10,
        index % 3 ? palette.sun : palette.warm,
      );
    });
  return (
    sky(canvas, ground) +
    clouds(canvas, h * 0.25, 3) +
    houses +
    string +
    gradient('street', [mix(palette.far, palette.paper, 0.3), mix(palette.near, palette.far, 0.35)]) +
    rect(0, ground, w, h - ground, 'url(#street)') +
    stalls +
    people
  );
};

function stall(canvas: Canvas, x: number, ground: number, width: number): string {
  const { u, random, palette } = canvas;
  const top = ground - u * 370;
  const stripe = random.pick([palette.warm, palette.cool, '#3f8a5a']);
  const count = 8;
  const awning = times(count, (index) => {
    const [a, b] = [x + (index / count) * width, x + ((index + 1) / count) * width];
    const fill = index % 2 ? '#fbf6ea' : stripe;
    return (
      polygon(
        [
          [a + width * 0.04, top],
          [b + width * 0.04 - (index === count - 1 ? width * 0.08 : 0), top],
          [b, top + u * 92],
          [a, top + u * 92],
        ],
        fill,
      ) +
      path(
        p`M ${a} ${top + u * 91} L ${b} ${top + u * 91} A ${(b - a) / 2} ${u * 24} 0 0 1 ${a} ${top + u * 91} Z`,
        fill,
      )
    );
  });
  const posts =
    line(x + u * 12, top + u * 60, x + u * 12, ground, palette.ink, u * 9) +
    line(x + width - u * 12, top + u * 60, x + width - u * 12, ground, palette.ink, u * 9);
  const crates = times(4, (index) => {
    const cx = x + width * (0.05 + index * 0.235);
    const goods = random.pick(['#d8432f', '#f0a02c', '#6aa84f', '#8d3f7a', '#e8c63f', '#b5542a']);
    const heap = times(16, (item) =>
      circle(
        cx + u * (12 + (item % 6) * 15) + random.between(-3, 3) * u,
        ground - u * (128 + Math.floor(item / 6) * 16),
        u * 14,
        mix(goods, '#ffffff', random.next() * 0.22),
      ),
    );
    return (
      heap +
      rect(cx, ground - u * 122, width * 0.21, u * 52, mix(palette.warm, '#8a6238', 0.75)) +
      rect(cx, ground - u * 100, width * 0.21, u * 5, palette.ink, 'opacity="0.3"')
    );
  });
  return (
    posts +
    rect(x + u * 4, top + u * 90, width - u * 8, u * 170, palette.ink, 'opacity="0.28"') +
    crates +
    rect(x, ground - u * 72, width, u * 76, mix(palette.near, '#6b4426', 0.5)) +
    awning
  );
}
