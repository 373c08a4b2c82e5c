-- One uploaded file on its way in. state: RECEIVING, QUEUED (received, not yet checked as a whole),
-- APPLYING, DONE, FAILED.
create table import (
  id              uuid        primary key,
  kind            text        not null,
  client          text        not null,
  dry_run         boolean     not null,
  state           text        not null,
  rows            bigint      not null default 0,
  applied_through bigint      not null default 0,
  created         bigint      not null default 0,
  changed         bigint      not null default 0,
  unchanged       bigint      not null default 0,
  refused         bigint      not null default 0,
  failure         text,
  received_at     timestamptz not null,
  touched_at      timestamptz not null,
  finished_at     timestamptz,
  attempts        int         not null default 0,
  try_at          timestamptz,
  idempotency_key text,
  request_hash    bytea,
  answer_status   int,
  answer_body     text
);
create unique index import_idempotency on import (client, kind, dry_run, idempotency_key)
  where idempotency_key is not null;
create index import_open on import (kind, received_at, id) where state in ('QUEUED', 'APPLYING');

-- The rows of a file until it is done. "values" maps column to text; a blank cell is absent.
-- A handler may query them in prepare() and set refused, with the reason in import_error.
create table import_row (
  import_id uuid    not null references import (id) on delete cascade,
  row       bigint  not null,
  "values"  jsonb,
  refused   boolean not null default false,
  outcome   text,
  result_id text,
  primary key (import_id, row)
);

create table import_error (
  id        bigint generated always as identity primary key,
  import_id uuid   not null references import (id) on delete cascade,
  row       bigint not null,
  "column"  text,
  detail    text   not null
);
create index import_error_row on import_error (import_id, row, id);
