import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Browser, chromium } from "playwright-core";
import type { Io } from "../src/cli/io.ts";
import { run } from "../src/cli/run.ts";

/** Takes the two pictures of README with Debian's Chromium: the terminal, and the brief of the examples. */
const CHROMIUM = process.env["CHROMIUM"] ?? "/usr/bin/chromium";
const root = join(import.meta.dirname, "..");
const folder = join(root, "docs/img");
const COLUMNS = 92;
const LINES = 46;
const COLORS: Readonly<Record<string, string>> = {
  "1": "font-weight:700",
  "2": "opacity:.62",
  "31": "color:#ff7b72",
  "32": "color:#7ee787",
  "33": "color:#e3b341",
  "34": "color:#79c0ff",
  "35": "color:#d2a8ff",
  "36": "color:#76e3ea",
};

mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({
  executablePath: CHROMIUM,
  args: ["--no-sandbox", "--disable-gpu"],
});
const terminal = await sanad("read", "examples/02-wire.txt");
await picture(
  browser,
  terminalPage(terminal.split("\n").slice(0, LINES).join("\n")),
  860,
  0,
  "terminal.webp",
);
await picture(browser, await sanad("brief", "examples", "-o", "-"), 1000, 1150, "brief.webp");
await browser.close();

/** What a verb prints on a colour terminal. */
async function sanad(...words: readonly string[]): Promise<string> {
  let out = "";
  const screen = { isTerminal: true, hasColor: true, columns: COLUMNS };
  const io: Io = {
    print: async (text) => {
      out += text;
    },
    tell: () => {},
    stdin: (async function* () {})(),
    stdout: screen,
    stderr: { ...screen, isTerminal: false },
    ask: null,
    key: null,
    now: () => "2026-01-02T03:04:05.000Z",
    env: {},
    folder: root,
  };
  const code = await run(words, io);
  if (code !== 0) throw new Error(`sanad ${words.join(" ")} ended with ${code}`);
  return out;
}

function terminalPage(text: string): string {
  const lines = `$ npx sanad read examples/02-wire.txt\n${text}`;
  const escaped = lines.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  const painted = escaped.replaceAll(/\u001B\[(\d+)m/g, (_all, code: string) =>
    code in COLORS ? `<span style="${COLORS[code] ?? ""}">` : "</span>",
  );
  return `<!doctype html><meta charset="utf-8"><style>body{margin:0;background:#0d1117;color:#e6edf3}
    pre{margin:0;padding:18px 22px;font:14px/1.45 "DejaVu Sans Mono","Liberation Mono",monospace}</style><pre>${painted}</pre>`;
}

/** A picture of a page, `height` high (0: as high as the page). WebP comes only by Chromium's own protocol. */
async function picture(from: Browser, html: string, width: number, height: number, name: string) {
  const page = await from.newPage({ viewport: { width, height: height || 800 } });
  await page.setContent(html);
  const session = await page.context().newCDPSession(page);
  const glance = page.getByRole("heading", { name: "At a glance" });
  const top = (await glance.count()) > 0 ? ((await glance.boundingBox())?.y ?? 0) - 24 : 0;
  const full = height > 0 ? height : await page.evaluate("document.documentElement.scrollHeight");
  const { data } = await session.send("Page.captureScreenshot", {
    format: "webp",
    quality: 80,
    captureBeyondViewport: true,
    clip: { x: 0, y: top, width, height: Number(full), scale: 1 },
  });
  writeFileSync(join(folder, name), Buffer.from(data, "base64"));
  console.log(`Wrote docs/img/${name} (${Math.round((data.length * 3) / 4096)} kB)`);
  await page.close();
}
