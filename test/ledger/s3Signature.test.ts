import assert from "node:assert/strict";
import { test } from "node:test";
import { AwsV4Signer } from "aws4fetch";
import { signatureOf } from "./s3Server.ts";

/** The examples that AWS publishes (Amazon S3 API Reference, "Signature Calculations for the Authorization Header"). */
const SECRET = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
const HOST = "examplebucket.s3.amazonaws.com";
const NOTHING = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
const AT = "20130524T000000Z";

type Row = readonly [
  name: string,
  method: string,
  url: string,
  also: Readonly<Record<string, string>>,
  signature: string,
];
const PUBLISHED: readonly Row[] = [
  [
    "GET object",
    "GET",
    "/test.txt",
    { range: "bytes=0-9" },
    "f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41",
  ],
  [
    "PUT object",
    "PUT",
    "/test%24file.text",
    {
      date: "Fri, 24 May 2013 00:00:00 GMT",
      "x-amz-content-sha256": "44ce7dd67c959e0d3524ffac1771dfbba87d2b6b4b4e99e42034a8b803f8b072",
      "x-amz-storage-class": "REDUCED_REDUNDANCY",
    },
    "98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd",
  ],
  [
    "GET bucket lifecycle",
    "GET",
    "/?lifecycle",
    {},
    "fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543",
  ],
  [
    "GET bucket, a listing",
    "GET",
    "/?max-keys=2&prefix=J",
    {},
    "34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7",
  ],
];

for (const [name, method, url, also, signature] of PUBLISHED) {
  const headers = { host: HOST, "x-amz-content-sha256": NOTHING, "x-amz-date": AT, ...also };
  const signed = Object.entries(headers).sort(([one], [other]) => (one < other ? -1 : 1));
  test(`the tests' own store works out the signature that AWS publishes: ${name}`, () => {
    assert.equal(signatureOf({ method, url, signed, region: "us-east-1" }, SECRET), signature);
  });

  test(`what Sanad signs with signs as AWS publishes: ${name}`, async () => {
    const { host: _host, ...sent } = headers;
    const signer = new AwsV4Signer({
      method,
      url: `https://${HOST}${url}`,
      headers: sent,
      accessKeyId: "AKIAIOSFODNN7EXAMPLE",
      secretAccessKey: SECRET,
      service: "s3",
      region: "us-east-1",
      datetime: AT,
      allHeaders: true,
    });
    assert.equal(await signer.signature(), signature);
  });
}
