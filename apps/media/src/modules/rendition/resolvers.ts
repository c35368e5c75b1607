import type { Resolvers } from '../../__generated__/resolver-types.ts';
import { formats } from './formats.ts';
import { renditionVersion } from './rendition-url.ts';
import { planRendition, planSrcset } from './rules.ts';

export const renditionResolvers: Resolvers = {
  Image: {
    rendition: (image, args, { renditionUrl }) => {
      const transform = planRendition(image, args, renditionVersion(image));
      return {
        url: renditionUrl(image.id, transform),
        width: transform.width,
        height: transform.height,
        mimeType: formats[transform.format].mimeType,
      };
    },
    srcset: (image, args, { renditionUrl }) => {
      const transforms = planSrcset(image, args, renditionVersion(image));
      if (transforms.length === 0) return null;
      return transforms.map((transform) => `${renditionUrl(image.id, transform)} ${transform.width}w`).join(', ');
    },
  },
};
