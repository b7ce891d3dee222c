import type { SignInCredentials } from '../../phone/provisioning/sign-in.ts';
import { generateInstanceId, instanceIdProblem, type PhoneProfile } from '../../phone/profile.ts';
import { checkSipInfo, type SipInfoField, type SipInfoInput } from '../../phone/sip-info.ts';
import type { Instant } from '../../trace/instant.ts';

/** A phone as its form has it: everything is text until it is checked. */
export interface ProfileDraft extends Omit<SipInfoInput, 'stunServers' | 'outboundProxyBackup'> {
	name: string;
	outboundProxyBackup: string;
	/** One a line. */
	stunServers: string;
	keepPassword: boolean;
	plain: boolean;
	recovers: boolean;
	instanceKind: PhoneProfile['instance']['kind'];
	/** Generated before it is chosen, so that it can be seen. */
	generatedId: string;
	typedId: string;
	media: PhoneProfile['media'];
	/** Empty: the browser's default. */
	inputDeviceId: string;
	outputDeviceId: string;
	/** What to keep of how it signed in. */
	signIn: SignInCredentials | undefined;
}

export type DraftField = SipInfoField | 'typedId';

export function emptyDraft(): ProfileDraft {
	return {
		name: '',
		authorizationId: '',
		domain: '',
		outboundProxy: '',
		outboundProxyBackup: '',
		username: '',
		password: '',
		stunServers: '',
		keepPassword: true,
		plain: false,
		recovers: true,
		instanceKind: 'default',
		generatedId: generateInstanceId(),
		typedId: '',
		media: 'microphone',
		inputDeviceId: '',
		outputDeviceId: '',
		signIn: undefined
	};
}

export function draftOf({ name, sipInfo, instance, ...profile }: PhoneProfile): ProfileDraft {
	const empty = emptyDraft();
	return {
		...empty,
		...sipInfoFields({ ...sipInfo, password: sipInfo.password ?? '' }),
		name,
		keepPassword: sipInfo.password !== undefined,
		plain: profile.plain,
		recovers: profile.recovers ?? true,
		instanceKind: instance.kind,
		generatedId: instance.kind === 'generated' ? instance.id : empty.generatedId,
		typedId: instance.kind === 'typed' ? instance.id : '',
		media: profile.media,
		inputDeviceId: profile.inputDeviceId ?? '',
		outputDeviceId: profile.outputDeviceId ?? '',
		signIn: profile.signIn
	};
}

/** The part of a draft that a pasted `sipInfo` fills; it does not say whether its server speaks TLS. */
export function sipInfoFields(sipInfo: SipInfoInput) {
	return {
		authorizationId: sipInfo.authorizationId,
		domain: sipInfo.domain,
		outboundProxy: sipInfo.outboundProxy,
		outboundProxyBackup: sipInfo.outboundProxyBackup ?? '',
		username: sipInfo.username,
		password: sipInfo.password,
		stunServers: (sipInfo.stunServers ?? []).join('\n'),
		plain: isOnThisMachine(sipInfo.outboundProxy)
	};
}

/** As a simulator is, which has no certificate. */
function isOnThisMachine(proxy: string): boolean {
	return /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(?=[:/]|$)/i.test(proxy.trim());
}

/** What is wrong, by field; empty where the draft can become a profile. */
export function checkDraft(draft: ProfileDraft): Map<DraftField, string> {
	const problems = new Map<DraftField, string>(
		checkSipInfo(sipInfoOf(draft), { passwordOptional: !draft.keepPassword })
	);
	const typed =
		draft.instanceKind === 'typed' ? instanceIdProblem(draft.typedId.trim()) : undefined;
	if (typed !== undefined) problems.set('typedId', typed);
	return problems;
}

/** What a phone is called until somebody names it. */
export function suggestedName({ username }: ProfileDraft): string {
	const extension = /\*(\d+)$/.exec(username.trim())?.[1];
	return extension === undefined ? username.trim() : `Extension ${extension}`;
}

/** The profile of a checked draft; `before` is the one it changes. */
export function profileOf(
	draft: ProfileDraft,
	before: PhoneProfile | undefined,
	createdAt: Instant
): PhoneProfile {
	const { password, ...sipInfo } = sipInfoOf(draft);
	return {
		...(before?.simulated ? { simulated: true } : undefined),
		id: before?.id ?? crypto.randomUUID(),
		name: draft.name.trim() || suggestedName(draft),
		sipInfo: draft.keepPassword ? { ...sipInfo, password } : sipInfo,
		plain: draft.plain,
		instance: instanceChoice(draft),
		media: draft.media,
		...(!draft.recovers && { recovers: false }),
		...(draft.inputDeviceId && { inputDeviceId: draft.inputDeviceId }),
		...(draft.outputDeviceId && { outputDeviceId: draft.outputDeviceId }),
		...(draft.signIn && { signIn: { ...draft.signIn } }),
		createdAt: before?.createdAt ?? createdAt
	};
}

function instanceChoice({
	instanceKind,
	generatedId,
	typedId
}: ProfileDraft): PhoneProfile['instance'] {
	if (instanceKind === 'default') return { kind: 'default' };
	return { kind: instanceKind, id: instanceKind === 'generated' ? generatedId : typedId.trim() };
}

function sipInfoOf(draft: ProfileDraft): SipInfoInput {
	return {
		authorizationId: draft.authorizationId.trim(),
		domain: draft.domain.trim(),
		outboundProxy: draft.outboundProxy.trim(),
		outboundProxyBackup: draft.outboundProxyBackup.trim(),
		username: draft.username.trim(),
		password: draft.password,
		stunServers: draft.stunServers
			.split(/[\n,]/)
			.map((server) => server.trim())
			.filter((server) => server !== '')
	};
}
