-- Claims are listed by how they are said, and reports by when they were published. Most claims are told as happened: of those the newest are
-- found without an index of their own.
create index claims_modality on view.claims (workspace, modality, reading desc, place)
  where valid_to is null and modality <> 'happened';
create index documents_published on view.documents (workspace, published collate "C") where valid_to is null;
