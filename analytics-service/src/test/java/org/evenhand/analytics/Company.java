package org.evenhand.analytics;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.evenhand.analytics.ReviewStream.Sent;

/** A made-up company: its people and reviews as the other services tell of them. */
public final class Company {

  public static final String DIRECTORY = "evenhand.internal.directory";
  public static final String RATINGS = "evenhand.internal.ratings";
  public static final String CALIBRATION = "evenhand.internal.calibration";
  public static final String POLICIES = "evenhand.policies";

  private static final String REVIEW_SERVICE = "/review-service";
  private static final String POLICY_SERVICE = "/policy-service";

  private Company() {}

  public static UUID id(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(UTF_8));
  }

  /** Someone in the directory, working in Great Britain. */
  public static Sent employee(String externalId, Map<String, Object> more) {
    Map<String, Object> data = new HashMap<>();
    data.put("employeeId", id(externalId));
    data.put("externalId", externalId);
    data.put("orgUnit", "Whitehall");
    data.put("jobLevel", "HEO");
    data.put("jobFamily", "Policy");
    data.put("workLocation", "London");
    data.put("country", "GB");
    data.put("legalEntity", "DH");
    data.put("workerType", "EMPLOYEE");
    data.put("status", "ACTIVE");
    data.put("hrUnits", List.of());
    data.putAll(more);
    long sequence = ((Number) data.getOrDefault("sequence", 1)).longValue();
    data.remove("sequence");
    return new Sent(
        DIRECTORY,
        "org.evenhand.employee.recorded.v1",
        REVIEW_SERVICE,
        id(externalId),
        sequence,
        data);
  }

  /** A rating from another system. */
  public static Sent recorded(
      String externalId, String cycle, int ordinal, int size, int favourableFrom) {
    Map<String, Object> data = review(externalId, cycle, "RECORDED", size, favourableFrom);
    data.put("origin", "HISTORY");
    data.put("calibration", "NONE");
    data.put("originalOrdinal", ordinal);
    data.put("ordinal", ordinal);
    return event("org.evenhand.rating.recorded.v1", 1, data);
  }

  /** The full state of a live review on a scale of five levels. */
  public static Map<String, Object> review(String externalId, String cycle, String state) {
    return review(externalId, cycle, state, 5, 5);
  }

  /** How an appeal stands that was filed long ago against a result of a person. */
  public static Sent appeal(
      String externalId, String cycle, String orgUnit, String state, long sequence) {
    return appeal(
        externalId, cycle, orgUnit, state, Instant.parse("2020-11-01T10:00:00Z"), sequence);
  }

  public static Sent appeal(
      String externalId,
      String cycle,
      String orgUnit,
      String state,
      Instant filedAt,
      long sequence) {
    UUID id = id("appeal of " + externalId + " in " + cycle);
    Map<String, Object> data = new HashMap<>();
    data.put("appealId", id);
    data.put("reviewId", id("review of " + externalId + " in " + cycle));
    data.put("cycleId", id("cycle " + cycle));
    data.put("orgUnit", orgUnit);
    data.put("state", state);
    data.put("admitted", state.startsWith("RATING_"));
    data.put("filedAt", filedAt.toString());
    data.put("ended", !state.equals("FILED"));
    return new Sent(RATINGS, "org.evenhand.appeal.recorded.v1", REVIEW_SERVICE, id, sequence, data);
  }

  public static Sent event(String type, long sequence, Map<String, Object> review) {
    return new Sent(RATINGS, type, REVIEW_SERVICE, (UUID) review.get("reviewId"), sequence, review);
  }

  /**
   * A policy version on a scale of five levels, as it is told when it is announced or takes effect.
   *
   * @param guidance ordinal, low and high of each level that has any
   */
  public static Sent policy(
      String happened, String policy, int version, long sequence, int[]... guidance) {
    Map<String, Object> content = new HashMap<>();
    content.put("name", policy);
    content.put(
        "scale",
        Map.of(
            "levels",
            IntStream.rangeClosed(1, 5)
                .mapToObj(ordinal -> Map.of("ordinal", ordinal, "label", "Level " + ordinal))
                .toList(),
            "favourableFrom",
            5));
    content.put(
        "calibration",
        Map.of(
            "ratersPerSample",
            3,
            "guidance",
            Stream.of(guidance)
                .map(level -> Map.of("ordinal", level[0], "low", level[1], "high", level[2]))
                .toList()));
    return policy(happened, policy, version, sequence, content);
  }

  /** The same with a content of any kind. */
  public static Sent policy(
      String happened, String policy, int version, long sequence, Map<String, Object> content) {
    return new Sent(
        POLICIES,
        "org.evenhand.policy." + happened + ".v1",
        POLICY_SERVICE,
        id("policy " + policy),
        sequence,
        Map.of("policyId", id("policy " + policy), "version", version, "content", content));
  }

  private static Map<String, Object> review(
      String externalId, String cycle, String state, int size, int favourableFrom) {
    Map<String, Object> data = new HashMap<>();
    data.put("reviewId", id("review of " + externalId + " in " + cycle));
    data.put("cycleId", id("cycle " + cycle));
    data.put("cycleKey", cycle);
    data.put("origin", "LIVE");
    data.put("employeeId", id(externalId));
    data.put("lineAbove", List.of());
    data.put("contributorIds", List.of());
    data.put("orgUnit", "Whitehall");
    data.put("jobLevel", "HEO");
    data.put("jobFamily", "Policy");
    data.put("workLocation", "London");
    data.put("country", "GB");
    data.put("scale", Map.of("size", size, "favourableFrom", favourableFrom));
    data.put("state", state);
    data.put("calibration", "PENDING");
    data.put("effectiveAt", "2026-03-31T00:00:00Z");
    data.put("recordedAt", "2026-04-01T00:00:00Z");
    return data;
  }
}
