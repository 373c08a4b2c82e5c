-- Parts that are missing are waited for from the last one on that came.
alter table access_part add column arrived_at timestamptz not null default now();
alter table access_part alter column arrived_at drop default;

-- Whether opportunities of the year came in a file: whoever sent it chose who could have applied.
alter table figure_year add column is_chosen boolean not null default false;

-- Who takes in opportunities of past years has to know which are published already.
insert into due_work (kind, subject, due_at, try_at)
select 'access-year-published-before', id, now(), now()
from figure_year where room = 'ACCESS' and published_at is not null;
