import { seededRandom } from './random.ts';
import { scenes } from './scenes/scenes.ts';

/** The drawing of a picture as an SVG document. The first word of the key names the scene, the whole key is the seed. */
export function drawSvg(key: string, width: number, height: number): string {
  const words = key.split('-');
  const scene = scenes.get(words[0] ?? '');
  if (!scene) throw new RangeError(`no scene is called for by the picture key "${key}"`);
  const random = seededRandom(`picture/${key}`);
  const palette = random.pick(scene.palettes);
  const drawn = scene.draw({
    w: width,
    h: height,
    u: Math.min(width, height) / 1000,
    random,
    palette,
    words: new Set(words),
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${drawn}</svg>`;
}
