create table idempotency (
  client       text        not null,
  operation    text        not null,
  key          text        not null,
  request_hash bytea       not null,
  created_at   timestamptz not null,
  status       int,
  location     text,
  version      bigint,
  body         text,
  primary key (client, operation, key)
);
create index idempotency_created_at on idempotency (created_at);

-- One round trip: takes the key, or waits for whoever holds it and returns what they stored.
-- A waiting insert ends when the holder commits (then the row is theirs) or rolls back (then it is
-- ours); after p_wait it fails with 55P03. The function's own setting is undone when it returns.
create function idempotency_claim(
  p_client text, p_operation text, p_key text, p_hash bytea, p_now timestamptz, p_expired timestamptz,
  p_wait text)
returns table (claimed boolean, same_request boolean, status int, location text, version bigint, body text)
language plpgsql set lock_timeout = '10s' as $$
#variable_conflict use_column
begin
  perform set_config('lock_timeout', p_wait, true);
  insert into idempotency as i (client, operation, key, request_hash, created_at)
       values (p_client, p_operation, p_key, p_hash, p_now)
  on conflict (client, operation, key) do update
          set request_hash = excluded.request_hash, created_at = excluded.created_at,
              status = null, location = null, version = null, body = null
        where i.created_at < p_expired;
  if found then
    return query select true, true, null::int, null::text, null::bigint, null::text;
  else
    return query select false, i.request_hash = p_hash, i.status, i.location, i.version, i.body
                   from idempotency i
                  where i.client = p_client and i.operation = p_operation and i.key = p_key;
  end if;
end $$;
