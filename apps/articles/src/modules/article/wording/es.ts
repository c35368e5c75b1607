import type { Wording } from './wording.ts';

export const es: Wording = {
  firstPublished: 'Publicado por primera vez:',
  withdrawn: 'Este artículo ha sido retirado',
};
