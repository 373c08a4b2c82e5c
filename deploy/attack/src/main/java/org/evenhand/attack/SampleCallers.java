package org.evenhand.attack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.evenhand.local.company.Person;
import org.evenhand.local.company.SampleCompany;

/** Everybody of the sample company, and the systems, each with a token. */
public final class SampleCallers {

  /** The clients that the realm knows, with their roles. */
  private static final Map<String, String> CLIENTS =
      Map.of("evenhand-hris", "hris", "evenhand-insight", "insight");

  private final List<Caller> callers = new ArrayList<>();
  private final Map<String, String> managers = new HashMap<>();

  /**
   * @param ofPerson a person's token
   * @param ofClient a client's token, by its id
   */
  public SampleCallers(
      SampleCompany company, Function<Person, String> ofPerson, Function<String, String> ofClient) {
    for (Person person : company.people()) {
      managers.put(person.externalId(), person.managerExternalId());
      callers.add(
          new Caller(
              person.username(),
              person.externalId(),
              person.roles(),
              () -> ofPerson.apply(person)));
    }
    CLIENTS.forEach(
        (id, role) -> callers.add(new Caller(id, "", Set.of(role), () -> ofClient.apply(id))));
  }

  public List<Caller> callers() {
    return List.copyOf(callers);
  }

  /** The manager of each, by externalId; empty at the top. */
  public Map<String, String> managers() {
    return Map.copyOf(managers);
  }
}
