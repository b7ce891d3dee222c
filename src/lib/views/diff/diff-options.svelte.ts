/** How differences are shown, whichever messages are compared. */
class DiffOptions {
	/** Until it is chosen, as the room allows. */
	layout = $state<'beside' | 'unified'>();
	/** Also what is the same. */
	unchanged = $state(true);
}

export const diffOptions = new DiffOptions();
