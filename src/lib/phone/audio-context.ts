let shared: AudioContext | undefined;

/**
 * The page's one AudioContext. A browser lets it run only once the page was clicked or typed into; a
 * phone is started by a click, and where it was not, the next one will do.
 */
export function audioContext(): AudioContext {
	shared ??= new AudioContext();
	if (shared.state === 'suspended') void resumeOnGesture(shared);
	return shared;
}

async function resumeOnGesture(context: AudioContext): Promise<void> {
	const resume = () => void context.resume();
	const gestures = ['pointerdown', 'keydown'] as const;
	for (const gesture of gestures) addEventListener(gesture, resume, { capture: true });
	// Pending, not rejected, for as long as the browser wants a gesture.
	await context.resume();
	for (const gesture of gestures) removeEventListener(gesture, resume, { capture: true });
}
