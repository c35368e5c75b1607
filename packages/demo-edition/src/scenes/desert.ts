import { type Canvas, circle, line, mix, p, path, polygon, type Scene, times } from './canvas.ts';
import { birds, clouds, ridgeLine, sky } from './landscape.ts';

/** Dunes with sunlit and shaded sides, palms, and in some pictures rows of solar panels. */
export const desert: Scene = (canvas) => {
  const { w, h, u, random, palette, words } = canvas;
  const horizon = h * 0.55;
  const dunes = times(6, (index) => dune(canvas, horizon + (index / 6) * h * 0.42, u * (70 + index * 22), index / 6));
  const mesas = polygon([[0, h], ...ridgeLine(canvas, horizon + u * 10, u * 150, 0.42), [w, h]], palette.far);
  const panels = words.has('solar')
    ? times(4, (row) =>
        times(9, (column) =>
          panel(canvas, w * 0.02 + column * u * (150 + row * 22), h * (0.68 + row * 0.085), u * (100 + row * 18)),
        ),
      )
    : '';
  const palms = times(random.int(2, 4), () =>
    palm(canvas, w * random.between(0.06, 0.94), h * random.between(0.72, 0.9), u * random.between(260, 400)),
  );
  return (
    sky(canvas, horizon) +
    clouds(canvas, horizon * 0.7, 3) +
    birds(canvas, horizon * 0.7) +
    mesas +
    dunes +
    panels +
    palms
  );
};

function dune({ w, h, random, palette }: Canvas, y: number, height: number, near: number): string {
  const crest = w * random.between(0.15, 0.85);
  const sand = mix(mix(palette.far, palette.sun, 0.45), palette.mid, near * 0.8);
  const light = path(
    p`M ${-w * 0.1} ${y + height * 0.8} C ${crest - w * 0.3} ${y + height * 0.5} ${crest - w * 0.12} ${y - height} ${crest} ${y - height} C ${crest + w * 0.1} ${y - height * 0.6} ${crest + w * 0.3} ${y + height * 0.5} ${w * 1.1} ${y + height * 0.6} L ${w * 1.1} ${h + 5} L ${-w * 0.1} ${h + 5} Z`,
    sand,
  );
  const shade = path(
    p`M ${crest} ${y - height} C ${crest + w * 0.1} ${y - height * 0.6} ${crest + w * 0.3} ${y + height * 0.5} ${w * 1.1} ${y + height * 0.6} L ${w * 1.1} ${h + 5} L ${crest + w * 0.02} ${h + 5} C ${crest + w * 0.1} ${y + height * 1.4} ${crest - w * 0.06} ${y + height * 0.5} ${crest} ${y - height} Z`,
    mix(sand, palette.near, 0.32),
  );
  return light + shade;
}

function palm({ u, random, palette }: Canvas, x: number, y: number, size: number): string {
  const bend = random.between(-0.16, 0.16) * size;
  const [tx, ty] = [x + bend, y - size];
  const trunk = path(
    p`M ${x - u * 11} ${y} Q ${x + bend * 0.1} ${y - size * 0.5} ${tx} ${ty} Q ${x + bend * 0.1 + u * 18} ${y - size * 0.5} ${x + u * 12} ${y} Z`,
    mix(palette.near, palette.ink, 0.3),
  );
  const fronds = times(9, (index) => {
    const angle = -Math.PI * 1.12 + (index / 8) * Math.PI * 1.24;
    const [ex, ey] = [tx + Math.cos(angle) * size * 0.4, ty + Math.sin(angle) * size * 0.25 + size * 0.14];
    return path(
      p`M ${tx} ${ty} Q ${(tx + ex) / 2} ${Math.min(ty, ey) - size * 0.13} ${ex} ${ey} Q ${(tx + ex) / 2} ${Math.min(ty, ey) - size * 0.03} ${tx} ${ty + size * 0.03} Z`,
      mix(palette.cool, '#2f6b3a', 0.6),
    );
  });
  return (
    `<ellipse cx="${(x + u * 40).toFixed(1)}" cy="${y.toFixed(1)}" rx="${(size * 0.3).toFixed(1)}" ry="${(u * 10).toFixed(1)}" fill="${palette.ink}" opacity="0.18"/>` +
    trunk +
    fronds +
    times(3, (index) => circle(tx + (index - 1) * u * 12, ty + u * 14, u * 8, palette.warm))
  );
}

function panel({ u, palette }: Canvas, x: number, y: number, width: number): string {
  const tall = width * 0.52;
  return (
    line(x + width * 0.5, y, x + width * 0.5, y - tall * 0.5, palette.ink, u * 6) +
    polygon(
      [
        [x, y - tall * 0.25],
        [x + width * 0.86, y - tall * 0.25],
        [x + width, y - tall],
        [x + width * 0.14, y - tall],
      ],
      mix(palette.cool, '#17345c', 0.6),
      `stroke="${palette.paper}" stroke-width="${(u * 3).toFixed(1)}"`,
    ) +
    times(3, (index) =>
      line(
        x + width * (0.215 + index * 0.215),
        y - tall * 0.25,
        x + width * (0.355 + index * 0.215),
        y - tall,
        palette.paper,
        u * 1.5,
        'opacity="0.6"',
      ),
    ) +
    line(x + width * 0.07, y - tall * 0.62, x + width * 0.93, y - tall * 0.62, palette.paper, u * 1.5, 'opacity="0.6"')
  );
}
