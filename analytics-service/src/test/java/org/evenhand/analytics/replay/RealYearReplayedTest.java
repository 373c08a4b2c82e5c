package org.evenhand.analytics.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.TDistribution;
import org.evenhand.analytics.Api;
import org.evenhand.analytics.Company;
import org.evenhand.analytics.Releases;
import org.evenhand.analytics.ReviewStream.Sent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * The marks of 1,663 people as if they had been given here, under drafts of which is known what
 * they come to. What is expected is computed from the file alone, person by person.
 */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealYearReplayedTest {

  private static final double WITHIN = 1e-6;
  private static final String CYCLE = "real year, replayed";
  private static final String DISABILITY = "replayedDisability";
  private static final String PATTERN = "replayedPattern";
  private static final List<String> LEVELS = List.of("Improvement needed", "Met", "Exceeded");

  /** Somebody of the file. */
  private record Marked(String id, int level, String disability, String pattern) {}

  private List<Marked> people;

  @BeforeAll
  void the_year_is_closed() throws IOException {
    Api.connect();
    people = read();
    define(DISABILITY, List.of("Not disabled", "Disabled", "Unknown"), List.of("Unknown"));
    define(PATTERN, List.of("Full time", "Part time"), List.of());
    Replayed.send(people.stream().map(one -> Company.employee(one.id(), Map.of())).toList());
    StringBuilder csv = new StringBuilder("externalId,dimension,value\n");
    for (Marked one : people) {
      csv.append("%s,%s,%s\n".formatted(one.id(), DISABILITY, one.disability()));
      csv.append("%s,%s,%s\n".formatted(one.id(), PATTERN, one.pattern()));
    }
    Api.until(
        () -> Api.declare(csv.toString()),
        answer -> Integer.valueOf(0).equals(answer.path("refused")));
    Replayed.send(people.stream().map(RealYearReplayedTest::review).toList());
    Releases.close(CYCLE);
  }

  @Test
  void an_unchanged_policy_leaves_every_figure_as_it_is_to_the_last_digit() {
    JsonNode told = Replayed.of(CYCLE, List.of(1, 2, 3), 3, 3).told(outcomes(Marked::level));

    for (String[] each : compared()) {
      JsonNode group = Replayed.group(told, each[0], each[1]);
      assertEquals("COMPARED", group.path("standing").asText());
      assertEquals(group.path("before"), group.path("after"));
      check(group.path("before"), each, Marked::level, 3, 3);
    }
    assertEquals("REFERENCE", Replayed.group(told, PATTERN, "Full time").path("standing").asText());
  }

  @Test
  void a_known_change_comes_out_as_it_is_computed_by_hand() {
    // Every third of those who met what was expected has a level of their own.
    Function<Marked, Integer> draft =
        one ->
            one.level() == 2 && people.indexOf(one) % 3 == 0
                ? 3
                : one.level() == 3 ? 4 : one.level();
    Replayed replay = Replayed.of(CYCLE, List.of(1, 2, 4), 4, 3);
    List<Sent> parts = new ArrayList<>(replay.parts(outcomes(draft)));
    parts.addAll(List.copyOf(parts));
    Collections.reverse(parts);

    // In the wrong order, and each of them twice.
    Replayed.send(parts);
    JsonNode told = replay.told();

    for (String[] each : compared()) {
      JsonNode group = Replayed.group(told, each[0], each[1]);
      assertEquals(each[2], group.path("reference").asText());
      check(group.path("before"), each, Marked::level, 3, 3);
      check(group.path("after"), each, draft, 4, 3);
    }
  }

  @Test
  void another_scale_alone_comes_out_as_it_is_computed_by_hand() {
    Function<Marked, Integer> draft = one -> one.level() == 1 ? 1 : 2;
    JsonNode told = Replayed.of(CYCLE, List.of(1, 2, 2), 2, 2).told(Map.of());

    for (String[] each : compared()) {
      check(Replayed.group(told, each[0], each[1]).path("after"), each, draft, 2, 2);
    }
  }

  /** Attribute, group, reference. */
  private static List<String[]> compared() {
    return List.of(
        new String[] {DISABILITY, "Disabled", "Not disabled"},
        new String[] {PATTERN, "Part time", "Full time"});
  }

  private Map<String, Integer> outcomes(Function<Marked, Integer> draft) {
    Map<String, Integer> outcomes = new LinkedHashMap<>();
    people.forEach(one -> outcomes.put(one.id(), draft.apply(one)));
    return outcomes;
  }

  private void check(
      JsonNode figures, String[] which, Function<Marked, Integer> level, int size, int favourable) {
    int[] focal = levels(which[0], which[1], level);
    int[] reference = levels(which[0], which[2], level);
    double x = share(focal, favourable);
    double y = share(reference, favourable);
    double ratio = x / y;
    double error = Math.sqrt((1 - x) / (x * focal.length) + (1 - y) / (y * reference.length));
    near(ratio, figures.path("impactRatio"));
    near(
        ratio * Math.exp(-1.959963984540054 * error),
        ratio * Math.exp(1.959963984540054 * error),
        figures.path("impactRatioInterval"));

    double[] ofFocal = placements(focal, reference);
    double[] ofReference = placements(reference, focal);
    double theta = mean(ofFocal);
    double one = variance(ofFocal) / focal.length;
    double two = variance(ofReference) / reference.length;
    double freedom =
        Math.pow(one + two, 2)
            / (one * one / (focal.length - 1) + two * two / (reference.length - 1));
    double half =
        TDistribution.of(freedom).inverseCumulativeProbability(.975) * Math.sqrt(one + two);
    near(2 * theta - 1, figures.path("cliffsDelta"));
    near(2 * (theta - half) - 1, 2 * (theta + half) - 1, figures.path("cliffsDeltaInterval"));
  }

  private int[] levels(String attribute, String group, Function<Marked, Integer> level) {
    return people.stream()
        .filter(
            one -> group.equals(attribute.equals(DISABILITY) ? one.disability() : one.pattern()))
        .mapToInt(level::apply)
        .toArray();
  }

  private static double share(int[] levels, int favourable) {
    return IntStream.of(levels).filter(level -> level >= favourable).count()
        / (double) levels.length;
  }

  /** Of each person, the share of the others who are rated lower, and half of those alike. */
  private static double[] placements(int[] group, int[] others) {
    return IntStream.of(group)
        .mapToDouble(
            mine ->
                IntStream.of(others).mapToDouble(o -> o < mine ? 1 : o == mine ? .5 : 0).sum()
                    / others.length)
        .toArray();
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  private static double variance(double[] values) {
    double mean = mean(values);
    double sum = 0;
    for (double value : values) {
      sum += (value - mean) * (value - mean);
    }
    return sum / (values.length - 1);
  }

  private static void near(double expected, JsonNode told) {
    assertEquals(expected, told.asDouble(Double.NaN), WITHIN);
  }

  private static void near(double low, double high, JsonNode told) {
    near(low, told.path("low"));
    near(high, told.path("high"));
  }

  private static Sent review(Marked one) {
    Map<String, Object> review = new HashMap<>(Company.review(one.id(), CYCLE, "FINAL"));
    review.put("scale", Map.of("size", 3, "favourableFrom", 3));
    review.put("calibration", "NOT_CALIBRATED");
    review.put("originalOrdinal", one.level());
    review.put("ordinal", one.level());
    return Company.event("org.evenhand.review.changed.v1", 1, review);
  }

  private static List<Marked> read() throws IOException {
    try (var in =
        RealYearReplayedTest.class.getResourceAsStream(
            "/real/department-of-health-2013-14.ratings.csv")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .map(line -> line.split(",", -1))
          .map(row -> new Marked("RYR" + row[0], 1 + LEVELS.indexOf(row[2]), row[3], row[4]))
          .toList();
    }
  }

  private static void define(String key, List<String> values, List<String> undeclared) {
    Api.define(
            key,
            Map.of(
                "label", key,
                "values", values,
                "undeclaredValues", undeclared,
                "countries", List.of(Map.of("country", "GB", "legalBasis", "A law"))))
        .then()
        .statusCode(201);
  }
}
