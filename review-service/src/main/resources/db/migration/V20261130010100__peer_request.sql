-- Whom a reviewee names as peers, whom the reviewer agrees to ask, and what became of it.
create table peer_request (
  id          uuid    primary key,
  version     bigint  not null,
  review_id   uuid    not null references review,
  peer_id     uuid    not null references employee,
  by_reviewee boolean not null,
  state       text    not null check (state in
    ('NOMINATED', 'STRUCK', 'AGREED', 'ASKED', 'GIVEN', 'DECLINED', 'LAPSED')),
  asked       boolean not null,
  reason      text,
  refusal     text
);
create unique index peer_request_living on peer_request (review_id, peer_id)
  where state in ('NOMINATED', 'AGREED', 'ASKED', 'GIVEN');
create index peer_request_review on peer_request (review_id, id);
create index peer_request_peer on peer_request (peer_id, id);

-- Whom reviewers have asked so far.
insert into peer_request (id, version, review_id, peer_id, by_reviewee, state, asked)
select gen_random_uuid(), 0, r.id, peer.id, false,
  case when exists (select 1 from jsonb_array_elements(r.work -> 'contributions') written
      where written ->> 'type' = 'PEER' and written ->> 'authorId' = cast(peer.id as text))
    then 'GIVEN' else 'ASKED' end,
  true
from review r
cross join lateral (
  select distinct cast(asked ->> 'employeeId' as uuid) as id
  from jsonb_array_elements(r.contributors -> 'asked') asked where asked ->> 'type' = 'PEER') peer
join employee e on e.id = peer.id;
