-- Whether whoever claimed it served a unit as HR then: so it shows when they do so no more. Of
-- somebody who is of HR by role alone nobody is told when they cease to be.
alter table guidance_request add column claimer_served boolean not null default false;
update guidance_request g set claimer_served = true
 where exists (select 1 from colleague_hr_unit u where u.person_id = g.claimer_id
   and u.valid_from <= current_date and (u.valid_to is null or u.valid_to >= current_date));
alter table guidance_request add constraint guidance_request_served_by_claimer
  check (claimer_id is not null or not claimer_served);
