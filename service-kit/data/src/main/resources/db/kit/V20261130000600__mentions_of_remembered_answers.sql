-- Which objects a remembered answer is about: when one goes, its words go with it, and the database
-- needn't look at every answer for that.
create function idempotency_mentions(operation text, location text) returns text[]
  language sql immutable parallel safe
  as $$
    select coalesce(array_agg(distinct found[1]), '{}')
    from regexp_matches(
      lower(operation || ' ' || coalesce(location, '')),
      '([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})', 'g') as found
  $$;

create index idempotency_mentions on idempotency
  using gin (idempotency_mentions(operation, location)) where body is not null;
