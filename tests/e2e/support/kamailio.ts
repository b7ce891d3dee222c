import { test } from '@playwright/test';
import { hasKamailio, startKamailio } from '../../../bench/edge/kamailio-server.ts';
import type { ServerUnderLoad } from '../../../bench/edge/server-under-load.ts';

/** Gives each test of a spec a Kamailio of its own; without its program they are skipped. */
export function kamailioForEachTest(): { readonly proxy: string } {
	let kamailio: ServerUnderLoad | undefined;

	test.skip(!hasKamailio(), 'There is no Kamailio with its module websocket.');

	test.beforeEach(async () => {
		kamailio = await startKamailio();
	});

	test.afterEach(async () => {
		await kamailio?.stop();
	});

	return {
		get proxy() {
			return kamailio ? new URL(kamailio.url).host : '';
		}
	};
}
