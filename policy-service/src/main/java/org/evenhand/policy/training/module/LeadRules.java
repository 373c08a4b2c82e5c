package org.evenhand.policy.training.module;

import static org.evenhand.kit.web.problem.ViolationCode.DUPLICATE;
import static org.evenhand.kit.web.problem.ViolationCode.NOT_ALLOWED;
import static org.evenhand.kit.web.problem.ViolationCode.NOT_FOUND;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.problem.Violation;
import org.evenhand.policy.PolicyProblem;
import org.evenhand.policy.directory.People;
import org.evenhand.policy.directory.Person;
import org.evenhand.policy.signing.Side;
import org.evenhand.policy.training.CoLeads;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Who can lead a module: one of HR, and a manager who isn't of HR. */
@ApplicationScoped
public class LeadRules {

  private static final String HR = "/coLeads/hr";
  private static final String MANAGER = "/coLeads/manager";

  private final People people;
  private final Clock clock;

  LeadRules(People people, Clock clock) {
    this.people = people;
    this.clock = clock;
  }

  /**
   * Those who are asked about, and for which side they can lead.
   *
   * @param named by the id by which they are asked about
   */
  private record Known(Map<String, Person> named, Set<UUID> serving, Set<UUID> leading) {

    /** Why somebody can't lead for a side; null where they can. */
    @Nullable Violation against(String externalId, Side side, String pointer) {
      Person person = named.get(externalId);
      if (person == null || !person.working()) {
        return NOT_FOUND.at(pointer, "is nobody who works here");
      }
      UUID id = person.employeeId();
      if (side == Side.HR) {
        return serving.contains(id)
            ? null
            : NOT_ALLOWED.at(pointer, "is nobody who is at work and serves a unit as HR today");
      }
      if (person.onLeave() || !leading.contains(id)) {
        return NOT_ALLOWED.at(pointer, "is nobody who is at work and leads people");
      }
      return serving.contains(id)
          ? NOT_ALLOWED.at(pointer, "is of HR: a manager of another side leads it too")
          : null;
    }

    UUID id(String externalId) {
      return Objects.requireNonNull(named.get(externalId)).employeeId();
    }
  }

  /**
   * @param by who writes it, and has to be one of the two
   * @throws Problem 422 naming everything that is wrong
   */
  Uni<CoLeads> leads(Mutiny.Session session, ModuleRequest.LeadsRequest wanted, UUID by) {
    if (wanted.hr().equals(wanted.manager())) {
      throw invalid(List.of(DUPLICATE.at(MANAGER, "is the one who leads it for HR")));
    }
    return known(session, Set.of(wanted.hr(), wanted.manager()))
        .map(
            known -> {
              List<Violation> found = new ArrayList<>();
              add(found, known.against(wanted.hr(), Side.HR, HR));
              add(found, known.against(wanted.manager(), Side.MANAGER, MANAGER));
              if (!found.isEmpty()) {
                throw invalid(found);
              }
              CoLeads leads = new CoLeads(known.id(wanted.hr()), known.id(wanted.manager()));
              if (!leads.include(by)) {
                throw invalid(
                    List.of(NOT_ALLOWED.at("/coLeads", "doesn't name whoever writes the module")));
              }
              return leads;
            });
  }

  /** Whether somebody who works here could lead a module, for one side or the other. */
  Uni<Boolean> canLead(Mutiny.Session session, UUID person) {
    return people
        .byIds(session, Set.of(person))
        .map(found -> Objects.requireNonNull(found.get(person)).externalId())
        .chain(
            externalId ->
                known(session, Set.of(externalId))
                    .map(
                        known ->
                            Arrays.stream(Side.values())
                                .anyMatch(side -> known.against(externalId, side, HR) == null)));
  }

  /** Somebody who takes the place of one of the two. */
  Uni<UUID> successor(Mutiny.Session session, String externalId, Side side) {
    return known(session, Set.of(externalId))
        .map(
            known -> {
              Violation against = known.against(externalId, side, "/joining");
              if (against != null) {
                throw invalid(List.of(against));
              }
              return known.id(externalId);
            });
  }

  /**
   * What both bring about they bring about as two sides: who isn't of theirs any more, or is away,
   * is replaced first.
   */
  public Uni<Void> requireBothSides(Mutiny.Session session, CoLeads leads) {
    return present(session, leads)
        .invoke(
            found -> {
              if (!found.isEmpty()) {
                throw invalid(found);
              }
            })
        .replaceWithVoid();
  }

  /** Whether somebody who leads a module for a side is at work, and of that side. */
  Uni<Boolean> isOfSide(Mutiny.Session session, UUID lead, Side side) {
    return byId(session, Set.of(lead))
        .map(known -> known.against(lead.toString(), side, "/leaving") == null);
  }

  private Uni<List<Violation>> present(Mutiny.Session session, CoLeads leads) {
    return byId(session, leads.each().collect(Collectors.toSet()))
        .map(
            known -> {
              List<Violation> found = new ArrayList<>();
              add(found, known.against(leads.hr().toString(), Side.HR, HR));
              add(found, known.against(leads.manager().toString(), Side.MANAGER, MANAGER));
              return found;
            });
  }

  private Uni<Known> byId(Mutiny.Session session, Set<UUID> ids) {
    return people
        .byIds(session, ids)
        .map(
            found ->
                found.entrySet().stream()
                    .collect(
                        Collectors.toMap(each -> each.getKey().toString(), Map.Entry::getValue)))
        .chain(found -> known(session, found));
  }

  private Uni<Known> known(Mutiny.Session session, Set<String> externalIds) {
    return people.named(session, externalIds).chain(named -> known(session, named));
  }

  private Uni<Known> known(Mutiny.Session session, Map<String, Person> named) {
    Set<UUID> ids = named.values().stream().map(Person::employeeId).collect(Collectors.toSet());
    return people
        .servingAsHr(session, ids, LocalDate.now(clock))
        .chain(
            serving ->
                people.leading(session, ids).map(leading -> new Known(named, serving, leading)));
  }

  private static void add(List<Violation> found, @Nullable Violation violation) {
    if (violation != null) {
      found.add(violation);
    }
  }

  private static Problem invalid(List<Violation> found) {
    return Problem.of(
            PolicyProblem.TRAINING_INVALID, "A module is led by one of HR and a manager together.")
        .with(found);
  }
}
