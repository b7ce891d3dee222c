/** What a payload type carries. */
export interface Codec {
	/** As written: `opus`, `PCMU`, `telephone-event`; `''` where nothing names it. */
	codec: string;
	/** In Hz; 0 where unknown. */
	clockRate: number;
	channels?: number;
}

/** Audio and video whose payload types need no `a=rtpmap` (RFC 3551 §6). */
const STATIC_PAYLOADS: ReadonlyMap<number, Codec> = new Map<number, Codec>([
	[0, { codec: 'PCMU', clockRate: 8000 }],
	[3, { codec: 'GSM', clockRate: 8000 }],
	[4, { codec: 'G723', clockRate: 8000 }],
	[5, { codec: 'DVI4', clockRate: 8000 }],
	[6, { codec: 'DVI4', clockRate: 16000 }],
	[7, { codec: 'LPC', clockRate: 8000 }],
	[8, { codec: 'PCMA', clockRate: 8000 }],
	[9, { codec: 'G722', clockRate: 8000 }],
	[10, { codec: 'L16', clockRate: 44100, channels: 2 }],
	[11, { codec: 'L16', clockRate: 44100 }],
	[12, { codec: 'QCELP', clockRate: 8000 }],
	[13, { codec: 'CN', clockRate: 8000 }],
	[14, { codec: 'MPA', clockRate: 90000 }],
	[15, { codec: 'G728', clockRate: 8000 }],
	[16, { codec: 'DVI4', clockRate: 11025 }],
	[17, { codec: 'DVI4', clockRate: 22050 }],
	[18, { codec: 'G729', clockRate: 8000 }],
	[25, { codec: 'CelB', clockRate: 90000 }],
	[26, { codec: 'JPEG', clockRate: 90000 }],
	[28, { codec: 'nv', clockRate: 90000 }],
	[31, { codec: 'H261', clockRate: 90000 }],
	[32, { codec: 'MPV', clockRate: 90000 }],
	[33, { codec: 'MP2T', clockRate: 90000 }],
	[34, { codec: 'H263', clockRate: 90000 }]
]);

/** `undefined` for a dynamic payload type, or a reserved one. */
export function staticPayload(type: number): Codec | undefined {
	return STATIC_PAYLOADS.get(type);
}
