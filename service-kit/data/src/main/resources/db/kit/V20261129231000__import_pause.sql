-- Whoever acts by what imports change waits for a step of one, but not for as long as it may take:
-- others need the connection. It then fails with 55P03. The lock stays until the transaction ends;
-- the function's setting is undone when it returns.
create function import_pause(what bigint) returns void
language sql set lock_timeout = '3s' as $$
  select pg_advisory_xact_lock_shared(what)
$$;
