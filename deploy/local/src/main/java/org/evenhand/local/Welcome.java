package org.evenhand.local;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.evenhand.local.company.Person;
import org.evenhand.local.company.SampleCompany;
import org.evenhand.local.journey.api.StackAddresses;
import org.evenhand.local.keycloak.LocalSecrets;

/** What a newcomer can do now: addresses, people to sign in as, and lines to paste. */
record Welcome(StackAddresses addresses, SampleCompany company) {
  private static final String EXAMPLE = "may";
  private static final int EMPLOYEES_SHOWN = 3;

  String text() {
    return """

    Where things are
      API              %1$s/v1 (openapi.json beside it)
      Swagger UI       %1$s/docs
      Event catalogue  %1$s/events/asyncapi.json
      Keycloak         %2$s (administrator: %3$s, %4$s)
      Events           deploy/local/events evenhand.ratings --from-beginning

    People of the sample company, all with the password %5$s
    %6$s
      and everybody else in deploy/local/sample-company.csv, by the part of their address before the @

    Three lines to paste
      TOKEN=$(curl -s -d grant_type=password -d client_id=%7$s -d username=%8$s -d password=%5$s %9$s/protocol/openid-connect/token | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')
      curl -s -H "Authorization: Bearer $TOKEN" %1$s/v1/me
      curl -s -H "Authorization: Bearer $TOKEN" '%1$s/v1/reviews?role=reviewee'
    """
        .formatted(
            addresses.gateway(),
            addresses.issuer().resolve("/"),
            LocalSecrets.ADMIN,
            LocalSecrets.ADMIN_PASSWORD,
            LocalSecrets.DEMO_PASSWORD,
            String.join("\n", shown().map(Welcome::line).toList()),
            LocalSecrets.DEMO_CLIENT,
            EXAMPLE,
            addresses.issuer());
  }

  /** People with a special role, those at the top of the line, and a few others. */
  private Stream<Person> shown() {
    List<Person> special =
        company.people().stream()
            .filter(p -> p.has("hr") || p.has("hr-lead") || p.has("auditor"))
            .toList();
    List<Person> managers =
        company.people().stream().filter(p -> p.has("manager") && !special.contains(p)).toList();
    Stream<Person> employees =
        company.people().stream()
            .filter(p -> p.roles().size() == 1)
            .sorted(
                (a, b) ->
                    Boolean.compare(b.username().equals(EXAMPLE), a.username().equals(EXAMPLE)))
            .limit(EMPLOYEES_SHOWN);
    return Stream.of(special.stream(), managers.stream(), employees).flatMap(people -> people);
  }

  private static String line(Person person) {
    String serves =
        person.hrUnits().isEmpty() ? "" : "; serves " + String.join(", ", person.hrUnits());
    return String.format(
        Locale.ROOT,
        "  %-12s %-16s %s%s (%s)",
        person.username(),
        person.orgUnit(),
        String.join(", ", person.roles()),
        serves,
        person.name());
  }
}
