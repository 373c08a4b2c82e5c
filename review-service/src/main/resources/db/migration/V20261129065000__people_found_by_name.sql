-- A name as everybody may type it: without case, width, accents, strokes and ligatures.
create function name_fold(name text) returns text
  language sql immutable strict parallel safe
  return replace(replace(replace(
    regexp_replace(
      translate(normalize(key_fold(name), nfkd), 'øłđħŧıð', 'oldhtid'),
      '[\u0300-\u036f]+', '', 'g'),
    'æ', 'ae'), 'œ', 'oe'), 'þ', 'th');

create function words_of(folded text) returns text[]
  language sql immutable strict parallel safe
  return array_remove(
    regexp_split_to_array(folded, '[^[:alnum:]]+' collate "pg_unicode_fast"), '');

-- What somebody is found by: the words of their name and unit, also written as one where a hyphen
-- or an apostrophe parts them, and their address. No word begins as an address does here, so that
-- an address is found whole or not at all, and can't be guessed letter by letter.
create function person_words(name text, org_unit text, email text) returns tsvector
  language plpgsql immutable parallel safe as $$
declare
  folded text := name_fold(name || ' ' || org_unit);
begin
  return array_to_tsvector(
    words_of(folded) || words_of(regexp_replace(folded, '[-''’ʼ]+', '', 'g'))
    || array_remove(array['@' || key_fold(email)], null));
end $$;

-- Every word has to begin one of theirs, in any order; an address has to be theirs.
create function person_query(q text) returns tsquery
  language sql immutable strict parallel safe
  return case
    when q like '%@%' then
      cast('''@' || replace(replace(key_fold(q), '\', '\\'), '''', '''''') || '''' as tsquery)
    else (
      select cast(string_agg('''' || word || ''':*', ' & ') as tsquery)
      from unnest(words_of(name_fold(q))) as word)
  end;

-- The unit of the main assignment, so that one index knows it beside the name.
alter table employee add column org_unit text not null default '';
update employee set org_unit = main.org_unit
from assignment main where main.employee_id = employee.id and main.main;

alter table employee
  add column filed_as text not null
    generated always as (name_fold(family_name || ' ' || given_name)) stored,
  add column found_by tsvector not null
    generated always as (person_words(given_name || ' ' || family_name, org_unit, email)) stored;
create index employee_found_by on employee using gin (found_by) where status <> 'TERMINATED';
