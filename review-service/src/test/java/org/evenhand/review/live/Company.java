package org.evenhand.review.live;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.evenhand.kit.web.time.Days;
import org.evenhand.review.Hris;

/**
 * A company of its own for each test. The chief leads the lead, who leads the staff in the unit of
 * care; everybody else is something different to the first of the staff.
 */
public final class Company {

  private static final AtomicInteger FOUNDED = new AtomicInteger();
  private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);
  private static final List<String> GIVEN =
      List.of("Aafke", "Bojan", "Ciara", "Dagny", "Emeka", "Fatou", "Goran", "Hanako");
  private static final List<String> FAMILY =
      List.of("Zandstra", "Yordanov", "Xenakis", "Wolniak", "Vuković", "Udeze", "Tjaden", "Sørlie");

  private final String mark = "LIVE" + FOUNDED.incrementAndGet();

  public final Person chief = person("CHIEF", "Hedda", "Quist", "employee", "manager");
  public final Person lead = person("LEAD", "Ruben", "Overdijk", "employee", "manager");
  public final Person dotted = person("DOTTED", "Paulo", "Nascimento", "employee", "manager");
  public final Person hr = person("HR", "Marit", "Lindqvist", "employee", "hr");
  public final Person hrElsewhere = person("ELSEWHERE", "Kwame", "Jankowski", "employee", "hr");
  public final Person hrLead = person("HRLEAD", "Ilse", "Haverkamp", "employee", "hr-lead");

  /** Serves the unit as HR, and reports to the first of the staff. */
  public final Person hrInChain = person("INCHAIN", "Gita", "Ferreira", "employee", "hr");

  /** Leads HR, and reports to the first of the staff. */
  public final Person hrLeadInChain =
      person("LEADINCHAIN", "Nadia", "Petrov", "employee", "hr-lead");

  public final Person auditor = person("AUDITOR", "Edda", "Dvorak", "auditor");
  public final Person stranger = person("STRANGER", "Cas", "Bergström", "employee");
  public final List<Person> staff;

  private Company(int staff) {
    this.staff =
        IntStream.range(0, staff)
            .mapToObj(
                i ->
                    person(
                        "STAFF" + i,
                        GIVEN.get(i % GIVEN.size()),
                        FAMILY.get(i % FAMILY.size()),
                        "employee"))
            .toList();
  }

  /** Founds a company and tells of it as the HRIS does. */
  public static Company of(int staff) {
    Company company = new Company(staff);
    company.found();
    return company;
  }

  /** The unit that is reviewed. */
  public String care() {
    return mark + "-care";
  }

  /** All of them. */
  public List<String> units() {
    return List.of(care(), mark + "-board", mark + "-elsewhere");
  }

  public String mark() {
    return mark;
  }

  public Person person(String id, String givenName, String familyName, String... roles) {
    return new Person(mark + "-" + id, givenName, familyName, List.of(roles));
  }

  /** A row that hires somebody. */
  public String hire(
      Person person, Person manager, String unit, String workerType, LocalDate since) {
    return "%s,%s,%s,,%s,LINE,%s,L4,engineering,Utrecht,NL,Linden,%s,,,%s,HIRE"
        .formatted(
            person.externalId(),
            person.givenName(),
            person.familyName(),
            manager == null ? "" : manager.externalId(),
            unit,
            workerType,
            since);
  }

  /** A row that hires an employee long ago. */
  public String hire(Person person, Person manager, String unit) {
    return hire(person, manager, unit, "EMPLOYEE", LONG_AGO);
  }

  /** A row that hires somebody anew, today; it can stand in one file with that of their exit. */
  public String rehire(Person person, Person manager, String unit) {
    return hire(person, manager, unit, "EMPLOYEE", today())
        .replace("EMPLOYEE,,,", "EMPLOYEE,,ANEW,")
        .replace(",HIRE", ",REHIRE");
  }

  /** A row by which somebody leaves, today. */
  public static String leaves(Person person) {
    return Hris.row(person.externalId(), "TERMINATE", today().toString());
  }

  /** A row by which somebody reports to another, from today on. */
  public static String reports(Person person, Person manager) {
    return "%s,,,,%s,LINE,,,,,,,,,,%s,CHANGE"
        .formatted(person.externalId(), manager.externalId(), today());
  }

  /** A row by which somebody is on leave, or back. */
  public static String stands(Person person, String status, LocalDate since) {
    return "%s,,,,,,,,,,,,,%s,,%s,CHANGE".formatted(person.externalId(), status, since);
  }

  public static LocalDate today() {
    return LocalDate.now(ZoneOffset.UTC);
  }

  /** What the service takes for today where nobody has said which time zone a place is in. */
  public static LocalDate begun() {
    return Days.begun(Instant.now());
  }

  private void found() {
    String board = mark + "-board";
    String elsewhere = mark + "-elsewhere";
    List<String> rows = new ArrayList<>();
    rows.add(hire(chief, null, board));
    rows.add(hire(lead, chief, care()));
    rows.add(hire(dotted, chief, board));
    rows.add(hire(hr, chief, elsewhere));
    rows.add(hire(hrElsewhere, chief, elsewhere));
    rows.add(hire(hrLead, chief, elsewhere));
    rows.add(hire(auditor, chief, elsewhere));
    rows.add(hire(stranger, chief, elsewhere));
    staff.forEach(one -> rows.add(hire(one, lead, care())));
    rows.add(hire(hrInChain, staff.get(0), elsewhere));
    rows.add(hire(hrLeadInChain, staff.get(0), elsewhere));
    Hris.takeIn(rows.toArray(String[]::new));
    Hris.takeIn(
        staff.get(0).externalId()
            + ",,,,"
            + dotted.externalId()
            + ",DOTTED"
            + ",".repeat(10)
            + LONG_AGO
            + ",CHANGE");
    Hris.assignHr(hrLead.externalId(), hr.externalId(), care());
    Hris.assignHr(hrLead.externalId(), hrElsewhere.externalId(), elsewhere);
    Hris.assignHr(hrLead.externalId(), hrInChain.externalId(), care());
  }
}
