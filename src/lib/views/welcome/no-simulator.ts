/** Why the simulator could not be used, from what `tryWithSimulator` threw, in words. */
export function explainNoSimulator(thrown: unknown): string {
	const missing =
		'There is no simulator at this address. Run "npm start" and open the page it names';
	// A plain web server answers /accounts with the app's own page, which is no JSON.
	if (thrown instanceof SyntaxError) return `${missing}; your own sipInfo works here as well.`;
	if (thrown instanceof TypeError)
		return `The simulator does not answer. Is "npm start" still running?`;
	const words = thrown instanceof Error ? thrown.message : String(thrown);
	return `${missing}. ${words}`;
}
