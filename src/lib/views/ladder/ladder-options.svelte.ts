/** How ladders are drawn on this page, whichever of them is looked at. */
class LadderOptions {
	/** Draw socket, phone and media events between the messages. */
	marks = $state(true);
}

export const ladderOptions = new LadderOptions();
