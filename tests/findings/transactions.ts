import { DOMAIN } from '../scripted-phone.ts';
import type { Example } from './example.ts';
import { registerWith } from './steps.ts';

export const transactionExamples = {
	'wrong-password': {
		fires: (trace) => {
			trace.phone('Alice', '101').online().register({ status: 401 });
		},
		says: 'Alice answered the challenge to its REGISTER, and was refused again with 401 Unauthorized: the password or the user name 802398101001 is wrong.',
		spares: (trace) => {
			trace.phone('Alice', '101').online().register({ status: 403, reason: 'Forbidden' });
		}
	},

	'wrong-realm': {
		fires: (trace) => {
			registerWith(trace.phone('Alice', '101').online(), {
				challenge: 'realm="other.example.net", nonce="n1"',
				status: 401,
				fields: [['Www-Authenticate', 'Digest realm="other.example.net", nonce="n2"']]
			});
		},
		says: 'Alice gave credentials for sip.example.com where other.example.net was asked for, and was refused with 401.',
		spares: (trace) => {
			registerWith(trace.phone('Alice', '101').online(), {
				challenge: 'realm="other.example.net", nonce="n1"',
				status: 200
			});
		}
	},

	'stale-nonce': {
		fires: (trace) => {
			registerWith(trace.phone('Alice', '101').online(), {
				status: 401,
				fields: [['Www-Authenticate', `Digest realm="${DOMAIN}", nonce="n2", stale=true`]]
			});
		},
		says: 'Alice was refused with 401 Unauthorized because its credentials were for a nonce that no longer counts; the password may well be right.',
		spares: (trace) => {
			registerWith(trace.phone('Alice', '101').online(), {
				status: 401,
				fields: [['Www-Authenticate', `Digest realm="${DOMAIN}", nonce="n2", stale=false`]]
			});
		}
	}
} satisfies Record<string, Example>;
