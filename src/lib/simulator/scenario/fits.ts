import type { Sighting } from './sighting.ts';
import type { MessageTrigger } from './trigger-schema.ts';

/** Whether a trigger means this message, be it the first or the hundredth of its kind. */
export function fits(trigger: MessageTrigger, sighting: Sighting): boolean {
	return (
		trigger.from === sighting.from &&
		(trigger.method === '*' || trigger.method === sighting.method) &&
		fitsStatus(trigger, sighting) &&
		fitsWhere(trigger, sighting) &&
		(trigger.credentials ?? sighting.credentials) === sighting.credentials &&
		(trigger.dialog ?? sighting.dialog) === sighting.dialog
	);
}

/** Whether it is one of those that are meant. @param count 1 for the first that fits */
export function isMeant({ nth }: MessageTrigger, count: number): boolean {
	if (nth === undefined) return true;
	if (typeof nth === 'number') return nth === count;
	if (Array.isArray(nth)) return nth.includes(count);
	return count >= nth.from && count <= (nth.to ?? Infinity);
}

/** Without a status any message is meant where the method is any, and a request otherwise. */
function fitsStatus({ method, status }: MessageTrigger, sighting: Sighting): boolean {
	if (status === undefined) return method === '*' || sighting.status === undefined;
	if (sighting.status === undefined) return false;
	if (typeof status === 'number') return status === sighting.status;
	return status.startsWith(String(Math.floor(sighting.status / 100)));
}

function fitsWhere(trigger: MessageTrigger, sighting: Sighting): boolean {
	const { extension, instance, number, command, proxy } = trigger;
	return (
		(extension ?? sighting.extension) === sighting.extension &&
		(instance ?? sighting.instance) === sighting.instance &&
		(number ?? sighting.number) === sighting.number &&
		String(command ?? sighting.command) === sighting.command &&
		(proxy ?? sighting.connection.proxy) === sighting.connection.proxy
	);
}
