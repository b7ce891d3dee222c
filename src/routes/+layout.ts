// Traces, phones and keys live in this browser alone: nothing is rendered on a server.
export const ssr = false;
export const prerender = false;
