import { type Canvas, circle, line, mix, polygon, rect, type Scene, times } from './canvas.ts';
import { birds, clouds, sky, water } from './landscape.ts';

/** A city in three depths over a river that mirrors it. */
export const skyline: Scene = (canvas) => {
  const { w, h, u, random, palette } = canvas;
  const shore = h * random.between(0.7, 0.8);
  const far = row(canvas, shore, u * 420, u * 60, mix(palette.far, palette.sky[2], 0.35), 0.25);
  const mid = row(canvas, shore, u * 380, u * 82, mix(palette.mid, palette.far, 0.4), 0.5);
  const near = row(canvas, shore, u * 270, u * 105, palette.near, 0.75);
  const city = far + mid + near;
  const mirror = `<g transform="translate(0 ${(shore * 2).toFixed(1)}) scale(1 -1)" opacity="0.22">${city}</g>`;
  return (
    sky(canvas, h) +
    clouds(canvas, shore * 0.7) +
    birds(canvas, shore * 0.5) +
    city +
    water(canvas, shore) +
    mirror +
    rect(0, shore - u * 6, w, u * 12, palette.ink) +
    times(
      22,
      (index) =>
        circle((index / 21) * w, shore - u * 12, u * 5, palette.warm) +
        line((index / 21) * w, shore, (index / 21) * w, shore - u * 12, palette.ink, u * 2),
    )
  );
};

function row(canvas: Canvas, footY: number, height: number, width: number, fill: string, lit: number): string {
  const { w, random } = canvas;
  let x = -width * random.next();
  let out = '';
  while (x < w) {
    const own = width * random.between(0.7, 1.35);
    out += building(canvas, x, footY, own, height * random.between(0.38, 1), fill, lit);
    x += own + (random.chance(0.25) ? width * random.between(0.1, 0.5) : 0);
  }
  return out;
}

function building(
  { u, random, palette }: Canvas,
  x: number,
  footY: number,
  width: number,
  height: number,
  fill: string,
  lit: number,
): string {
  const top = footY - height;
  const roof = random.int(0, 4);
  const crown =
    roof === 0
      ? polygon(
          [
            [x, top],
            [x + width / 2, top - width * 0.5],
            [x + width, top],
          ],
          fill,
        )
      : roof === 1
        ? rect(x + width * 0.25, top - width * 0.3, width * 0.5, width * 0.32, fill) +
          line(x + width / 2, top - width * 0.3, x + width / 2, top - width * 0.85, fill, u * 4)
        : roof === 2
          ? circle(x + width / 2, top, width * 0.36, fill)
          : roof === 3
            ? polygon(
                [
                  [x, top + 1],
                  [x, top - width * 0.3],
                  [x + width, top + 1],
                ],
                fill,
              )
            : '';
  const step = u * 24;
  const columns = Math.floor((width - u * 14) / step);
  const rows = Math.floor((height - u * 24) / (step * 1.25));
  const windows = times(columns, (column) =>
    times(rows, (line_) =>
      random.chance(lit * 0.62)
        ? rect(
            x + u * 9 + column * step,
            top + u * 14 + line_ * step * 1.25,
            step * 0.5,
            step * 0.62,
            random.chance(0.6) ? palette.warm : palette.sky[2],
            `opacity="${random.between(0.35, 0.9).toFixed(2)}"`,
          )
        : '',
    ),
  );
  return (
    crown +
    rect(x, top, width, height + 2, fill) +
    rect(x + width * 0.82, top, width * 0.18, height, palette.ink, 'opacity="0.16"') +
    windows
  );
}
