import { fileURLToPath } from "node:url";
import { svelte, vitePreprocess } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vite";

export default defineConfig({
  root: fileURLToPath(new URL(".", import.meta.url)),
  plugins: [svelte({ preprocess: vitePreprocess() })],
  build: {
    outDir: "../../dist/web",
    emptyOutDir: true,
    target: "es2022",
    // A font or picture inside a style would need `data:` in the Content-Security-Policy.
    assetsInlineLimit: 0,
    // Vite's preload polyfill is an inline script, which the policy refuses; every browser we target preloads by itself.
    modulePreload: { polyfill: false },
  },
  server: { proxy: { "/api": "http://127.0.0.1:4711" } },
});
