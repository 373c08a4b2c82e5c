-- Everyone whom an employee works for, near and far; also where the lines go round in a circle.
create or replace function managers_above(p_employee uuid) returns setof uuid
language sql stable as $$
  with recursive above (id) as (
    select manager_id from person where employee_id = p_employee
    union
    select p.manager_id from person p join above a on p.employee_id = a.id
  )
  select id from above where id is not null
$$;
