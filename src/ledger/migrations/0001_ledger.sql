-- Entries are only ever added. The app may take the sealed part out of one (erasure) and change nothing else.
create schema ledger;

create table ledger.heads (
  workspace uuid primary key,
  origin text not null,
  size bigint not null default 0,
  peaks bytea[] not null default '{}',
  checkpoint text
);

create table ledger.entries (
  workspace uuid not null references ledger.heads,
  index bigint not null,
  id text not null,
  kind text not null,
  version smallint not null,
  record text not null,
  leaf bytea not null,
  sealed bytea,
  primary key (workspace, index)
);
create unique index entries_id on ledger.entries (workspace, id);
create index entries_record on ledger.entries (workspace, record, index);

-- One key for each class of records and epoch, wrapped by the master key.
create table ledger.class_keys (
  workspace uuid not null references ledger.heads,
  class text not null check (class in ('searchable', 'sealed')),
  epoch integer not null,
  wrapped bytea not null,
  primary key (workspace, class, epoch)
);

-- One key for each record, wrapped by its class key; taken out by erasure.
create table ledger.record_keys (
  workspace uuid not null references ledger.heads,
  record text not null,
  class text not null,
  epoch integer not null,
  wrapped bytea,
  primary key (workspace, record)
);

-- Recognises bytes and pages that came before, by keyed hashes that tell nobody else anything.
create table ledger.captures (
  workspace uuid not null references ledger.heads,
  mac bytea not null,
  record text not null,
  primary key (workspace, mac)
);
create table ledger.pages (
  workspace uuid not null references ledger.heads,
  mac bytea not null,
  record text not null,
  index bigint not null,
  primary key (workspace, mac, index)
);

-- Evidence: the file's name is a keyed hash.
create table ledger.blobs (
  workspace uuid not null references ledger.heads,
  name text not null,
  record text not null,
  bytes bigint not null,
  primary key (workspace, name)
);

create function ledger.keep_entries() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new.sealed is null
    and (new.workspace, new.index, new.id, new.kind, new.version, new.record, new.leaf)
      = (old.workspace, old.index, old.id, old.kind, old.version, old.record, old.leaf) then
    return new;
  end if;
  raise exception 'entries are only ever added' using errcode = 'restrict_violation';
end $$;
create trigger keep_entries before update or delete on ledger.entries
  for each row execute function ledger.keep_entries();
create trigger keep_all_entries before truncate on ledger.entries
  for each statement execute function ledger.keep_entries();
