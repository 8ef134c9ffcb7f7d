import { createHash, createHmac } from "node:crypto";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";

/** A store that speaks enough of S3, checks each signature as AWS describes it (Signature Version 4), and can misbehave. */
export type Bucket = {
  readonly url: string;
  readonly objects: Map<string, Buffer>;
  /** Answers for the next requests in place of the right ones. */
  readonly answers: number[];
  /** How many of the next answers break off in their body, give half of it as a whole, or never come. */
  readonly faults: { cut: number; halved: number; silent: boolean };
  readonly close: () => Promise<void>;
};

export const LOGIN = {
  AWS_ACCESS_KEY_ID: "AKIDEXAMPLE",
  AWS_SECRET_ACCESS_KEY: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY",
  AWS_REGION: "eu-west-3",
} as const;

/** Keys in one page of a listing: few, so that there are several pages. */
const PAGE = 2;

export async function startBucket(): Promise<Bucket> {
  const objects = new Map<string, Buffer>();
  const answers: number[] = [];
  const faults = { cut: 0, halved: 0, silent: false };
  const server: Server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      const body = Buffer.concat(parts);
      if (faults.silent) return;
      const told = answers.shift();
      const { status, text } =
        told !== undefined
          ? { status: told, text: Buffer.alloc(0) }
          : isSigned(request, body)
            ? answer(request, body, objects)
            : { status: 403, text: Buffer.from("<Code>SignatureDoesNotMatch</Code>") };
      const isBody = request.method === "GET" && status === 200 && text.length > 1;
      if (isBody && faults.cut > 0) {
        faults.cut -= 1;
        response.writeHead(status, { "content-length": text.length });
        response.write(text.subarray(0, 1));
        setTimeout(() => response.destroy(), 20);
        return;
      }
      if (isBody && faults.halved > 0) {
        faults.halved -= 1;
        response.writeHead(status, { "content-length": text.length >> 1 });
        response.end(text.subarray(0, text.length >> 1));
        return;
      }
      response.writeHead(status, { "content-length": text.length });
      response.end(request.method === "HEAD" ? undefined : text);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/evidence bucket/of ours`.replaceAll(" ", "%20"),
    objects,
    answers,
    faults,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

type Answer = { readonly status: number; readonly text: Buffer };

function answer(request: IncomingMessage, body: Buffer, objects: Map<string, Buffer>): Answer {
  const { pathname, searchParams } = new URL(request.url ?? "", "http://s3");
  const [, bucket, ...rest] = decodeURIComponent(pathname).split("/");
  const key = rest.join("/");
  if (bucket !== "evidence bucket")
    return { status: 404, text: Buffer.from("<Error><Code>NoSuchBucket</Code></Error>") };
  if (request.method === "GET" && searchParams.get("list-type") === "2")
    return { status: 200, text: Buffer.from(listing(searchParams, objects)) };
  if (request.method === "PUT") objects.set(key, body);
  if (request.method === "DELETE") objects.delete(key);
  const found = objects.get(key);
  if (request.method === "DELETE") return { status: 204, text: Buffer.alloc(0) };
  return found === undefined
    ? { status: 404, text: Buffer.alloc(0) }
    : { status: 200, text: request.method === "PUT" ? Buffer.alloc(0) : found };
}

function listing(query: URLSearchParams, objects: ReadonlyMap<string, Buffer>): string {
  const prefix = query.get("prefix") ?? "";
  const after = query.get("continuation-token") ?? "";
  const keys = [...objects.keys()].filter((key) => key.startsWith(prefix) && key > after).sort();
  const page = keys.slice(0, PAGE);
  const next = keys.length > PAGE ? page.at(-1) : undefined;
  const contents = page.map(
    (key) =>
      `<Contents><Key>${asXml(key)}</Key><LastModified>2020-01-02T03:04:05.000Z</LastModified></Contents>`,
  );
  const token = next === undefined ? "" : `<NextContinuationToken>${next}</NextContinuationToken>`;
  return `<?xml version="1.0"?><ListBucketResult>${contents.join("")}${token}</ListBucketResult>`;
}

/** Marks by name or number, as one store or another writes them. */
function asXml(key: string): string {
  return key.replaceAll(
    /[&'"+]/g,
    (mark) => ({ "&": "&amp;", "'": "&#x27;", '"': "&#34;" })[mark] ?? "&#43;",
  );
}

function isSigned({ headers, method = "", url = "" }: IncomingMessage, body: Buffer): boolean {
  const [, access, day = "", region = "", names = "", signature] =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, SignedHeaders=([^,]+), Signature=([0-9a-f]{64})$/.exec(
      headers.authorization ?? "",
    ) ?? [];
  const at = String(headers["x-amz-date"]);
  const isOwn = access === LOGIN.AWS_ACCESS_KEY_ID && region === LOGIN.AWS_REGION;
  const isWhole = headers["x-amz-content-sha256"] === sha256(body);
  if (!isOwn || !isWhole || !at.startsWith(day) || Math.abs(age(at)) > 900) return false;
  if (
    !["host", "x-amz-content-sha256", "x-amz-date"].every((name) => names.split(";").includes(name))
  )
    return false;
  const signed = names.split(";").map((name) => [name, String(headers[name])] as const);
  const request = { method, url, signed, region };
  return signatureOf(request, LOGIN.AWS_SECRET_ACCESS_KEY) === signature;
}

/** What is signed of a request: its headers by their names in small letters, in order. */
export type Signed = {
  readonly method: string;
  readonly url: string;
  readonly signed: readonly (readonly [name: string, value: string])[];
  readonly region: string;
};

/** Signature Version 4 of a request to S3, worked out as AWS describes it. */
export function signatureOf({ method, url, signed, region }: Signed, secret: string): string {
  const headers = new Map(signed);
  const digest = headers.get("x-amz-content-sha256") ?? "";
  const at = headers.get("x-amz-date") ?? "";
  const { pathname, searchParams } = new URL(url, "http://s3");
  const query = [...searchParams].map((pair) => pair.map(escape).join("=")).sort();
  const path = decodeURIComponent(pathname).split("/").map(escape).join("/");
  const lines = signed.map(([name, value]) => `${name}:${value}\n`).join("");
  const names = signed.map(([name]) => name).join(";");
  const canonical = [method, path, query.join("&"), lines, names, digest].join("\n");
  const day = at.slice(0, 8);
  const scope = `${day}/${region}/s3/aws4_request`;
  const text = ["AWS4-HMAC-SHA256", at, scope, sha256(canonical)].join("\n");
  const key = [day, region, "s3", "aws4_request"].reduce<Buffer | string>(
    (from, part) => createHmac("sha256", from).update(part).digest(),
    `AWS4${secret}`,
  );
  return createHmac("sha256", key).update(text).digest("hex");
}

function escape(text: string): string {
  return encodeURIComponent(text).replaceAll(
    /[!'()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function sha256(bytes: Buffer | string): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** Seconds since a time such as 20260102T030405Z. */
function age(at: string): number {
  const iso = at.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, "$1-$2-$3T$4:$5:$6Z");
  return (Date.now() - Date.parse(iso)) / 1000;
}
