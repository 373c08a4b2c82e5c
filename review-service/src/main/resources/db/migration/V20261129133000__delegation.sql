-- Who acts for whom, from the first to the last day, both included.
create table delegation (
  id         uuid        primary key,
  version    bigint      not null,
  from_id    uuid        not null references employee,
  to_id      uuid        not null references employee,
  kinds      jsonb       not null,
  first_day  date        not null,
  last_day   date        not null,
  created_by uuid        not null,
  created_at timestamptz not null,
  revoked_by uuid,
  revoked_at timestamptz,
  check (first_day <= last_day),
  check (from_id <> to_id),
  check ((revoked_at is null) = (revoked_by is null))
);
create index delegation_from on delegation (from_id, last_day);
create index delegation_to on delegation (to_id, last_day);
