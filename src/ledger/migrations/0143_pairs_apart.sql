-- Pairs that tie two people, looked up from either side: of those within one person, which are most, linking need not know.
create index pairs_apart_a on view.pairs (workspace, a) where not together;
create index pairs_apart_b on view.pairs (workspace, b) where not together;
drop index view.pairs_apart;
