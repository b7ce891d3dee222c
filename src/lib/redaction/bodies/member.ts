import { replaceDisplayName } from '../fields/display-name.ts';
import { replaceInstance } from '../fields/instance.ts';
import { replaceUserName } from '../fields/user.ts';
import type { Replacer } from '../replacer.ts';
import { replaceInProse } from '../text/prose.ts';

const TOKEN = /token|secret|credential|authori[sz]ation$|api_?key|jwt|cookie|signature|assertion/i;
const PASSWORD = /passw|^pwd$|^pin$/i;
const NAME =
	/^(?:caller|callee|display|first|last|full|given|family|user|queue|contact|company|park)?[-_ ]?(?:id)?[-_ ]?(?:name|display)$/i;
const DIALLED =
	/phn$|phone(?:_?number)?$|number$|caller_?id$|extension$|^(?:cln|ctrlcln|extnfo|from|to|target|user|username|ani|dnis|msisdn|extensionid|accountid|authorizationid|auth_?id)$/i;

/** A member of JSON, or an attribute of XML, by its name; one of an unknown name by its look. */
export function replaceMember(name: string, value: string, replacer: Replacer): string {
	if (value.trim() === '') return value;
	if (PASSWORD.test(name)) return replacer.value('password', value);
	if (TOKEN.test(name)) return replacer.value('token', value);
	if (/instance_?id$/i.test(name)) return replaceInstance(value, replacer);
	if (NAME.test(name)) return replaceDisplayName(value, replacer);
	if (DIALLED.test(name)) return replaceDialled(value, replacer);
	return replaceInProse(value, replacer);
}

/** A number, user name, or address with or without its scheme: `#996016@sip.example.com:5060`. */
function replaceDialled(value: string, replacer: Replacer): string {
	return /[@:<\s]/.test(value) && !/^[+\d][\d\s().-]*$/.test(value)
		? replaceInProse(value, replacer)
		: replaceUserName(value, replacer);
}
