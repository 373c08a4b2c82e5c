package org.evenhand.local.company;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.evenhand.local.process.Trouble;

/**
 * Everybody of the sample company, from the CSV that is also imported, so that those who can sign
 * in are those who are employed.
 */
public record SampleCompany(List<Person> people) {
  /**
   * @param organisation the columns of an org import
   * @param roles externalId, username, roles and hrOrgUnits of each person who is more than an
   *     employee or a manager; several values are separated by spaces
   */
  public static SampleCompany read(Path organisation, Path roles) {
    return of(CsvFile.read(organisation), CsvFile.read(roles));
  }

  static SampleCompany of(List<CsvRow> organisation, List<CsvRow> roles) {
    Set<String> managers =
        organisation.stream().map(row -> row.get("managerExternalId")).collect(Collectors.toSet());
    List<Person> people = organisation.stream().map(row -> employed(row, managers)).toList();
    var special =
        roles.stream().collect(Collectors.toMap(row -> row.get("externalId"), Function.identity()));
    SampleCompany company =
        new SampleCompany(
            people.stream()
                .map(
                    person -> {
                      CsvRow row = special.remove(person.externalId());
                      return row == null ? person : appointed(person, row);
                    })
                .toList());
    if (!special.isEmpty()) {
      throw new Trouble("The roles name people who are not employed: " + special.keySet());
    }
    return company;
  }

  /** The person with that user name; {@link Trouble} when there is none. */
  public Person named(String username) {
    return people.stream()
        .filter(person -> person.username().equals(username))
        .findFirst()
        .orElseThrow(() -> new Trouble("Nobody in the sample company signs in as " + username));
  }

  private static Person employed(CsvRow row, Set<String> managers) {
    String email = row.get("email");
    Set<String> roles = new TreeSet<>(Set.of("employee"));
    if (managers.contains(row.get("externalId"))) {
      roles.add("manager");
    }
    return new Person(
        row.get("externalId"),
        email.substring(0, email.indexOf('@')),
        row.get("givenName"),
        row.get("familyName"),
        email,
        row.get("managerExternalId"),
        row.get("orgUnit"),
        roles,
        Set.of());
  }

  private static Person appointed(Person person, CsvRow row) {
    Set<String> roles = words(row.get("roles"));
    roles.addAll(person.roles());
    return new Person(
        person.externalId(),
        row.get("username"),
        person.givenName(),
        person.familyName(),
        person.email(),
        person.managerExternalId(),
        person.orgUnit(),
        roles,
        words(row.get("hrOrgUnits")));
  }

  private static Set<String> words(String cell) {
    return Arrays.stream(cell.split(" "))
        .filter(word -> !word.isEmpty())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
