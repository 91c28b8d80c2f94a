/** The dossier's own style: for a screen and for paper, with letters that every machine has. */
export const dossierStyle = `
:root { color-scheme: light dark; }
body { font: 1rem/1.5 "Source Serif 4", Georgia, serif; max-width: 46rem; margin: 2rem auto; padding: 0 1.2rem; }
h1 { font-size: 1.9rem; line-height: 1.2; margin: 0; }
h2 { font-size: 1.2rem; margin: 2rem 0 0.5rem; border-bottom: 1px solid; }
p { margin: 0.2rem 0; }
ul { list-style: none; padding: 0; }
li, article { padding: 0.6rem 0; border-top: 1px solid #8886; break-inside: avoid; }
blockquote { margin: 0.4rem 0; padding-left: 0.8rem; border-left: 3px solid #888; overflow-wrap: anywhere; }
.soft, .source, .clocks, footer { font: 0.86rem/1.45 "Source Sans 3", system-ui, sans-serif; opacity: 0.85; }
code { font-size: 0.8em; }
footer { margin-top: 3rem; border-top: 1px solid; padding-top: 0.6rem; }
@media print { body { margin: 0; max-width: none; font-size: 10.5pt; color: #000; } h2 { break-after: avoid; } @page { margin: 18mm; } }
`;
