import { defineConfig } from 'vite';

/** The command line as files that need nothing else, so that it starts at once: `bin` of the package. */
export default defineConfig({
	publicDir: false,
	build: {
		ssr: 'src/cli/sipscope.ts',
		outDir: 'dist',
		target: 'node20',
		minify: false,
		rolldownOptions: { output: { entryFileNames: 'sipscope.js', chunkFileNames: '[name].js' } }
	},
	ssr: { noExternal: true }
});
