-- Reports are listed and searched by whose they are. A row of an index has room for its first letters, not for any text.
create index documents_publisher on view.documents (workspace, left(publisher, 200), valid_from desc);
