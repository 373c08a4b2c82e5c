package org.evenhand.local.journey.scene;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.evenhand.local.company.Person;
import org.evenhand.local.company.SampleCompany;
import org.evenhand.local.journey.api.Api;
import org.evenhand.local.journey.api.StepFailed;
import org.evenhand.local.journey.telling.Story;
import org.evenhand.local.process.LocalClock;

/** What a chapter needs: the people, the API, and the story that tells what happens. */
public record Scene(Api api, SampleCompany company, Story story, LocalClock clock) {

  /** In the stack, and in UTC. */
  public LocalDate today() {
    return clock.today();
  }

  /** Moves the clock of the stack to the first hour of a day in UTC, unless it is past it. */
  public void passUntil(LocalDate day) {
    Duration left = Duration.between(clock.now(), day.atTime(1, 0).toInstant(ZoneOffset.UTC));
    if (!left.isNegative()) {
      clock.pass(left);
    }
  }

  public Api as(Person person) {
    return api.as(person.username());
  }

  /** By user name. */
  public Person person(String username) {
    return company.named(username);
  }

  /** The id that Evenhand has given them. */
  public String id(String username) {
    return api.as(username).get("/v1/me").send().expect(200).at("/employeeId");
  }

  /** By the HRIS' id. */
  public Person employee(String externalId) {
    return company.people().stream()
        .filter(person -> person.externalId().equals(externalId))
        .findFirst()
        .orElseThrow(() -> new StepFailed("nobody of the company is " + externalId));
  }
}
