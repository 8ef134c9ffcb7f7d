-- Which reports are one text. The group is named by its first report, and `alike` is the report that this one was found to
-- be a copy of, with the share that they hold together; a report that copies none has neither.
create table view.sketches (
  workspace uuid not null,
  document text not null,
  record text not null,
  valid_from bigint not null,
  version smallint not null,
  bands integer[] not null,
  copies text,
  alike text,
  share double precision,
  primary key (workspace, document)
);
create index sketches_copies on view.sketches (workspace, copies) where copies is not null;
create index sketches_record on view.sketches (workspace, record);

-- Texts that share a band are compared.
create table view.bands (
  workspace uuid not null,
  band integer not null,
  document text not null,
  primary key (workspace, band, document)
);

-- What all claims of a document have in common stands with it once. Bodies are text: nothing in the database looks into them,
-- and reading them into jsonb was most of the cost of a row.
alter table view.documents add column head text;
alter table view.claims alter column body type text, alter column correction type text;

grant select, insert, update, delete on all tables in schema view to sanad_app;
