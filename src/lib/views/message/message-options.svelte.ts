/** How messages are shown, whichever is looked at. */
class MessageOptions {
	/** What each header field is for. */
	explanations = $state(true);
	/** Blanks, tabs and line ends, by signs. */
	whiteSpace = $state(false);
}

export const messageOptions = new MessageOptions();
