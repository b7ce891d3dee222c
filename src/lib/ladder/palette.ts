import type { Tone } from './tone.ts';

export type Theme = 'light' | 'dark';

/** Colours of a picture, which no style sheet comes with: those of the interface's tokens. */
export interface Palette {
	readonly ground: string;
	readonly pane: string;
	readonly line: string;
	readonly lineStrong: string;
	readonly ink: string;
	readonly inkDim: string;
	readonly inkFaint: string;
	readonly warning: string;
	readonly bad: string;
	readonly tones: Readonly<Record<Tone, string>>;
	/** Of lanes, and of legs, in turn. */
	readonly accents: readonly string[];
}

const LIGHT: Palette = {
	ground: '#f6f7f9',
	pane: '#ffffff',
	line: '#e2e6ec',
	lineStrong: '#cbd2dc',
	ink: '#17202c',
	inkDim: '#556176',
	inkFaint: '#5b6679',
	warning: '#985600',
	bad: '#c02626',
	tones: {
		invite: '#3949c6',
		ack: '#59677d',
		bye: '#b4235a',
		cancel: '#a8331f',
		message: '#7a3fc4',
		register: '#0b6e8a',
		info: '#6b5a00',
		refer: '#8a3c8a',
		other: '#4a5568',
		s1: '#52617a',
		s2: '#0c7446',
		s3: '#0b6e8a',
		s4: '#985600',
		s5: '#c02626',
		s6: '#a3194f',
		socket: '#4a5f7a',
		phone: '#45566e',
		media: '#0b6e6e',
		loss: '#c02626'
	},
	accents: ['#1f5fe0', '#7a3fc4', '#0b6e8a', '#8a3c8a', '#0b6e6e']
};

const DARK: Palette = {
	ground: '#0f1319',
	pane: '#151a22',
	line: '#262e3b',
	lineStrong: '#3a4556',
	ink: '#e4e9f1',
	inkDim: '#a0abbd',
	inkFaint: '#8996a9',
	warning: '#f0b860',
	bad: '#ff8a8a',
	tones: {
		invite: '#9aa6ff',
		ack: '#95a2b8',
		bye: '#ff8db3',
		cancel: '#ff9d8a',
		message: '#c9a0ff',
		register: '#62c7e3',
		info: '#dcc65a',
		refer: '#e79be7',
		other: '#aab5c6',
		s1: '#a3b0c6',
		s2: '#63d69e',
		s3: '#62c7e3',
		s4: '#f0b860',
		s5: '#ff8a8a',
		s6: '#ff8db3',
		socket: '#9db0cb',
		phone: '#b0bccd',
		media: '#5fd0d0',
		loss: '#ff8a8a'
	},
	accents: ['#78a6ff', '#c9a0ff', '#62c7e3', '#e79be7', '#5fd0d0']
};

export const PALETTES: Readonly<Record<Theme, Palette>> = { light: LIGHT, dark: DARK };
