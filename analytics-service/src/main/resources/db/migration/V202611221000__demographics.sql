-- Protected attributes live in a schema of their own, so that a database administrator can keep
-- everyone but this service's role out of it, whatever they may read of the counts:
--   grant usage on schema demographics to <role of the service>; and to nobody else.
-- Backups and read replicas for reporting leave the schema out. Inside the service, a declaration is
-- read in two places only: the SQL that moves counts, and a person's look at what they declared.
create schema demographics;
revoke all on schema demographics from public;

create table demographics.dimension (
    key text primary key,
    label text not null,
    -- {"values": [...], "undeclared": [...]}: the second are those of the first that declare nothing
    vocabulary jsonb not null,
    -- {"enabled": [{"country": "GB", "legalBasis": "..."}]}; nobody else's value is taken
    countries jsonb not null,
    version bigint not null
);

create table demographics.declaration (
    employee_id uuid not null,
    dimension text not null references demographics.dimension (key),
    value text not null,
    recorded_at timestamptz not null,
    primary key (employee_id, dimension)
);

create index declaration_by_dimension on demographics.declaration (dimension, value);

-- A withdrawal outlives the value, so that the next nightly import does not put it back.
create table demographics.withdrawal (
    employee_id uuid not null,
    dimension text not null,
    withdrawn_at timestamptz not null,
    primary key (employee_id, dimension)
);

-- What the running transaction is about to change; empty between transactions. A null is a
-- withdrawal. It lets a row of an import, a person and a lost legal basis move counts by one and the
-- same statement.
create table demographics.pending_change (
    employee_id uuid not null,
    dimension text not null,
    value text,
    primary key (employee_id, dimension)
);
