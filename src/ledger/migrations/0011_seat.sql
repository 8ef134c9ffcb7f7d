-- The folder that goes with an archive's entries, by a random name: a folder opened against another database is refused.
alter table ledger.heads add column seat text;
