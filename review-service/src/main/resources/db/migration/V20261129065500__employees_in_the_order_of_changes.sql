-- The transaction that wrote the row last. A reader sees only rows of transactions older than every
-- one that still runs, so that a late commit is never passed over. A trigger tells it, so that
-- every way of changing somebody is in the order.
alter table employee add column changed_in xid8 not null default pg_current_xact_id();
create index employee_position on employee (changed_in, id);

create function changed_in_this_transaction() returns trigger language plpgsql as $$
begin
  new.changed_in := pg_current_xact_id();
  return new;
end $$;
create trigger employee_changed before update on employee
  for each row execute function changed_in_this_transaction();
