import { findJsonError } from './json-error.ts';
import { SIP_INFO_FIELDS, type SipInfoField, type SipInfoInput } from './sip-info-check.ts';
import type { PhoneProfile } from './profile.ts';

export { checkSipInfo, type SipInfoField, type SipInfoInput } from './sip-info-check.ts';

export interface SipInfoError {
	/** The field it is about; absent where it is about the text as a whole. */
	field?: SipInfoField;
	message: string;
}

export type ParsedSipInfo =
	{ ok: true; sipInfos: SipInfoInput[] } | { ok: false; errors: SipInfoError[] };

type JsonObject = Record<string, unknown>;

/**
 * Reads a bare `sipInfo`, a list of them, or the whole answer of RingCentral's `sip-provision`
 * (`{ sipInfo: […], device }`). Fields that are not there come out empty, since a form can ask for
 * them: `checkSipInfo` tells. Fields of the wrong type are errors; all others are ignored. Entries for
 * another transport than WebSocket are left out.
 */
export function parseSipInfo(text: string): ParsedSipInfo {
	if (text.trim() === '') return refused('There is nothing here. Paste a sipInfo as JSON.');
	const syntax = findJsonError(text);
	if (syntax) {
		return refused(`Not JSON at line ${syntax.line}, column ${syntax.column}: ${syntax.message}`);
	}
	const candidates = candidatesIn(JSON.parse(text));
	if (candidates.length === 0) return refused('There is no sipInfo in this JSON.');
	const usable = candidates.filter(isForWebSocket);
	if (usable.length === 0) return refused('No sipInfo here is for WebSocket (transport "WSS").');
	const errors = usable.flatMap(typeErrors);
	return errors.length > 0 ? { ok: false, errors } : { ok: true, sipInfos: usable.map(inputOf) };
}

/** A profile's `sipInfo` as `parseSipInfo` reads it again; without the password if that is not saved. */
export function printSipInfo(profile: PhoneProfile): string {
	return JSON.stringify(profile.sipInfo, undefined, '\t') + '\n';
}

const refused = (message: string): ParsedSipInfo => ({ ok: false, errors: [{ message }] });

const isObject = (value: unknown): value is JsonObject =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

function candidatesIn(json: unknown): JsonObject[] {
	const found = isObject(json) && 'sipInfo' in json ? json['sipInfo'] : json;
	return (Array.isArray(found) ? found : [found])
		.filter(isObject)
		.filter((item) => SIP_INFO_FIELDS.some((field) => field in item));
}

function isForWebSocket({ transport }: JsonObject): boolean {
	return typeof transport !== 'string' || /^wss?$/i.test(transport);
}

function typeErrors(candidate: JsonObject): SipInfoError[] {
	return SIP_INFO_FIELDS.flatMap((field): SipInfoError[] => {
		const value = candidate[field];
		if (value === undefined || value === null) return [];
		if (field === 'stunServers') {
			const fine = Array.isArray(value) && value.every((server) => typeof server === 'string');
			return fine ? [] : [{ field, message: 'stunServers must be a list of texts.' }];
		}
		return typeof value === 'string'
			? []
			: [{ field, message: `${field} must be a text, in double quotes.` }];
	});
}

function inputOf(candidate: JsonObject): SipInfoInput {
	const text = (field: SipInfoField) => ((candidate[field] as string | null) ?? '').trim();
	return {
		authorizationId: text('authorizationId'),
		domain: text('domain'),
		outboundProxy: text('outboundProxy'),
		outboundProxyBackup: text('outboundProxyBackup'),
		username: text('username'),
		// A password may begin or end with a space.
		password: (candidate['password'] as string | null) ?? '',
		stunServers: ((candidate['stunServers'] as string[] | null) ?? []).map((server) =>
			server.trim()
		)
	};
}
