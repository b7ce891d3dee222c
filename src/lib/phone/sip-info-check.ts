import type { SipInfo } from 'ringcentral-web-phone/types';

/** A `sipInfo` as typed, pasted or dropped: nothing of it is known to be right. */
export type SipInfoInput = SipInfo;

export type SipInfoField = keyof SipInfo;

export const SIP_INFO_FIELDS: readonly SipInfoField[] = [
	'authorizationId',
	'domain',
	'outboundProxy',
	'outboundProxyBackup',
	'username',
	'password',
	'stunServers'
];

export interface SipInfoRules {
	/** The password may be left empty: it will be asked for at start. */
	passwordOptional?: boolean;
}

/** What is wrong, by field; empty where all is well. Each message says what to write instead. */
export function checkSipInfo(
	fields: Partial<SipInfoInput>,
	rules: SipInfoRules = {}
): Map<SipInfoField, string> {
	const problems = new Map<SipInfoField, string>();
	const check = (field: SipInfoField, problem: string | undefined) => {
		if (problem !== undefined) problems.set(field, problem);
	};
	check('authorizationId', identifierProblem(fields.authorizationId));
	check('domain', domainProblem(fields.domain));
	check('outboundProxy', proxyProblem(fields.outboundProxy) ?? missing(fields.outboundProxy));
	check('outboundProxyBackup', proxyProblem(fields.outboundProxyBackup));
	check('username', userNameProblem(fields.username));
	if (!rules.passwordOptional) check('password', missing(fields.password));
	check('stunServers', stunServersProblem(fields.stunServers ?? []));
	return problems;
}

const missing = (value = '') => (value.trim() === '' ? 'This is needed.' : undefined);

/** It is quoted in `Authorization` and, by default, in `+sip.instance`. */
function identifierProblem(value = ''): string | undefined {
	if (/[\s"<>\\]/.test(value.trim())) return 'Leave out spaces, quotes and angle brackets.';
	return missing(value);
}

function userNameProblem(value = ''): string | undefined {
	if (/^sips?:/i.test(value) || value.includes('@')) {
		return 'Write the user part alone, without sip: and @domain.';
	}
	if (/[\s"<>;:\\]/.test(value.trim())) return 'Leave out spaces and the characters " < > ; : \\';
	return missing(value);
}

function domainProblem(value = ''): string | undefined {
	if (missing(value)) return missing(value);
	if (/^sips?:/i.test(value) || value.includes('@')) {
		return 'Write the domain alone, without sip: and user@.';
	}
	return isHost(value) ? undefined : 'Write a domain, such as sip.example.com.';
}

/** `host:port`, optionally with a path; the SDK dials `wss://` and what stands here. */
function proxyProblem(value = ''): string | undefined {
	if (value === '') return undefined;
	if (value.includes('://')) return 'Leave out wss://; the SDK adds it.';
	const [, host, port] = /^([^/?#]*?)(?::(\d+))?(?:\/[^\s#]*)?$/.exec(value) ?? [];
	if (host === undefined || !isHost(host)) return 'Write host:port, such as sip.example.com:8083.';
	if (port === undefined) return `The port is missing: ${host}:8083, for instance.`;
	return portProblem(port);
}

function stunServersProblem(servers: readonly string[]): string | undefined {
	for (const server of servers) {
		const problem = stunServerProblem(server);
		if (problem !== undefined) return `${server || 'An empty line'}: ${problem}`;
	}
	return undefined;
}

function stunServerProblem(server: string): string | undefined {
	if (/^(stuns?|turns?):/i.test(server)) return 'leave out the scheme; the SDK adds stun:';
	const [, host, port] = /^(.*?)(?::(\d+))?$/.exec(server) ?? [];
	if (host === undefined || !isHost(host)) return 'write host or host:port';
	return port === undefined ? undefined : portProblem(port);
}

function portProblem(port: string): string | undefined {
	return Number(port) >= 1 && Number(port) <= 65_535 ? undefined : 'Ports go from 1 to 65535.';
}

/** A name, an IPv4 address, or an IPv6 address in brackets (RFC 3986 §3.2.2). */
function isHost(text: string): boolean {
	return /^(\[[\da-f:.]+\]|[\w-]+(\.[\w-]+)*\.?)$/i.test(text) && URL.canParse(`https://${text}`);
}
