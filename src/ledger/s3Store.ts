/**
 * In: the address of a bucket (or a part of one) in a store that speaks S3, and a login. Out: evidence kept there. What is
 * sent is sealed and named by keyed hashes; the store learns how much there is and when it came.
 */
import { AwsClient } from "aws4fetch";
import { createHash } from "node:crypto";
import { Failure } from "../base/failure.ts";
import { type BlobStore, folderStore, type ListedBlob, missing } from "./blobStore.ts";

/** Who the store knows us as. */
export type EvidenceLogin = {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string | null;
  readonly region: string | null;
};

/** The store of an archive: its folder, or the address that its file names. */
export function openStore(
  folder: string,
  url: string | null,
  login: EvidenceLogin | null,
): BlobStore {
  if (url === null) return folderStore(folder);
  if (login === null)
    throw new Failure(
      "forbidden",
      `The evidence of this archive is at ${url}; set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY`,
    );
  return s3Store(url, login);
}

/** An address for a new archive's evidence below a base; throws `input-refused` where that is none. */
export function placeBelow(base: string, seat: string): string {
  const url = URL.canParse(base) ? new URL(base) : null;
  const isBucket = url !== null && url.pathname.length > 1 && url.search === "" && url.hash === "";
  if (!isBucket || !/^https?:$/.test(url.protocol) || url.username !== "")
    throw new Failure(
      "input-refused",
      "SANAD_EVIDENCE must be the address of a bucket, such as https://s3.example.org/bucket",
    );
  return `${url.href.replace(/\/+$/, "")}/${seat}`;
}

const TRIES = 4;
const LONGEST_MS = 120_000;

function s3Store(url: string, { sessionToken, region, ...login }: EvidenceLogin): BlobStore {
  const client = new AwsClient({
    ...login,
    ...(sessionToken === null ? {} : { sessionToken }),
    region: region ?? "us-east-1",
    service: "s3",
    // What may be tried again is, below: a connection that breaks is not in what the client repeats.
    retries: 0,
  });
  const ask = async (path: string, method: string, body?: Uint8Array): Promise<Response> => {
    const digest = createHash("sha256")
      .update(body ?? "")
      .digest("hex");
    for (let tries = 1; ; tries++) {
      const response = await client
        .fetch(path, {
          method,
          headers: { "X-Amz-Content-Sha256": digest },
          signal: AbortSignal.timeout(LONGEST_MS),
          ...(body === undefined ? {} : { body: Buffer.from(body) }),
        })
        .catch((error: unknown) => error);
      const isAnswer = response instanceof Response;
      if (isAnswer && response.status < 500 && response.status !== 429) return response;
      if (tries === TRIES) throw silent(isAnswer ? response.status : response);
      await new Promise((resolve) => setTimeout(resolve, 100 * 4 ** tries * Math.random()));
    }
  };
  // The signer takes a plus sign for a space, and signs another path than the one that is asked for.
  const place = url.replaceAll("+", "%2B");
  const pathOf = (name: string): string => `${place}/${name.slice(0, 2)}/${name.slice(2)}`;
  return {
    url,
    write: async (name, sealed) => void (await done(ask(pathOf(name), "PUT", sealed()))),
    read: async (name) => {
      const response = await ask(pathOf(name), "GET");
      if (response.status === 404) throw await whatIsMissing(response, name);
      return new Uint8Array(await (await done(response)).arrayBuffer());
    },
    remove: async (name) => {
      const response = await ask(pathOf(name), "DELETE");
      if (response.status !== 404) await done(response);
    },
    has: async (name) => {
      const response = await ask(pathOf(name), "HEAD");
      return response.status === 404 ? false : (await done(response)).ok;
    },
    list: () => listBlobs(place, (path) => done(ask(path, "GET"))),
  };
}

/** Names below an address, a thousand at a time (ListObjectsV2). */
async function* listBlobs(
  url: string,
  ask: (path: string) => Promise<Response>,
): AsyncGenerator<readonly ListedBlob[]> {
  const { origin, pathname } = new URL(url);
  const [, bucket = "", ...rest] = decodeURIComponent(pathname).split("/");
  const prefix = `${rest.join("/")}/`;
  for (let token: string | null = ""; token !== null; ) {
    const query = new URLSearchParams({ "list-type": "2", prefix });
    if (token !== "") query.set("continuation-token", token);
    const text = await (
      await ask(`${origin}/${encodeURIComponent(bucket)}?${query.toString()}`)
    ).text();
    yield [...text.matchAll(/<Contents>([^]*?)<\/Contents>/g)].flatMap(([, one = ""]) => {
      const name = tagged(one, "Key").slice(prefix.length).replace("/", "");
      const writtenMs = Date.parse(tagged(one, "LastModified"));
      return /^[0-9a-f]{64}$/.test(name) ? [{ name, writtenMs }] : [];
    });
    token = tagged(text, "NextContinuationToken") || null;
  }
}

/** The text of an element of XML. Stores write marks by the names that XML has for five of them, or by number ("&#39;", "&#x27;"). */
function tagged(text: string, name: string): string {
  const [, inner = ""] = new RegExp(`<${name}>([^<]*)</${name}>`).exec(text) ?? [];
  return inner.replaceAll(MARKS, (whole, entity: string | undefined, hex, number) => {
    if (entity !== undefined)
      return "&<>\"'".charAt(["amp", "lt", "gt", "quot", "apos"].indexOf(entity));
    const code = hex === undefined ? Number(number) : Number.parseInt(String(hex), 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

const MARKS = /&(?:(amp|lt|gt|quot|apos)|#x([0-9a-fA-F]{1,6})|#(\d{1,7}));/g;

async function done(asked: Response | Promise<Response>): Promise<Response> {
  const response = await asked;
  if (response.ok) return response;
  if (response.status === 401 || response.status === 403)
    throw new Failure(
      "forbidden",
      `The store of evidence refuses what AWS_ACCESS_KEY_ID names (HTTP ${response.status})`,
    );
  if (response.status === 404) throw noBucket();
  throw silent(response.status);
}

async function whatIsMissing(response: Response, name: string): Promise<Failure> {
  return tagged(await response.text(), "Code") === "NoSuchBucket" ? noBucket() : missing(name);
}

function noBucket(): Failure {
  return new Failure(
    "not-found",
    "The store of evidence has no such bucket; look at the address of the evidence",
  );
}

function silent(why: unknown): Failure {
  return new Failure(
    "unavailable",
    typeof why === "number"
      ? `The store of evidence answers with HTTP ${why}; nothing was half-written, start the command again`
      : "The store of evidence does not answer; nothing was half-written, start the command again",
    { cause: why },
  );
}
