-- What an announced policy version expects of the distribution of its ratings. Its content never
-- changes again. A version without guidance has a row too: so what is not known differs from what
-- is not there.
create table policy_guidance (
    policy_id uuid not null,
    version int not null,
    scale_size smallint not null,
    -- [{"ordinal": 4, "low": 10, "high": 40}], in percent, lowest level first
    levels jsonb not null,
    primary key (policy_id, version)
);

-- Which version of its policy a cycle pins. Null until an event says so.
alter table cycle add column policy_version int;
