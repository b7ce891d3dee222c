import { signIn, type SignInCredentials } from '../../phone/provisioning/sign-in.ts';
import type { SignInFailure, SignInStep } from '../../phone/provisioning/sign-in-failure.ts';
import type { SipInfoInput } from '../../phone/sip-info.ts';

/** One attempt after another to sign in; each ends the one before it. */
export class SigningIn {
	/** What is under way; absent while nothing is. */
	step = $state<SignInStep>();
	failure = $state.raw<SignInFailure>();
	/** With what the last attempt was made. */
	credentials = $state.raw<SignInCredentials>();
	found = $state.raw<readonly SipInfoInput[]>([]);
	#controller: AbortController | undefined;

	/** @returns whether there is a sipInfo now */
	async start(credentials: SignInCredentials): Promise<boolean> {
		this.cancel();
		const controller = (this.#controller = new AbortController());
		this.credentials = credentials;
		this.found = [];
		const result = await signIn(credentials, {
			signal: controller.signal,
			onstep: (step) => {
				if (!controller.signal.aborted) this.step = step;
			}
		});
		if (controller.signal.aborted) return false;
		this.step = undefined;
		if (result.ok) this.found = result.sipInfos;
		else this.failure = result.failure;
		return result.ok;
	}

	cancel(): void {
		this.#controller?.abort();
		this.step = undefined;
		this.failure = undefined;
	}
}
