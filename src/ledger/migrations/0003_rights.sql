-- The app adds and reads; it owns nothing and rewrites no entry.
grant usage on schema ledger, view to sanad_app;
grant select, insert on ledger.entries, ledger.captures, ledger.pages, ledger.blobs, ledger.record_keys, ledger.class_keys to sanad_app;
grant select, insert, update on ledger.heads to sanad_app;
grant update (sealed) on ledger.entries to sanad_app;
grant update (wrapped, epoch) on ledger.record_keys to sanad_app;
grant delete on ledger.captures, ledger.pages, ledger.blobs to sanad_app;
grant select, insert, update, delete on all tables in schema view to sanad_app;
