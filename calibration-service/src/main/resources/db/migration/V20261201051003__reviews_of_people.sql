-- Whose copied texts go with an erasure is looked up with each batch of people.
create index pool_review_employee on pool_review (employee_id);
