-- Reports are listed and searched by whose they are.
create index documents_publisher on view.documents (workspace, publisher, valid_from desc);
