import { PALETTE_CSS } from './css-palette.ts';

/** The page's only style sheet: Sipscope's look, on screen in both themes, and on paper. */
export const STYLE = `${PALETTE_CSS}
:root{--selected:#e5eeff;--hover:#eef1f6;
--sans:system-ui,-apple-system,'Segoe UI',Inter,'Noto Sans',sans-serif;
--mono:ui-monospace,'SF Mono','Cascadia Mono',Menlo,Consolas,'DejaVu Sans Mono',monospace}
@media screen and (prefers-color-scheme:dark){:root{--selected:#1b2c4d;--hover:#1d2430}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:13px/1.45 var(--sans)}
h1,h2,h3,p,ul,ol,dl,dd,pre{margin:0;padding:0}
ul,ol{list-style:none}
h1{font-size:20px;line-height:1.25;overflow-wrap:anywhere}
h2{font-size:11px;letter-spacing:.06em;text-transform:uppercase;color:var(--inkDim);margin-bottom:8px}
a{color:var(--accent-0)}
:focus-visible{outline:2px solid var(--accent-0);outline-offset:-2px;border-radius:4px}
main{height:100vh;overflow:auto;margin-right:max(420px,38vw);padding-bottom:32px}
header{padding:20px 24px 16px;background:var(--pane);border-bottom:1px solid var(--line)}
.brand{display:flex;gap:8px;align-items:center;color:var(--inkDim);font-size:12px;margin-bottom:10px}
dl{display:flex;flex-wrap:wrap;gap:2px 20px;margin-top:10px;font-size:12px}
dl div{display:flex;gap:6px;min-width:0}
dt{color:var(--inkDim)}
dd{overflow-wrap:anywhere}
section{padding:20px 24px 0}
.findings li{padding:10px 14px;margin-bottom:8px;background:var(--pane);border:1px solid var(--line);border-left:3px solid var(--accent-0);border-radius:8px;overflow-wrap:anywhere}
.findings .warning{border-left-color:var(--warning)}
.findings .error{border-left-color:var(--bad)}
.findings b{display:block}
.dim,.findings small{color:var(--inkDim)}
.table{overflow-x:auto;background:var(--pane);border:1px solid var(--line);border-radius:8px}
table{border-collapse:collapse;width:100%;font-size:12px}
th,td{text-align:left;padding:6px 12px;vertical-align:top;white-space:nowrap}
td.long{white-space:normal;min-width:16em;overflow-wrap:anywhere}
th{color:var(--inkDim);font-weight:500;border-bottom:1px solid var(--line)}
tr+tr td{border-top:1px solid var(--line)}
.notes li{padding:2px 0;white-space:pre-wrap;overflow-wrap:anywhere}
.ladder{padding:20px 0 0}
.ladder h2,.ladder>p,.ladder>label{margin-left:24px;margin-right:24px}
.rows{width:max-content;min-width:100%}
.heads{position:sticky;top:0;z-index:1;background:var(--ground);border-bottom:1px solid var(--line)}
.heads svg,.rows svg{display:block}
.rows a{display:block;text-decoration:none;color:inherit}
.rows a:hover{background:var(--hover);--ground:var(--hover)}
.rows li:has(>article:target)>a{background:var(--selected);--ground:var(--selected)}
.marked>a{box-shadow:inset 3px 0 var(--warning)}
.folded,.unfolded{display:none}
.ladder:has(#unfold:checked) .folded,.folded:has(>article:target){display:block}
.ladder:has(#unfold:checked) .closed{display:none}
.toggle{display:inline-flex;gap:6px;align-items:center;margin-bottom:8px;font-size:12px;color:var(--inkDim)}
article,.hint{position:fixed;top:0;right:0;bottom:0;width:max(420px,38vw);overflow:auto;background:var(--pane);border-left:1px solid var(--line);padding:20px 24px}
article{display:none;z-index:2}
article:target{display:block}
article h3{font-size:15px}
article p{margin-top:4px;overflow-wrap:anywhere}
article .proof,article .note{margin-top:12px;padding:8px 12px;border:1px solid var(--line);border-radius:8px;background:var(--ground)}
article .note{white-space:pre-wrap}
pre{margin-top:16px;padding-top:14px;border-top:1px solid var(--line);font:12px/1.6 var(--mono);white-space:pre-wrap;overflow-wrap:anywhere}
pre b{font-weight:600}
pre i{font-style:normal;color:var(--inkDim)}
.hint{display:grid;place-content:center;text-align:center;color:var(--inkDim);gap:6px}
kbd{font:11px var(--mono);border:1px solid var(--lineStrong);border-radius:4px;padding:1px 5px}
@media screen and (max-width:899px){
main{margin-right:0;height:auto;overflow:visible;padding-bottom:50vh}
.ladder .rows{overflow-x:auto;width:auto}
article,.hint{top:auto;left:0;width:auto;height:46vh;border-left:0;border-top:1px solid var(--lineStrong)}
.hint{height:auto;padding:10px}}
@media print{
main{margin:0;height:auto;overflow:visible}
.hint,.toggle{display:none}
.table{overflow:visible}
th,td,td.long{white-space:normal;min-width:0;padding:4px 6px}
.heads{position:static}
.rows{width:auto}
.rows svg{max-width:100%;height:auto}
.rows>li{break-inside:avoid-page}
article,article:target{display:block;position:static;width:auto;border:0;padding:4px 24px 12px;background:none}
.rows li:has(>article:target)>a{background:none}}
${toneRules()}`;

/** Start lines have the colour of their rungs. */
function toneRules(): string {
	const tones = ['invite', 'ack', 'bye', 'cancel', 'message', 'register', 'info', 'refer', 'other'];
	return [...tones, 's1', 's2', 's3', 's4', 's5', 's6']
		.map((tone) => `.tone-${tone}{color:var(--tone-${tone})}`)
		.join('\n');
}
