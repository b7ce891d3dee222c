/** What ladders of this page draw between the messages, whichever of them is looked at. */
class LadderOptions {
	/** What sockets, phones and media did. */
	events = $state(true);
}

export const ladderOptions = new LadderOptions();
