-- Views from below. While their round is open a text lies beside its author, who may still change
-- it. When it closes, the texts are laid apart under ids of chance, and which is whose is written
-- nowhere that anything reads. No time is kept but days, and the review's own version stays.
create table upward_view (
  review_id  uuid  not null references review,
  author_id  uuid  not null references employee,
  written_on date  not null,
  answers    jsonb,
  primary key (review_id, author_id)
);
create index upward_view_author on upward_view (author_id);

create table upward_text (
  id        uuid  primary key,
  review_id uuid  not null references review,
  closed_on date  not null,
  answers   jsonb not null
);
create index upward_text_review on upward_text (review_id, id);

-- What was written before stood with its author among the other contributions.
insert into upward_view
select distinct on (r.id, c ->> 'authorId')
       r.id, cast(c ->> 'authorId' as uuid), current_date, c -> 'answers'
from review r cross join lateral jsonb_array_elements(r.work -> 'contributions') c
where c ->> 'type' = 'UPWARD';

insert into upward_text
select gen_random_uuid(), review_id, current_date, answers from upward_view
where review_id in (select review_id from upward_view group by review_id having count(*) >= 3)
order by random();

update upward_view set answers = null where review_id in (select review_id from upward_text);

update review set work = jsonb_set(work, '{contributions}',
  (select coalesce(jsonb_agg(c order by n) filter (where c ->> 'type' <> 'UPWARD'), '[]')
   from jsonb_array_elements(work -> 'contributions') with ordinality as element (c, n)))
where work @> '{"contributions": [{"type": "UPWARD"}]}';

update review set past = jsonb_set(past, '{revisions}',
  (select jsonb_agg(jsonb_set(revision, '{work,contributions}',
     (select coalesce(jsonb_agg(c order by n) filter (where c ->> 'type' <> 'UPWARD'), '[]')
      from jsonb_array_elements(revision #> '{work,contributions}')
        with ordinality as element (c, n))) order by place)
   from jsonb_array_elements(past -> 'revisions') with ordinality as earlier (revision, place)))
where past @> '{"revisions": [{"work": {"contributions": [{"type": "UPWARD"}]}}]}';
