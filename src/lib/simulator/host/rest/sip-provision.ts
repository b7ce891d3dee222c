import { sipInfoOf } from '../../accounts.ts';
import { ok, type Answer } from '../answer.ts';
import { readJson } from '../body.ts';
import type { Asked } from './asked.ts';
import { deviceOf } from './devices.ts';
import { invalidContent, invalidParameter } from './errors.ts';

/**
 * `POST …/client-info/sip-provision` with `{ sipInfo: [{ transport: 'WSS' }] }`: what a device needs
 * to register. Whatever transport is asked for, the edge has this one.
 */
export function sipProvision(asked: Asked, body: string): Answer {
	const json = readJson(body);
	if (!json.ok) return invalidContent();
	if (!asksForTransports(json.value)) return invalidParameter('sipInfo');
	const { extension, proxy } = asked;
	return ok({
		device: deviceOf(asked, extension),
		sipInfo: [{ ...sipInfoOf(extension.account, proxy), authorizationTypes: ['SipDigest'] }],
		sipFlags: {
			voipFeatureEnabled: true,
			voipCountryBlocked: false,
			outboundCallsEnabled: true,
			dscpEnabled: false,
			dscpSignaling: 26,
			dscpVoice: 46,
			dscpVideo: 34
		},
		// On these an application tries the backup proxy.
		sipErrorCodes: ['401', '402', '403', '404', '407', '408', '500', '502', '503', '504'],
		pollingInterval: 86_400
	});
}

function asksForTransports(body: unknown): boolean {
	if (typeof body !== 'object' || body === null || !('sipInfo' in body)) return false;
	const { sipInfo } = body;
	return Array.isArray(sipInfo) && sipInfo.length > 0 && sipInfo.every(isTransport);
}

function isTransport(info: unknown): boolean {
	return (
		typeof info === 'object' &&
		info !== null &&
		'transport' in info &&
		['UDP', 'TCP', 'TLS', 'WSS'].includes(String(info.transport))
	);
}
