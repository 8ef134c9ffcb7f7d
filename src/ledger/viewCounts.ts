/** Summary rows: how many claims of each kind stand in which state, and which spellings of names are in use. */
import { sql } from "kysely";
import type { ClaimColumns } from "./claimColumns.ts";
import type { NameForm } from "./claimRow.ts";
import type { InTransaction } from "./database.ts";

/** What a change of the views adds to the summaries, and takes from them. */
export class Tally {
  private readonly counts = new Map<string, { kind: string; status: string; more: number }>();
  private readonly forms = new Map<string, NameForm & { more: number }>();

  /** Rows of claims that stand from now on. */
  addColumns({ counts, forms }: ClaimColumns): void {
    for (const { kind, status, claims } of counts) this.addClaims(kind, status, claims);
    for (const form of forms) this.addForm(form, form.claims);
  }

  /** A claim that stands no more. */
  dropClaim(kind: string, status: string): void {
    this.addClaims(kind, status, -1);
  }

  /** Spellings of the names of a row of claims that went for good. */
  dropForms(forms: Iterable<NameForm>): void {
    for (const form of forms) this.addForm(form, -1);
  }

  private addClaims(kind: string, status: string, more: number): void {
    const key = `${kind} ${status}`;
    const row = this.counts.get(key) ?? { kind, status, more: 0 };
    row.more += more;
    this.counts.set(key, row);
  }

  private addForm({ type, folded, id }: NameForm, more: number): void {
    const key = `${type} ${id} ${folded}`;
    const row = this.forms.get(key) ?? { type, folded, id, more: 0 };
    row.more += more;
    this.forms.set(key, row);
  }

  /** Writes all of it. The head of the ledger is locked, so that writers never wait for each other here. */
  async write(one: InTransaction, workspace: string): Promise<void> {
    await writeCounts(
      one,
      workspace,
      [...this.counts.values()].filter(({ more }) => more !== 0),
    );
    await writeForms(
      one,
      workspace,
      [...this.forms.values()].filter(({ more }) => more !== 0),
    );
  }
}

async function writeCounts(
  one: InTransaction,
  workspace: string,
  rows: readonly { readonly kind: string; readonly status: string; readonly more: number }[],
): Promise<void> {
  if (rows.length === 0) return;
  await sql`insert into view.counts select ${workspace}, kind, status, more from unnest(
      ${rows.map(({ kind }) => kind)}::text[], ${rows.map(({ status }) => status)}::text[], ${rows.map(({ more }) => more)}::bigint[]
    ) as one(kind, status, more)
    on conflict (workspace, kind, status) do update set claims = view.counts.claims + excluded.claims`.execute(
    one,
  );
}

async function writeForms(
  one: InTransaction,
  workspace: string,
  rows: readonly (NameForm & { readonly more: number })[],
): Promise<void> {
  if (rows.length === 0) return;
  await sql`insert into view.forms select ${workspace}, type, folded, id, more from unnest(
      ${rows.map(({ type }) => type)}::text[], ${rows.map(({ folded }) => folded)}::text[],
      ${rows.map(({ id }) => id)}::text[], ${rows.map(({ more }) => more)}::bigint[]
    ) as one(type, folded, id, more)
    on conflict (workspace, type, folded, id) do update set uses = view.forms.uses + excluded.uses`.execute(
    one,
  );
  // A spelling that nothing has any more goes: after an erasure no name may stay behind.
  if (rows.some(({ more }) => more < 0))
    await sql`delete from view.forms where workspace = ${workspace} and uses <= 0`.execute(one);
}
