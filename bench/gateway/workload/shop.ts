import type { BenchmarkSample, SampleReview } from './benchmark-sample.ts';

export interface ShopUser {
  readonly id: string;
  readonly name: string;
  readonly username: string;
  readonly birthday: number;
}

export interface ShopProduct {
  readonly upc: string;
  readonly name: string;
  readonly price: number;
  readonly weight: number;
  readonly inStock: boolean;
}

/**
 * People that we made up. Their names are as long as those of the public benchmark's subgraphs, so that the answer has as
 * many bytes as everywhere else that the benchmark runs.
 */
export const users: readonly ShopUser[] = [
  user('1', 'Ida Fernwright', 'idafe'),
  user('2', 'Oskar Vance', 'oskarvance'),
  user('3', 'Marit Lindell', 'maritlindell'),
  user('4', 'Tomas Brennick', 'tomasbr'),
  user('5', 'Ann Castell', 'anncastell'),
  user('6', 'Petra Holmes', 'petrah'),
];

export const products: readonly ShopProduct[] = [
  product('1', 'Table', { price: 899, weight: 100, inStock: true }),
  product('2', 'Couch', { price: 1_299, weight: 1_000, inStock: false }),
  product('3', 'Glass', { price: 15, weight: 20, inStock: false }),
  product('4', 'Chair', { price: 499, weight: 100, inStock: false }),
  product('5', 'TV', { price: 1_299, weight: 1_000, inStock: true }),
  product('6', 'Lamp', { price: 6_999, weight: 300, inStock: true }),
  product('7', 'Grill', { price: 3_999, weight: 2_000, inStock: true }),
  product('8', 'Fridge', { price: 100_000, weight: 6_000, inStock: false }),
  product('9', 'Sofa', { price: 9_999, weight: 800, inStock: true }),
];

/** Dear goods travel free; others cost half their weight. Unknown without the price. */
export function shippingEstimate(price: number | null | undefined, weight: number | null | undefined): number | null {
  if (typeof price !== 'number') return null;
  if (price > 1_000) return 0;
  return typeof weight === 'number' ? Math.floor(weight / 2) : null;
}

/** As in the public benchmark, everybody wrote the first two reviews, and the first user wrote all of them. */
export function reviewsOfUser({ reviews }: BenchmarkSample): readonly SampleReview[] {
  return reviews.slice(0, 2);
}

export function reviewsOfProduct({ reviews }: BenchmarkSample, upc: string): readonly SampleReview[] {
  return reviews.filter((review) => review.upc === upc);
}

function user(id: string, name: string, username: string): ShopUser {
  return { id, name, username, birthday: 1_234_567_890 };
}

function product(upc: string, name: string, facts: Omit<ShopProduct, 'upc' | 'name'>): ShopProduct {
  return { upc, name, ...facts };
}
