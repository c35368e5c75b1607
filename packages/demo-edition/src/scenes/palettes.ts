/** The light of a picture: sky from top to horizon, and land from the far haze to the near ground. */
export interface Palette {
  readonly sky: readonly [string, string, string];
  readonly sun: string;
  readonly far: string;
  readonly mid: string;
  readonly near: string;
  readonly ink: string;
  readonly warm: string;
  readonly cool: string;
  readonly paper: string;
}

const dawn: Palette = {
  sky: ['#2f4a73', '#c98a8f', '#f8cfa3'],
  sun: '#fff0c9',
  far: '#a98aa0',
  mid: '#5f6488',
  near: '#2c3a5c',
  ink: '#18223d',
  warm: '#e2725b',
  cool: '#5aa0a8',
  paper: '#fbeede',
};
const noon: Palette = {
  sky: ['#3f8fc9', '#8fc5e3', '#dff0ee'],
  sun: '#fffbe3',
  far: '#9bbcc4',
  mid: '#4f8a86',
  near: '#27595c',
  ink: '#14323a',
  warm: '#f0a03c',
  cool: '#2f78b4',
  paper: '#f7f7ee',
};
const dusk: Palette = {
  sky: ['#231d4a', '#86407a', '#f2825b'],
  sun: '#ffd98a',
  far: '#7a4a78',
  mid: '#47305f',
  near: '#251c42',
  ink: '#130f28',
  warm: '#ff9f5a',
  cool: '#5c79c9',
  paper: '#f9e4d4',
};
const night: Palette = {
  sky: ['#070d21', '#142447', '#2d4a74'],
  sun: '#f3f0d7',
  far: '#25406a',
  mid: '#172c4e',
  near: '#0d1b34',
  ink: '#060d1d',
  warm: '#ffc766',
  cool: '#6fb2d6',
  paper: '#dfe7f0',
};
const storm: Palette = {
  sky: ['#2b3640', '#5c6d75', '#a9b5b2'],
  sun: '#eef0e4',
  far: '#7f9196',
  mid: '#4b6068',
  near: '#27373f',
  ink: '#141f26',
  warm: '#d9653b',
  cool: '#3f7d8c',
  paper: '#ecede6',
};
const autumn: Palette = {
  sky: ['#5b7f95', '#b9c4b0', '#f3dfb0'],
  sun: '#fff2cc',
  far: '#b39f79',
  mid: '#a9682f',
  near: '#5a3a24',
  ink: '#2c1d15',
  warm: '#c8452b',
  cool: '#4d7f72',
  paper: '#f7eeda',
};
const desert: Palette = {
  sky: ['#4f86b5', '#a8c6cf', '#f7e3bd'],
  sun: '#fff6d8',
  far: '#dcb98c',
  mid: '#c8894f',
  near: '#8c5230',
  ink: '#44281b',
  warm: '#d45a34',
  cool: '#2f8a8f',
  paper: '#fbf1dd',
};
const spring: Palette = {
  sky: ['#6fb0d6', '#b9dbe2', '#f4f1d8'],
  sun: '#fffbe0',
  far: '#a5c3a1',
  mid: '#63995c',
  near: '#336a48',
  ink: '#173426',
  warm: '#e8718a',
  cool: '#3c8db0',
  paper: '#f6f6e8',
};

export const palettes: readonly Palette[] = [dawn, noon, dusk, night, storm, autumn, desert, spring];
/** Outdoor light, without night and storm. */
export const daylight: readonly Palette[] = [dawn, noon, autumn, desert, spring, dusk];
export const evening: readonly Palette[] = [dusk, night, dawn];
export const rough: readonly Palette[] = [storm, night, dusk];
export const arid: readonly Palette[] = [desert, dawn, autumn];
export const green: readonly Palette[] = [spring, noon, autumn, dawn];
