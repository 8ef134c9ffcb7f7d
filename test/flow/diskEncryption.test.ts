import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { inspectDisk, inspectSwap } from "../../src/flow/diskEncryption.ts";

const onLinux = { skip: process.platform !== "linux" };

/** Mounts as proc(5) lists them, and devices as sysfs does: a volume of LVM on dm-crypt, a plain one, memory. */
const FILES: Readonly<Record<string, string>> = {
  "proc/self/mountinfo": [
    "1 0 253:1 / / rw - ext4 /dev/mapper/root rw",
    "2 1 8:1 / /tmp rw - ext4 /dev/sda1 rw",
    "3 1 0:30 / /var/tmp rw - tmpfs tmpfs rw",
    "4 1 0:31 / /usr/lib rw - fuse.gocryptfs /dev/fuse rw",
    "5 1 7:9 / /etc rw - ext4 /dev/loop9 rw",
  ].join("\n"),
  "sys/devices/dm-1/dm/uuid": "LVM-abc",
  "sys/devices/dm-0/dm/uuid": "CRYPT-LUKS2-abc",
  "sys/devices/dm-0/slaves/.keep": "",
  "sys/devices/sda1/size": "1",
  "proc/swaps": "Filename Type Size Used Priority\n",
};
const LINKS: Readonly<Record<string, string>> = {
  "sys/dev/block/253:1": "sys/devices/dm-1",
  "sys/dev/block/8:1": "sys/devices/sda1",
  "sys/devices/dm-1/slaves/dm-0": "sys/devices/dm-0",
};

const CASES = [
  ["/", "encrypted"],
  ["/no-such-folder/archive", "encrypted"],
  ["/tmp", "clear"],
  ["/var/tmp", "memory"],
  ["/usr/lib", "encrypted"],
  ["/etc", "unknown"],
] as const;
for (const [folder, state] of CASES) {
  test(`inspectDisk() of ${folder} is ${state}`, onLinux, () => {
    inFakeSystem((root) => assert.equal(inspectDisk(folder, root).state, state));
  });
}

test("inspectSwap() is null without swap, and tells a file's disk", onLinux, () => {
  inFakeSystem((root) => {
    assert.equal(inspectSwap(root), null);
    writeFileSync(join(root, "proc/swaps"), "Filename Type Size\n/tmp/swap file 1 0 -2\n");
    assert.equal(inspectSwap(root)?.state, "clear");
    writeFileSync(join(root, "proc/swaps"), "Filename Type Size\n/dev/zram0 partition 1 0 -2\n");
    assert.equal(inspectSwap(root)?.state, "memory");
  });
});

test("inspectDisk() says unknown where the system tells nothing", () => {
  assert.equal(inspectDisk("/", "/no-such-root").state, "unknown");
});

function inFakeSystem(use: (root: string) => void): void {
  const root = mkdtempSync(join(tmpdir(), "sanad-disk-"));
  try {
    for (const [path, text] of Object.entries(FILES)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    rmSync(join(root, "sys/devices/dm-0/slaves/.keep"));
    for (const [path, target] of Object.entries(LINKS)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      symlinkSync(join(root, target), join(root, path));
    }
    use(root);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
