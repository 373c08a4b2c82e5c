-- What the company offers to learn with.
create table catalogue_entry (
  id          uuid    primary key,
  version     bigint  not null,
  state       text    not null check (state in ('DRAFT', 'PUBLISHED', 'RETIRED')),
  content     jsonb   not null,
  sorts_on    date    not null,
  seats       integer,
  seats_taken integer not null,
  -- Whatever else goes wrong, no seat is given twice.
  check (seats_taken >= 0 and (seats is null or seats_taken <= seats))
);
-- Read far more often than written: nothing waits in a list that each search would go through.
create index catalogue_entry_says on catalogue_entry using gin (content jsonb_path_ops)
  with (fastupdate = off) where state = 'PUBLISHED';
create index catalogue_entry_starts on catalogue_entry (sorts_on) where state = 'PUBLISHED';

create table catalogue_seat (
  entry_id    uuid not null references catalogue_entry,
  employee_id uuid not null references employee,
  primary key (entry_id, employee_id)
);
create index catalogue_seat_person on catalogue_seat (employee_id);
