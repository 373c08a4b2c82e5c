-- What duties read of the people whom a service knows.
create table colleague (
  id          uuid        primary key,
  external_id text        not null,
  manager_id  uuid,
  org_unit    text,
  status      text        not null default 'ACTIVE',
  told_at     timestamptz not null default now()
);
create table colleague_hr_unit (
  person_id  uuid not null,
  org_unit   text not null,
  valid_from date not null,
  valid_to   date
);

-- The events of duties, which the relay takes out of the outbox at once.
create table told (id bigint generated always as identity, subject text, sequence bigint, state text);
create function tell() returns trigger language plpgsql as $$
begin
  insert into told (subject, sequence, state)
  values (new.aggregateid, new.sequence, new.payload::json ->> 'state');
  return null;
end $$;
create trigger told after insert on outbox for each row
  when (new.topic = 'evenhand.internal.duties') execute function tell();

-- The aggregates of the tests.
create table promise (id uuid primary key, promised_to uuid not null);
