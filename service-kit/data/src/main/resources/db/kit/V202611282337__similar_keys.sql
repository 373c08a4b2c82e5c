-- The file says that keys which differ from known ones by case, width or composition alone are meant.
alter table import add column similar_keys_meant boolean not null default false;

-- What a row changed and what is odd about it, to be shown with its outcome.
alter table import_row add column changes jsonb, add column warnings jsonb;

-- What is left of a key beside case, width and composition. An index over it is an index over
-- lookalikes: a service that registers keys has one.
create function key_fold(key text) returns text
  language sql immutable strict parallel safe
  return normalize(casefold(normalize(key, nfkc) collate "pg_unicode_fast"), nfkc);

-- Where two texts that look alike differ, in code points: character 5 is U+00A0 here, U+0020 there.
create function unlike_at(here text, there text) returns text
  language sql immutable strict parallel safe
  return (
    select 'character ' || n
      || coalesce(' is U+' || lpad(upper(to_hex(nullif(ascii(substr(here, n, 1)), 0))), 4, '0'), ' is missing')
      || ' here, '
      || coalesce('U+' || lpad(upper(to_hex(nullif(ascii(substr(there, n, 1)), 0))), 4, '0'), 'missing')
      || ' there'
    from generate_series(1, greatest(length(here), length(there))) n
    where substr(here, n, 1) is distinct from substr(there, n, 1)
    order by n limit 1);
