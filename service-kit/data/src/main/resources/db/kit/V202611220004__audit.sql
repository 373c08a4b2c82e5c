-- What happened to an aggregate, in a chain: each hash covers the entry and the hash before it.
-- The content enters by a salted digest only: erasing content and salt unlinks it from the person
-- and leaves the chain whole.
create table audit (
  aggregate_type text        not null,
  aggregate_id   uuid        not null,
  sequence       bigint      not null,
  action         text        not null,
  actor          text        not null,
  at             timestamptz not null,
  content        text,
  salt           bytea,
  content_digest bytea       not null,
  previous       bytea       not null,
  hash           bytea       not null,
  primary key (aggregate_type, aggregate_id, sequence)
);

create table audit_head (
  aggregate_type text   not null,
  aggregate_id   uuid   not null,
  sequence       bigint not null,
  hash           bytea  not null,
  sealed         bigint not null default 0,
  primary key (aggregate_type, aggregate_id)
);
create index audit_head_unsealed on audit_head (aggregate_type, aggregate_id) where sequence > sealed;

-- A seal covers the heads that are new since the seal before it, and that seal. Its hash is logged:
-- kept outside of the database, it proves that nothing was cut off the end.
create table audit_seal (
  id        bigint      primary key,
  sealed_at timestamptz not null,
  heads     int         not null,
  previous  bytea       not null,
  hash      bytea       not null
);
create table audit_seal_head (
  seal           bigint not null references audit_seal (id),
  aggregate_type text   not null,
  aggregate_id   uuid   not null,
  sequence       bigint not null,
  hash           bytea  not null,
  primary key (seal, aggregate_type, aggregate_id)
);

-- Appends in one round trip. p_fields is the entry's canonical JSON up to the two members that only
-- the database knows, and that sort last: "previous" and "sequence". The lock on the head puts
-- writers of one chain in a row.
create function audit_append(
  p_type text, p_id uuid, p_action text, p_actor text, p_at timestamptz, p_content text, p_salt bytea,
  p_digest bytea, p_fields text)
returns bigint language plpgsql as $$
declare
  v_sequence bigint;
  v_previous bytea;
  v_hash     bytea;
begin
  insert into audit_head (aggregate_type, aggregate_id, sequence, hash)
       values (p_type, p_id, 0, decode(repeat('00', 32), 'hex'))
  on conflict do nothing;
  select h.sequence + 1, h.hash into v_sequence, v_previous
    from audit_head h where h.aggregate_type = p_type and h.aggregate_id = p_id for update;
  v_hash := sha256(convert_to(
    p_fields || ',"previous":"' || encode(v_previous, 'hex') || '","sequence":' || v_sequence || '}',
    'UTF8'));
  insert into audit (aggregate_type, aggregate_id, sequence, action, actor, at, content, salt,
                     content_digest, previous, hash)
       values (p_type, p_id, v_sequence, p_action, p_actor, p_at, p_content, p_salt, p_digest,
               v_previous, v_hash);
  update audit_head set sequence = v_sequence, hash = v_hash
   where aggregate_type = p_type and aggregate_id = p_id;
  return v_sequence;
end $$;
