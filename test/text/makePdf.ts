/** A line of a made-up PDF: its words, and where they stand. */
export type PdfText = {
  readonly x: number;
  readonly y: number;
  readonly size?: number;
  readonly text: string;
};

/** What a made-up PDF may have besides lines. */
export type PdfOptions = {
  readonly title?: string;
  /** Letters beyond Latin: each gets a byte of its own and an entry in the font's table. */
  readonly letters?: string;
  readonly isEncrypted?: boolean;
  /** A page with a picture and no text. */
  readonly isScan?: boolean;
};

/** Makes a PDF of one page for each list of lines. */
export function makePdf(
  pages: readonly (readonly PdfText[])[],
  options: PdfOptions = {},
): Uint8Array {
  const letters = Array.from(options.letters ?? "");
  const bytesOf = (text: string): string =>
    Array.from(text)
      .map((letter) => {
        const at = letters.indexOf(letter);
        const code = at === -1 ? letter.charCodeAt(0) : 0x80 + at;
        return code.toString(16).padStart(2, "0");
      })
      .join("");
  const objects: string[] = [];
  const add = (body: string): number => objects.push(body);
  add("<< /Type /Catalog /Pages 2 0 R >>");
  add("");
  const map = letters
    .map(
      (letter, at) =>
        `<${(0x80 + at).toString(16)}> <${letter.charCodeAt(0).toString(16).padStart(4, "0")}>`,
    )
    .join("\n");
  const ascii = "1 beginbfrange\n<20> <7e> <0020>\nendbfrange";
  const cmap = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def 1 begincodespacerange <00> <ff> endcodespacerange ${ascii}\n${letters.length} beginbfchar\n${map}\nendbfchar endcmap end end`;
  const unicode = add(stream(cmap));
  const widths = Array.from({ length: 224 }, () => "500").join(" ");
  const font = add(
    `<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /FirstChar 32 /LastChar 255 /Widths [${widths}] ${letters.length > 0 ? `/ToUnicode ${unicode} 0 R` : ""} /Encoding /WinAnsiEncoding >>`,
  );
  const picture = add(
    stream(
      "\u0000",
      "/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8",
    ),
  );
  const kids = pages.map((lines) => {
    const body =
      options.isScan === true
        ? "q 600 0 0 800 0 0 cm /P Do Q"
        : lines
            .map(
              ({ x, y, size = 12, text }) =>
                `BT /F ${size} Tf 1 0 0 1 ${x} ${y} Tm <${bytesOf(text)}> Tj ET`,
            )
            .join("\n");
    const content = add(stream(body));
    return add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents ${content} 0 R /Resources << /Font << /F ${font} 0 R >> /XObject << /P ${picture} 0 R >> >> >>`,
    );
  });
  objects[1] = `<< /Type /Pages /Count ${kids.length} /Kids [${kids.map((kid) => `${kid} 0 R`).join(" ")}] >>`;
  const info = add(`<< ${options.title === undefined ? "" : `/Title (${options.title})`} >>`);
  const key = "<0000000000000000000000000000000000000000000000000000000000000000>";
  const encrypt =
    options.isEncrypted === true
      ? add(`<< /Filter /Standard /V 1 /R 2 /Length 40 /P -4 /O ${key} /U ${key} >>`)
      : 0;
  let out = "%PDF-1.4\n";
  const places = objects.map((body, at) => {
    const place = out.length;
    out += `${at + 1} 0 obj\n${body}\nendobj\n`;
    return place;
  });
  const start = out.length;
  out += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.map((place) => `${String(place).padStart(10, "0")} 00000 n \n`).join("")}`;
  out += `trailer << /Size ${objects.length + 1} /Root 1 0 R /Info ${info} 0 R ${encrypt === 0 ? "" : `/Encrypt ${encrypt} 0 R /ID [<00> <00>]`} >>\nstartxref\n${start}\n%%EOF`;
  return Buffer.from(out, "latin1");
}

function stream(body: string, entries = ""): string {
  return `<< ${entries} /Length ${body.length} >>\nstream\n${body}\nendstream`;
}
