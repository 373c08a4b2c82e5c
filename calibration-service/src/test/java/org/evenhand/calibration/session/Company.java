package org.evenhand.calibration.session;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.evenhand.kit.data.json.Json;
import org.evenhand.kit.test.Events;
import org.jspecify.annotations.Nullable;

/** People and submitted reviews, told over Kafka as review-service tells them. */
final class Company {

  private static final String DIRECTORY = "evenhand.internal.directory";
  private static final String RATINGS = "evenhand.internal.ratings";

  private final Events events = Events.ofTest();
  private final Map<String, UUID> ids = new ConcurrentHashMap<>();
  final UUID cycle = UUID.randomUUID();
  final UUID policy = UUID.randomUUID();
  private long told;
  private @Nullable Instant at;
  private String family = "software";
  private String entity = "all";

  /** All whose reviews are told from now on are of this family. */
  Company of(String jobFamily) {
    family = jobFamily;
    return this;
  }

  /** Whoever is told of from now on works for this legal entity. */
  Company workingFor(String legalEntity) {
    entity = legalEntity;
    return this;
  }

  /** What is told of people from now on came about at this time. */
  Company at(Instant time) {
    at = time;
    return this;
  }

  /** The employee id behind an externalId; made up at the first asking. */
  UUID id(String externalId) {
    return ids.computeIfAbsent(externalId, e -> UUID.randomUUID());
  }

  Company employs(String externalId, @Nullable String manager) {
    return recorded(externalId, manager, "ACTIVE", List.of());
  }

  /** HR partner of these units. */
  Company serves(String externalId, String manager, String... units) {
    return recorded(externalId, manager, "ACTIVE", List.of(units));
  }

  /** In another state of employment: TERMINATED, or ON_LEAVE. */
  Company turns(String externalId, String manager, String status) {
    return recorded(externalId, manager, status, List.of());
  }

  Company leaves(String externalId) {
    return recorded(externalId, null, "TERMINATED", List.of());
  }

  private Company recorded(
      String externalId, @Nullable String manager, String status, List<String> units) {
    var person = new HashMap<String, Object>();
    person.put("employeeId", id(externalId));
    person.put("externalId", externalId);
    if (manager != null) {
      person.put("managerId", id(manager));
    }
    person.put("orgUnit", "unit");
    person.put("legalEntity", entity);
    person.put("status", status);
    person.put(
        "hrUnits",
        units.stream().map(unit -> Map.of("orgUnit", unit, "from", "2020-01-01")).toList());
    events.publish(
        Events.record(
            DIRECTORY,
            null,
            "org.evenhand.employee.recorded.v1",
            "/review-service",
            id(externalId).toString(),
            ++told,
            at == null ? Instant.now() : at,
            Json.write(person)));
    return this;
  }

  /** Nobody has written anything yet. */
  UUID openedReview(String employee, String reviewer, String... lineAbove) {
    var id = UUID.randomUUID();
    tellReview("opened", "NOT_STARTED", id, 1, employee, reviewer, lineAbove);
    return id;
  }

  UUID submittedReview(String employee, String reviewer, String... lineAbove) {
    var id = UUID.randomUUID();
    tellReview("submitted", "SUBMITTED", id, 3, employee, reviewer, lineAbove);
    return id;
  }

  /** Somebody else is the reviewer of a submitted review from now on. */
  void reassigned(UUID review, String employee, String reviewer, String... lineAbove) {
    tellReview("reassigned", "SUBMITTED", review, 4, employee, reviewer, lineAbove);
  }

  /** Nobody can appeal against the result of a review any more. */
  void finalized(UUID review, String employee, String reviewer, String... lineAbove) {
    tellReview("finalized", "FINAL", review, 9, employee, reviewer, lineAbove);
  }

  /** Its story was wrong: it is looked at again. */
  void reopened(UUID review, String employee, String reviewer, String... lineAbove) {
    tellReview("reopened", "IN_PROGRESS", review, 10, employee, reviewer, lineAbove);
  }

