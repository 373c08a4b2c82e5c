-- Beside its operation a row says neither who sent a command nor what: both are hashed with the key,
-- which the client alone knows, and the key isn't kept. So nobody can try words out on the table.
alter table idempotency add column command bytea;
update idempotency
   set command = sha256(convert_to(client || E'\n' || operation || E'\n' || key, 'UTF8')),
       request_hash = sha256(convert_to(key, 'UTF8') || request_hash);
alter table idempotency drop column client, drop column key, add primary key (command);

drop function idempotency_claim(text, text, text, bytea, timestamptz, timestamptz, text);

-- One round trip: takes the key, or waits for whoever holds it and returns what they stored.
-- A waiting insert ends when the holder commits (then the row is theirs) or rolls back (then it is
-- ours); after p_wait it fails with 55P03. The function's own setting is undone when it returns.
create function idempotency_claim(
  p_command bytea, p_operation text, p_hash bytea, p_now timestamptz, p_expired timestamptz,
  p_wait text)
returns table (claimed boolean, same_request boolean, status int, location text, version bigint, body text)
language plpgsql set lock_timeout = '10s' as $$
#variable_conflict use_column
begin
  perform set_config('lock_timeout', p_wait, true);
  insert into idempotency as i (command, operation, request_hash, created_at)
       values (p_command, p_operation, p_hash, p_now)
  on conflict (command) do update
          set request_hash = excluded.request_hash, created_at = excluded.created_at,
              status = null, location = null, version = null, body = null
        where i.created_at < p_expired;
  if found then
    return query select true, true, null::int, null::text, null::bigint, null::text;
  else
    return query select false, i.request_hash = p_hash, i.status, i.location, i.version, i.body
                   from idempotency i
                  where i.command = p_command;
  end if;
end $$;
