package org.evenhand.local.journey;

import org.evenhand.local.company.Person;
import org.evenhand.local.company.SampleCompany;

/** What a chapter needs: the people, the API, and the story that tells what happens. */
record Scene(Api api, SampleCompany company, Story story) {

  Api as(Person person) {
    return api.as(person.username());
  }

  /** By user name. */
  Person person(String username) {
    return company.named(username);
  }

  /** By the HRIS' id. */
  Person employee(String externalId) {
    return company.people().stream()
        .filter(person -> person.externalId().equals(externalId))
        .findFirst()
        .orElseThrow(() -> new StepFailed("nobody of the company is " + externalId));
  }
}
