-- Keys of the archive itself, wrapped by the master key, so that the master key can be another one day and these stay:
-- 'capture' recognises what came before; 'checkpoint' signs, with its public key and the note by which the one before
-- signed over to it. A signing key that was replaced has no wrapped part any more.
create table ledger.own_keys (
  workspace uuid not null references ledger.heads,
  name text not null check (name in ('capture', 'checkpoint')),
  number integer not null,
  wrapped bytea,
  public text,
  succession text,
  primary key (workspace, name, number)
);
grant select, insert, update on ledger.own_keys to sanad_app;
-- Counts changes of the keys: whoever opened the archive before one may not write with the keys of then.
alter table ledger.heads add column keys integer not null default 1;
grant update (wrapped), delete on ledger.class_keys to sanad_app;
