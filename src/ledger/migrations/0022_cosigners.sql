-- Which cosigners are trusted and what they saw are entries like others; they are few, and read by their kind.
create index entries_cosigners on ledger.entries (workspace, index) where kind in ('cosigner-trusted', 'checkpoint-cosigned');
