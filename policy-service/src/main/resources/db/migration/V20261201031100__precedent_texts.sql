-- What published precedents say, from the topic evenhand.internal.precedents: cases to learn from.
create table precedent_text (
  id uuid primary key,
  policy_id uuid not null,
  number integer not null,
  criterion text,
  ordinal integer not null,
  body text not null
);
create index training_case_precedent on training_case (precedent_id);
