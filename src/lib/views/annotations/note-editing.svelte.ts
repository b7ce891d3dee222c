/** The message whose note is being written, so that its field is there though it is empty. */
class NoteEditing {
	/** Its `seq`. */
	seq = $state<number>();
}

export const noteEditing = new NoteEditing();
