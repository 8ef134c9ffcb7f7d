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
/** For who goes on with something else where the store is away. */
const QUICK_MS = 5_000;

/** What the store said, to the end. */
type Answer = { readonly status: number; readonly body: Uint8Array };

type Asking = {
  readonly method: string;
  readonly digest: string;
  readonly body: Uint8Array | undefined;
  readonly longestMs: number;
};

function s3Store(url: string, { sessionToken, region, ...login }: EvidenceLogin): BlobStore {
  const client = new AwsClient({
    ...login,
    ...(sessionToken === null ? {} : { sessionToken }),
    region: region ?? "us-east-1",
    service: "s3",
    // What may be tried again is, below: a connection that breaks is not in what the client repeats.
    retries: 0,
  });
  const askOnce = async (
    path: string,
    { method, digest, body, longestMs }: Asking,
  ): Promise<Answer> => {
    const response = await client.fetch(path, {
      method,
      headers: { "X-Amz-Content-Sha256": digest },
      signal: AbortSignal.timeout(longestMs),
      ...(body === undefined ? {} : { body: Buffer.from(body) }),
    });
    // An answer that breaks off is none.
    return { status: response.status, body: new Uint8Array(await response.arrayBuffer()) };
  };
  const ask = async (
    path: string,
    method: string,
    body?: Uint8Array,
    isQuick = false,
  ): Promise<Answer> => {
    const digest = createHash("sha256")
      .update(body ?? "")
      .digest("hex");
    for (let tries = 1; ; tries++) {
      const longestMs = isQuick ? QUICK_MS : LONGEST_MS;
      const answer = await askOnce(path, { method, digest, body, longestMs }).catch(
        (error: unknown) => ({ status: null, error }),
      );
      const { status } = answer;
      if (status !== null && status < 500 && status !== 429) return answer;
      if (isQuick || tries === TRIES) throw silent(status ?? answer.error);
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
      const answer = await ask(pathOf(name), "GET");
      if (answer.status === 404) throw isNoBucket(answer) ? noBucket() : missing(name);
      return (await done(answer)).body;
    },
    remove: async (name, isQuick) => {
      const answer = await ask(pathOf(name), "DELETE", undefined, isQuick);
      // Where the bucket is not found the piece may well be there.
      if (answer.status !== 404 || isNoBucket(answer)) await done(answer);
    },
    has: async (name) => {
      const answer = await ask(pathOf(name), "HEAD");
      if (answer.status === 404) return false;
      await done(answer);
      return true;
    },
    list: () => listBlobs(place, (path) => done(ask(path, "GET"))),
  };
}

/** Names below an address, a thousand at a time (ListObjectsV2). */
async function* listBlobs(
  url: string,
  ask: (path: string) => Promise<Answer>,
): AsyncGenerator<readonly ListedBlob[]> {
  const { origin, pathname } = new URL(url);
  const [, bucket = "", ...rest] = decodeURIComponent(pathname).split("/");
  const prefix = `${rest.join("/")}/`;
  for (let token: string | null = ""; token !== null; ) {
    const query = new URLSearchParams({ "list-type": "2", prefix });
    if (token !== "") query.set("continuation-token", token);
    const { body } = await ask(`${origin}/${encodeURIComponent(bucket)}?${query.toString()}`);
    const text = Buffer.from(body).toString();
    // A page to log in at, for one, is no empty store.
    if (!text.includes("<ListBucketResult")) throw silent(null);
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

async function done(asked: Answer | Promise<Answer>): Promise<Answer> {
  const answer = await asked;
  const { status } = answer;
  if (status >= 200 && status < 300) return answer;
  if (status === 401 || status === 403)
    throw new Failure(
      "forbidden",
      `The store of evidence refuses what AWS_ACCESS_KEY_ID names (HTTP ${status})`,
    );
  if (status === 404) throw noBucket();
  throw silent(status);
}

function isNoBucket({ body }: Answer): boolean {
  return tagged(Buffer.from(body).toString(), "Code") === "NoSuchBucket";
}

function noBucket(): Failure {
  return new Failure(
    "unavailable",
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
