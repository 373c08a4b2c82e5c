-- Who gave which blind score, of sessions that have revealed them; taken in anew by a rebuild.
-- raters: [{"raterId": "...", "ordinals": [3, null, 4]}], the same places for all; null where the
-- rater was too close to the sample.
create table blind_session (
    session_id uuid primary key,
    cycle_id uuid not null,
    scale_size smallint not null,
    raters jsonb not null,
    revealed_at timestamptz not null
);

create index blind_session_by_cycle on blind_session (cycle_id);

-- On how many samples the severity rests that a rater last saw of themself. Sessions only come, so
-- that as many samples are the same ones. Nobody else sees a figure that its rater has not.
create table blind_severity_shown (
    cycle_id uuid not null,
    rater_id uuid not null,
    samples int not null,
    shown_at timestamptz not null,
    primary key (cycle_id, rater_id)
);
