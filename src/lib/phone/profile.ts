import type { SipInfo } from 'ringcentral-web-phone/types';
import type { Instant } from '../trace/instant.ts';
import type { SignInCredentials } from './provisioning/sign-in.ts';

export type { SipInfo };

/** A saved phone: who it is and how it is run. */
export interface PhoneProfile {
	id: string;
	name: string;
	/** The password may be left unsaved; then it is asked for at start. */
	sipInfo: Omit<SipInfo, 'password'> & { password?: string };
	/** Dial `ws://` instead of `wss://`, as a server on this machine needs. */
	plain: boolean;
	/** The SDK's default is the `authorizationId`: two phones of one extension are then one instance. */
	instance: { kind: 'default' } | { kind: 'generated' | 'typed'; id: string };
	/** `tone` needs no microphone and asks for no permission. */
	media: 'microphone' | 'tone';
	inputDeviceId?: string;
	outputDeviceId?: string;
	/** Recovers by itself from what breaks its registration, unless set to false: the bare SDK does not. */
	recovers?: boolean;
	/** What it signed in with, where that may be kept: a password of RingCentral's changes. */
	signIn?: SignInCredentials;
	/** Belongs to the simulator, so that its password is no secret. */
	simulated?: boolean;
	createdAt: Instant;
}

/** The bare id of `+sip.instance`; it survives restarts (RFC 5626 §4.1). */
export function instanceOf({ instance, sipInfo }: PhoneProfile): string {
	return instance.kind === 'default' ? sipInfo.authorizationId : instance.id;
}

export function addressOfRecordOf({ sipInfo }: PhoneProfile): string {
	return `sip:${sipInfo.username}@${sipInfo.domain}`;
}

/** Whether two are the same in all that they say; each may be a copy from another tab or from storage. */
export function isSameProfile(one: PhoneProfile, other: PhoneProfile): boolean {
	return one === other || JSON.stringify(one) === JSON.stringify(other);
}

/** The extension number, where the user name ends in `*<extension>`. */
export function extensionOf({ sipInfo }: PhoneProfile): string | undefined {
	return /\*(\d+)$/.exec(sipInfo.username)?.[1];
}

/** Whether there is another proxy to go to where the first one fails. */
export function hasBackupProxy({ sipInfo }: PhoneProfile): boolean {
	const { outboundProxy, outboundProxyBackup } = sipInfo;
	return Boolean(outboundProxyBackup) && outboundProxyBackup !== outboundProxy;
}

/** An instance id to be generated once and kept with its profile (RFC 5626 §4.1, RFC 4122). */
export function generateInstanceId(): string {
	return crypto.randomUUID();
}

/**
 * What is wrong with a typed instance id, if anything: it stands in `"<urn:uuid:…>"`, and RingCentral
 * takes ids that are no UUIDs, such as its own `authorizationId`.
 */
export function instanceIdProblem(id: string): string | undefined {
	if (id === '') return 'Type an instance id, or choose another kind.';
	if (/^urn:/i.test(id)) return 'Leave out "urn:uuid:"; the SDK adds it.';
	if (!/^[\w.-]+$/.test(id)) return 'Use letters, digits, dots and hyphens only.';
	return undefined;
}
