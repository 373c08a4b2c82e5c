-- A manager's objection to their own profile of a cycle, with its answer. Words about a person's
-- working life: in no event, and in no topic that a rebuild reads, so that a rebuild keeps them.
create table rater_objection (
    id uuid primary key,
    version bigint not null,
    cycle_id uuid not null,
    cycle_key text not null,
    origin text not null,
    rater_id uuid not null,
    state text not null,
    words text not null,
    filed_at timestamptz not null,
    -- {"outcome": "DECLINED", "reason": "...", "by": "...", "at": "..."}
    reply jsonb
);

-- One at a time, and none beside one that was upheld: then nothing is shown to object to.
create unique index rater_objection_standing on rater_objection (cycle_id, rater_id)
    where state <> 'DECLINED';
create index rater_objection_by_rater on rater_objection (rater_id, id);
