-- Sealed testimony stands in no view: its entries alone tell of it, and only whoever has the keys reads them.
create index entries_testimonies on ledger.entries (workspace, index) where kind = 'testimony-taken';
