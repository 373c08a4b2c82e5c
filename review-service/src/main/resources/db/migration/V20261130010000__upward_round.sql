-- A round asks all direct reports of a manager. Until it closes a text lies beside its writer, who
-- may change it or take it back. When it closes, answers are laid apart by question under ids of
-- chance, and the writers' rows are deleted: which is whose, and who has written, is kept nowhere.
-- There is no time here but days, and nothing but a round's own steps moves its version.
create table upward_round (
  id               uuid    primary key,
  version          bigint  not null,
  about_id         uuid    not null references employee,
  assignment_id    uuid    not null references assignment,
  assignment_since date    not null,
  state            text    not null check (state in ('OPEN', 'CLOSED', 'CANCELLED')),
  questions        jsonb   not null,
  asked            integer not null check (asked >= 3),
  opened_by        uuid    references employee,
  opened_on        date    not null,
  closes_on        date    not null,
  shown            boolean not null,
  review_id        uuid    references review,
  reason           text,
  check (not shown or state = 'CLOSED')
);
create unique index upward_round_open on upward_round (about_id) where state = 'OPEN';
create index upward_round_about on upward_round (about_id, id);
create index upward_round_assignment on upward_round (assignment_id);
create index upward_round_review on upward_round (review_id);

create table upward_writer (
  id        uuid   primary key,
  version   bigint not null,
  round_id  uuid   not null references upward_round,
  writer_id uuid   not null references employee,
  answers   jsonb  not null,
  unique (round_id, writer_id)
);
create index upward_writer_writer on upward_writer (writer_id);

create table upward_answer (
  id       uuid    primary key,
  round_id uuid    not null references upward_round,
  question integer not null,
  text     text    not null
);
create index upward_answer_round on upward_answer (round_id, question, id);

-- What reviews have shown already stands in closed rounds, split by question like all others. What
-- waited to be shown is deleted: it was written under other terms, and a round asks anew.
create temporary table shown_before on commit drop as
select r.id as review_id, r.employee_id, r.assignment_id, a.started_on, answer ->> 'question' as key,
  coalesce(
    (select form ->> 'question' from policy_version p
       cross join lateral jsonb_array_elements(p.content -> 'form') form
     where p.policy_id = c.policy_id and p.version = c.policy_version
       and form ->> 'key' = answer ->> 'question'
     limit 1),
    answer ->> 'question') as question,
  answer ->> 'text' as text, t.closed_on,
  (select count(*) from jsonb_array_elements(r.contributors -> 'asked') asked
   where asked ->> 'type' = 'UPWARD') as asked
from upward_text t
join review r on r.id = t.review_id
join cycle c on c.id = r.cycle_id
join assignment a on a.id = r.assignment_id
cross join lateral jsonb_array_elements(t.answers) answer;

create temporary table kept_question on commit drop as
select review_id, key, min(question) as question,
  row_number() over (partition by review_id order by key) as number
from shown_before group by review_id, key having count(*) >= 3;

create temporary table kept_round on commit drop as
select gen_random_uuid() as id, kept.review_id, kept.questions, old.*
from (select review_id, jsonb_agg(question order by number) as questions
      from kept_question group by review_id) kept
join lateral (
  select employee_id, assignment_id, started_on, max(closed_on) as closed_on,
    greatest(max(asked), 3) as asked
  from shown_before before where before.review_id = kept.review_id
  group by employee_id, assignment_id, started_on) old on true;

insert into upward_round (id, version, about_id, assignment_id, assignment_since, state, questions,
  asked, opened_on, closes_on, shown, review_id)
select id, 0, employee_id, assignment_id, started_on, 'CLOSED', questions, asked, closed_on,
  closed_on, true, review_id
from kept_round;

insert into upward_answer (id, round_id, question, text)
select gen_random_uuid(), round.id, kept.number, before.text
from shown_before before
join kept_question kept using (review_id, key)
join kept_round round using (review_id)
order by gen_random_uuid();

drop table upward_view, upward_text;

-- Nobody contributes to a review from below any more.
update review set contributors = jsonb_set(contributors, '{asked}',
  (select coalesce(jsonb_agg(one order by place) filter (where one ->> 'type' <> 'UPWARD'), '[]')
   from jsonb_array_elements(contributors -> 'asked') with ordinality as element (one, place)))
where contributors @> '{"asked": [{"type": "UPWARD"}]}';

-- What a trail doesn't show: all that somebody did with a review who wrote into it from below.
create table upward_trace (
  review_id uuid   not null,
  sequence  bigint not null,
  primary key (review_id, sequence)
);
insert into upward_trace (review_id, sequence)
select done.aggregate_id, done.sequence
from (select distinct aggregate_id, actor from audit
      where aggregate_type = 'review' and action = 'contribution-written'
        and content like '%"type":"UPWARD"%') below
join audit done on done.aggregate_type = 'review' and done.aggregate_id = below.aggregate_id
  and done.actor = below.actor;

-- The first version kept whole texts with their authors, and all versions who was asked. A digest
-- of a writer with their text is a link between the two for whoever can guess both. That a review
-- began with what somebody wrote names them among its contributors.
update audit set content = null, salt = null
where content is not null and (aggregate_type = 'upward-view'
  or aggregate_type = 'review' and (
    action in ('contribution-written', 'contributor-asked') and content like '%"type":"UPWARD"%'
    or action = 'review.started'
      and (aggregate_id, sequence) in (select review_id, sequence from upward_trace)));

update idempotency set body = null where body like '%"type":"UPWARD"%';
