import type { DemoByline } from '../types.ts';

/** The invented agency whose reports the demo newsroom prints beside its own. */
export const meridianWire: DemoByline = { name: 'Meridian Wire' };

export const mara: DemoByline = { name: 'Mara Ellwood', contributorSlug: 'mara-ellwood' };
export const tomas: DemoByline = { name: 'Tomas Verrin', contributorSlug: 'tomas-verrin' };
export const priya: DemoByline = { name: 'Priya Lindqvist', contributorSlug: 'priya-lindqvist' };
export const owen: DemoByline = { name: 'Owen Brandt', contributorSlug: 'owen-brandt' };

export const naama: DemoByline = { name: 'נעמה לביא־כרם', contributorSlug: 'naama-lavi-kerem' };
export const ohad: DemoByline = { name: 'אוהד שקמוני', contributorSlug: 'ohad-shikmoni' };
export const tirza: DemoByline = { name: 'תרצה מעיין', contributorSlug: 'tirza-maayan' };

export const salma: DemoByline = { name: 'سلمى النجدي', contributorSlug: 'salma-najdi' };
export const karim: DemoByline = { name: 'كريم البحراوي', contributorSlug: 'karim-bahrawi' };
export const hanan: DemoByline = { name: 'حنان الزيتوني', contributorSlug: 'hanan-zaytuni' };