  private void tellReview(
      String what,
      String state,
      UUID review,
      long sequence,
      String employee,
      String reviewer,
      String... lineAbove) {
    var line = Stream.of(lineAbove).map(this::id).toList();
    events.publish(
        RATINGS,
        "org.evenhand.review." + what + ".v1",
        "/review-service",
        review.toString(),
        sequence,
        Json.write(
            Map.ofEntries(
                Map.entry("reviewId", review),
                Map.entry("cycleId", cycle),
                Map.entry("cycleKey", "spring"),
                Map.entry("origin", "LIVE"),
                Map.entry("employeeId", id(employee)),
                Map.entry("reviewerId", id(reviewer)),
                Map.entry("lineAbove", line),
                Map.entry("contributorIds", List.of()),
                Map.entry("orgUnit", "unit"),
                Map.entry("jobLevel", "L3"),
                Map.entry("jobFamily", family),
                Map.entry("scale", Map.of("size", 5, "favourableFrom", 5)),
                Map.entry("originalOrdinal", 3),
                Map.entry("ordinal", 3),
                Map.entry("state", state))));
  }

  /**
   * The cycle is in another state.
   *
   * @param calibration the last day of this part of it
   */
  void cycleBecame(String state, LocalDate calibration) {
    events.publish(
        "evenhand.cycles",
        "org.evenhand.cycle." + state.toLowerCase(Locale.ROOT) + ".v1",
        "/review-service",
        cycle.toString(),
        ++told,
        Json.write(
            Map.of(
                "cycleId",
                cycle,
                "state",
                state,
                "policyId",
                policy,
                "policyVersion",
                1,
                "milestones",
                Map.of("calibration", calibration.toString()))));
  }

  /**
   * A version of the company's policy is in force: five levels, two criteria.
   *
   * @param anchor what level 3 of delivery means in it
   */
  void policyTookEffect(int version, String anchor) {
    policyTookEffect(version, anchor, Map.of());
  }

  /**
   * A version that binds those who work for an entity is in force.
   *
   * @param checks how many a quarter it asks of managers
   */
  void policyAsksFor(int version, String legalEntity, int checks) {
    policyTookEffect(
        version,
        "What was agreed is there",
        Map.of(
            "scope",
            Map.of(
                "countries", List.of(),
                "legalEntities", List.of(legalEntity),
                "workerTypes", List.of()),
            "calibration",
            Map.of("checksAQuarter", checks)));
  }

  private void policyTookEffect(int version, String anchor, Map<String, Object> more) {
    var content = new HashMap<String, Object>(more);
    var levels = IntStream.rangeClosed(1, 5).mapToObj(at -> Map.of("ordinal", at)).toList();
    content.put("scale", Map.of("levels", levels));
    content.put("criteria", List.of(Map.of("key", "delivery"), Map.of("key", "craft")));
    content.put("anchors", List.of(Map.of("criterion", "delivery", "ordinal", 3, "text", anchor)));
    events.publish(
        Events.record(
            "evenhand.policies",
            null,
            "org.evenhand.policy.effective.v1",
            "/policy-service",
            policy.toString(),
            ++told,
            at == null ? Instant.now() : at,
            Json.write(
                Map.of(
                    "policyId",
                    policy,
                    "version",
                    version,
                    "state",
                    "EFFECTIVE",
                    "content",
                    content))));
  }

  void sessionApplied(UUID session) {
    tell("org.evenhand.session.applied.v1", session, 1, Map.of("sessionId", session));
  }

  void sessionRefused(UUID session, String reason) {
    tell(
        "org.evenhand.session.refused.v1",
        session,
        1,
        Map.of("sessionId", session, "reason", reason));
  }

  private void tell(String type, UUID session, long sequence, Object data) {
    events.publish(
        RATINGS, type, "/review-service", session.toString(), sequence, Json.write(data));
  }
}
