-- The note of a backup that was never finished is taken back.
grant delete on ledger.backups to sanad_app;
