import { ALL_LANES, type Lane, type LaneChoice } from '../../ladder/lane.ts';

/** The choice in which a lane stands so many places further right, or left where that is negative. */
export function moved(
	choice: LaneChoice,
	all: readonly Lane[],
	id: string,
	by: number
): LaneChoice {
	const order = all.map((lane) => lane.id);
	const from = order.indexOf(id);
	if (from < 0) return choice;
	const to = Math.min(Math.max(from + by, 0), order.length - 1);
	order.splice(to, 0, ...order.splice(from, 1));
	return { ...choice, order };
}

export function shown(choice: LaneChoice, id: string, isShown: boolean): LaneChoice {
	const others = choice.hidden.filter((one) => one !== id);
	return { ...choice, hidden: isShown ? others : [...others, id] };
}

/** Of the phones, one alone; servers stay, for it to talk to. */
export function alone(choice: LaneChoice, all: readonly Lane[], id: string): LaneChoice {
	const others = all.filter((lane) => lane.kind === 'phone' && lane.id !== id);
	return { ...choice, hidden: others.map((lane) => lane.id) };
}

/** Whether lanes are as they are unless chosen. */
export function isUsual({ phones, servers, order, hidden }: LaneChoice): boolean {
	const usual = phones === ALL_LANES.phones && servers === ALL_LANES.servers;
	return usual && order.length === 0 && hidden.length === 0;
}
