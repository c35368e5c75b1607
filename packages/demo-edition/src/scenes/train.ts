import { type Canvas, circle, gradient, line, mix, p, path, rect, type Scene, times } from './canvas.ts';
import { tree } from './figures.ts';
import { birds, clouds, ridge, sky } from './landscape.ts';

/** A train crossing a stone viaduct over a valley. */
export const train: Scene = (canvas) => {
  const { w, h, u, random, palette } = canvas;
  const deck = h * random.between(0.54, 0.6);
  const span = u * random.between(180, 230);
  const stone = mix(palette.paper, palette.mid, 0.42);
  const foot = h * 0.9;
  const arches = times(w / span + 1, (index) => {
    const x = index * span - span * 0.4;
    return (
      path(
        p`M ${x} ${deck} L ${x + span} ${deck} L ${x + span} ${foot} L ${x + span * 0.86} ${foot} L ${x + span * 0.86} ${deck + span * 0.62} A ${span * 0.36} ${span * 0.42} 0 0 0 ${x + span * 0.14} ${deck + span * 0.62} L ${x + span * 0.14} ${foot} L ${x} ${foot} Z`,
        stone,
      ) + rect(x + span * 0.86, deck + span * 0.4, span * 0.05, foot - deck - span * 0.4, palette.ink, 'opacity="0.2"')
    );
  });
  const wood = times(46, (index) =>
    tree(
      canvas,
      random.next() * w,
      h * (0.86 + (index / 46) * 0.18),
      u * (60 + (index / 46) * 110),
      mix(palette.near, palette.mid, random.next() * 0.6),
      palette.ink,
    ),
  );
  return (
    sky(canvas, h * 0.8) +
    clouds(canvas, deck * 0.7) +
    birds(canvas, deck * 0.6) +
    ridge(canvas, h * 0.68, u * 250, palette.far) +
    ridge(canvas, h * 0.82, u * 200, mix(palette.far, palette.mid, 0.6)) +
    arches +
    rect(0, deck - u * 16, w, u * 24, mix(stone, palette.ink, 0.3)) +
    cars(canvas, deck - u * 16) +
    ridge(canvas, h * 0.97, u * 90, palette.near) +
    wood
  );
};

function cars({ w, u, random, palette }: Canvas, railY: number): string {
  const [length, height] = [u * 310, u * 88];
  const start = w * random.between(0.02, 0.2);
  const stripe = random.pick([palette.warm, palette.cool]);
  const body = gradient('car', ['#ffffff', mix(palette.paper, palette.far, 0.35)]);
  const masts =
    times(
      9,
      (index) =>
        line((index / 8) * w, railY, (index / 8) * w, railY - u * 170, palette.ink, u * 4) +
        line((index / 8) * w, railY - u * 150, (index / 8) * w + u * 46, railY - u * 150, palette.ink, u * 3),
    ) + line(0, railY - u * 148, w, railY - u * 148, palette.ink, u * 2);
  const wagons = times(4, (index) => {
    const x = start + index * (length + u * 8);
    const front = index === 3;
    const shell = front
      ? path(
          p`M ${x} ${railY - height} L ${x + length * 0.72} ${railY - height} C ${x + length * 0.95} ${railY - height} ${x + length * 1.06} ${railY - height * 0.3} ${x + length * 1.06} ${railY - u * 10} L ${x} ${railY - u * 10} Z`,
          'url(#car)',
        )
      : rect(x, railY - height, length, height - u * 10, 'url(#car)', `rx="${(u * 8).toFixed(1)}"`);
    const windows = times(
      front ? 5 : 7,
      (pane) =>
        rect(
          x + u * 18 + pane * u * 41,
          railY - height + u * 17,
          u * 30,
          u * 27,
          palette.near,
          `rx="${(u * 4).toFixed(1)}"`,
        ) +
        (random.chance(0.5) ? circle(x + u * 33 + pane * u * 41, railY - height + u * 37, u * 7, palette.warm) : ''),
    );
    return (
      shell +
      rect(x, railY - height * 0.4, front ? length * 1.04 : length, u * 11, stripe) +
      windows +
      times(4, (wheel) =>
        circle(x + u * (40 + (wheel % 2) * 32 + Math.floor(wheel / 2) * 200), railY - u * 8, u * 11, palette.ink),
      )
    );
  });
  return body + masts + wagons;
}
