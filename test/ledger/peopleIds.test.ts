import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { inArchiveFolder, keyFile } from "./archiveFolder.ts";
import { fits, sanad } from "./cli.ts";

const REPORTS: Readonly<Record<string, string>> = {
  "a.txt":
    "Behzad Ramandi, 34, was arrested in Shiraz on 3 June 2024. His father is called Esfandiar.",
  "b.txt": "Behzad Ramandi, 34, was sentenced to death in Shiraz on 12 July 2024.",
  "c.txt": "بهزاد رامندی، ۳۴ ساله، ۲۲ تیر ۱۴۰۳ در شیراز به اعدام محکوم شد.",
};
const LIST = "نام,تاریخ اعدام,شهر\nسهراب رودكي,۱۴۰۳/۴/۲۲,شیراز\nناشناس,۱۴۰۳/۴/۲۳,ایذه\n";

test("ids of people: what needs one, whom a person told apart, and by which one a person goes on after an erasure", async () => {
  await inArchiveFolder(async (folder) => {
    const mina = (...words: string[]) => sanad(folder, words, { env: keyFile(folder) });
    await fits(mina("init", folder), 0, /Made/);
    for (const [name, text] of Object.entries(REPORTS)) {
      const file = join(folder, "..", name);
      writeFileSync(file, text);
      await fits(mina("add", file), 0, /claim/);
    }
    await fits(mina("person"), 2, /needs the id of a person; sanad people/);
    await fits(mina("people", "--stage", "bogus"), 2, /--stage must be one of alive, summoned/);
    await fits(mina("people", "--stage", "Executed"), 0, /Nobody fits/);
    await fits(mina("help", "people"), 0, /Stages of a case: alive \(Said to be alive\)/);

    const found = await fits(mina("people", "Ramandi", "--json"), 0, /"mentions":3/);
    const { person } = JSON.parse(found.out) as { person: string };
    const shown = await fits(mina("person", person, "--json"), 0, /"mentions"/);
    const { mentions } = JSON.parse(shown.out) as {
      mentions: readonly { mention: string; document: string }[];
    };

    // The report that named him first goes: his id is another then, and it is told which.
    const first = mentions.find(({ mention }) => mention.slice(2) === person.slice(2));
    const rest = mentions.filter((one) => one !== first);
    assert.equal(rest.length, 2);
    const dry = await fits(mina("erase", first?.document ?? "", "--dry-run"), 0, /goes by p-\w+/);
    assert.match(dry.out, new RegExp(`named in 2 other reports that stay, too: d-\\w+, d-\\w+`));
    const [, next = ""] = /goes by (p-\w+)/.exec(dry.out) ?? [];
    const other = rest.at(0)?.document ?? "";
    assert.doesNotMatch((await mina("erase", other, "--dry-run")).out, /goes by/);
    const gone = ["--reason", "for a test", "--yes"];
    await fits(mina("erase", first?.document ?? "", ...gone), 0, new RegExp(`goes by ${next}`));
    await fits(mina("person", next), 0, /Ramandi/);
    await fits(mina("person", person), 3, /There is no person or naming/);

    // Whom a person told apart is no "perhaps" any more.
    const [one] = rest.filter(({ mention }) => mention.slice(2) !== next.slice(2));
    await fits(mina("split", one?.mention ?? "", "--reason", "another man"), 0, /p-/);
    const apart = await fits(mina("person", next, "--json"), 0, /"perhaps":\[\]/);
    assert.match(apart.out, /different/);
  });
});

test("rows of lists: one without a name is no list, and the usual spelling of a name is shown", async () => {
  await inArchiveFolder(async (folder) => {
    const mina = (...words: string[]) => sanad(folder, words, { env: keyFile(folder) });
    await fits(mina("init", folder), 0, /Made/);
    const file = join(folder, "../list.csv");
    writeFileSync(file, LIST);
    const added = await fits(mina("add", "--list", "execution", file), 0, /list\.csv: the list/);
    assert.equal(added.out.match(/the list itself/g)?.length, 1);
    const report = join(folder, "../hanged.txt");
    writeFileSync(report, "سهراب رودکی روز ۲۲ تیر ۱۴۰۳ در زندان عادل‌آباد شیراز اعدام شد.");
    await fits(mina("add", report), 0, /claim/);
    const people = await fits(mina("people", "--json"), 0, /"mentions":2/);
    const { name } = JSON.parse(people.out) as { name: string };
    assert.equal(name, "سهراب رودکی");
    await fits(mina("search", "--place", "Shiraz", "--kind", "execution"), 0, /list\.csv/);
    await fits(mina("search", "--kind", "اعدام"), 0, /list\.csv/);
    await fits(mina("search", "--kind", "اعدامی"), 2, /execution \(اعدام\)/);
  });
});
