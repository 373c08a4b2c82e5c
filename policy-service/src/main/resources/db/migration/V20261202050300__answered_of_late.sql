-- Of what was answered of late, answers to repeats are still remembered.
create index guidance_request_answered on guidance_request (answered_at)
  where answered_at is not null;
