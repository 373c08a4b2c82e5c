package org.evenhand.policy.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.problem.Violation;
import org.evenhand.policy.PolicyProblem;
import org.junit.jupiter.api.Test;

class ContentReaderTest {

  @Test
  void the_documented_example_is_valid() {
    assertThat(Contents.example().name()).isEqualTo("Fair ratings");
  }

  @Test
  void what_may_be_left_out_has_a_default() {
    var content =
        Contents.with(
            json ->
                json.remove(
                    java.util.List.of(
                        "scope",
                        "anchors",
                        "evidence",
                        "eligibility",
                        "calibration",
                        "pathways",
                        "outcomes",
                        "exemplars")));

    assertThat(content.scope()).isEqualTo(Scope.EVERYONE);
    assertThat(content.evidence().observationsOffMiddle()).isEqualTo(2);
    assertThat(content.calibration().ratersPerSample()).isEqualTo(3);
    assertThat(content.calibration().targetAgreement()).isEqualByComparingTo("0.8");
    assertThat(content.exemplars()).isEmpty();
  }

  @Test
  void content_that_says_nothing_of_appeals_has_the_hash_that_it_had_before_there_were_any() {
    var silent = Contents.with(json -> json.remove("appeals"));

    assertThat(silent.appeals()).isNull();
    assertThat(CanonicalContent.tree(silent).has("appeals")).isFalse();
  }

  @Test
  void there_are_five_to_ninety_working_days_to_appeal() {
    for (int days : new int[] {5, 90}) {
      assertThat(appeals(days).appeals()).isEqualTo(new AppealRules(days));
    }
    for (String out : new String[] {"4", "91", "null", "\"20\"", "20.5"}) {
      Problem problem =
          refused(json -> json.set("appeals", Contents.parse("{'workingDays': " + out + "}")));
      assertThat(problem.violations())
          .extracting(Violation::pointer)
          .containsExactly("/appeals/workingDays");
    }
  }

  @Test
  void
      a_manager_owes_none_to_six_checks_of_a_quarter_and_a_version_without_a_number_keeps_its_hash() {
    for (int checks : new int[] {0, 6}) {
      assertThat(calibration(Integer.toString(checks)).calibration().checksAQuarter())
          .isEqualTo(checks);
    }
    for (String out : new String[] {"-1", "7", "\"2\"", "1.5"}) {
      Problem problem = refused(json -> json.set("calibration", checks(out)));
      assertThat(problem.violations())
          .extracting(Violation::pointer)
          .containsExactly("/calibration/checksAQuarter");
    }
    var silent = Contents.with(json -> json.remove("calibration"));
    assertThat(CanonicalContent.tree(silent).at("/calibration").has("checksAQuarter")).isFalse();
  }

  private static PolicyContent calibration(String checks) {
    return Contents.with(json -> json.set("calibration", checks(checks)));
  }

  private static JsonNode checks(String checks) {
    return Contents.parse("{'checksAQuarter': " + checks + "}");
  }

  private static PolicyContent appeals(int days) {
    return Contents.with(json -> json.putObject("appeals").put("workingDays", days));
  }

  @Test
  void people_meet_once_in_one_to_twenty_six_weeks_or_as_they_agree() {
    for (int weeks : new int[] {1, 26}) {
      PolicyContent content =
          Contents.with(json -> json.putObject("checkIns").put("everyWeeks", weeks));
      assertThat(content.checkIns()).isEqualTo(new CheckInRules(weeks));
    }
    for (String out : new String[] {"0", "27", "null", "\"2\"", "2.5"}) {
      Problem problem =
          refused(json -> json.set("checkIns", Contents.parse("{'everyWeeks': " + out + "}")));
      assertThat(problem.violations())
          .extracting(Violation::pointer)
          .containsExactly("/checkIns/everyWeeks");
    }
    var silent = Contents.with(json -> json.remove("checkIns"));
    assertThat(CanonicalContent.tree(silent).has("checkIns")).isFalse();
  }

  @Test
  void the_top_of_the_scale_is_favourable_unless_the_content_says_otherwise() {
    var content = Contents.with(json -> ((ObjectNode) json.get("scale")).remove("favourableFrom"));

    assertThat(content.scale().favourableFrom()).isEqualTo(3);
  }

  @Test
  void every_field_that_does_not_fit_is_named_at_once() {
    Problem problem =
        refused(
            json -> {
              json.put("colour", "red");
              json.remove("name");
              json.put("noticeDays", "thirty");
              json.put("consultationDays", 1000);
              json.put("overall", "GUESSED");
              ((ObjectNode) json.at("/criteria/0")).put("weight", 1.5);
              ((ObjectNode) json.at("/criteria/1")).put("key", "not a key").put("wieght", 40);
              json.withArray("pathways").add(true).add(" ");
            });

    assertThat(problem.type()).isEqualTo(CommonProblem.MALFORMED_REQUEST);
    assertThat(problem.violations())
        .extracting(Violation::pointer)
        .containsExactlyInAnyOrder(
            "/colour",
            "/name",
            "/noticeDays",
            "/consultationDays",
            "/overall",
            "/criteria/0/weight",
            "/criteria/1/key",
            "/criteria/1/wieght",
            "/pathways/1",
            "/pathways/2");
  }

  @Test
  void every_contradiction_is_named_at_once() {
    Problem problem =
        refused(
            json -> {
              ((ObjectNode) json.at("/criteria/0")).put("weight", 61);
              ((ObjectNode) json.at("/criteria/1")).put("key", "delivery");
              ((ObjectNode) json.at("/scale/levels/1")).put("ordinal", 4).put("label", "Below");
              ((ObjectNode) json.at("/scale")).put("favourableFrom", 5);
              var anchor = (ObjectNode) json.at("/anchors/0");
              json.putArray("anchors").add(anchor.put("criterion", "style").put("ordinal", 7));
              ((ObjectNode) json.at("/form/1")).put("key", "proud");
              ((ObjectNode) json.at("/calibration/guidance/0")).put("low", 40).put("ordinal", 9);
              var exemplar = (ObjectNode) json.at("/exemplars/0");
              json.putArray("exemplars").add(exemplar.put("ordinal", 8));
              json.withObject("/scope").withArray("countries").add("GB");
            });

    assertThat(problem.type()).isEqualTo(PolicyProblem.CONTENT_INCONSISTENT);
    assertThat(problem.violations())
        .extracting(Violation::pointer)
        .containsExactlyInAnyOrder(
            "/criteria",
            "/criteria/1/key",
            "/scale/levels/1/ordinal",
            "/scale/levels/1/label",
            "/scale/favourableFrom",
            "/anchors/0/criterion",
            "/anchors/0/ordinal",
            "/form/1/key",
            "/calibration/guidance/0/ordinal",
            "/calibration/guidance/0/low",
            "/exemplars/0/ordinal",
            "/scope/countries/1");
  }

  @Test
  void a_country_that_there_is_not_is_refused_and_the_one_that_is_meant_is_named() {
    Problem problem =
        refused(
            json ->
                json.withObject("/scope").withArray("countries").removeAll().add("UK").add("XX"));

    assertThat(problem.violations())
        .extracting(Violation::pointer)
        .containsExactlyInAnyOrder("/scope/countries/0", "/scope/countries/1");
    assertThat(problem.violations())
        .extracting(Violation::detail)
        .anyMatch(detail -> detail.endsWith("United Kingdom is GB"));
  }

  @Test
  void guidance_must_leave_room_for_a_distribution() {
    Problem tooHigh =
        refused(
            json ->
                json.withObject("/calibration")
                    .set("guidance", ranges("1,60,70", "2,50,60", "3,0,10")));
    Problem tooLow =
        refused(
            json ->
                json.withObject("/calibration")
                    .set("guidance", ranges("1,0,20", "2,0,20", "3,0,20")));

    assertThat(tooHigh.violations())
        .singleElement()
        .extracting(Violation::detail)
        .asString()
        .startsWith("the lower ends sum to 110");
    assertThat(tooLow.violations())
        .singleElement()
        .extracting(Violation::detail)
        .asString()
        .startsWith("the upper ends sum to 60");
  }

  @Test
  void text_that_a_database_cannot_store_is_refused() {
    Problem problem = refused(json -> json.put("name", "a\u0000b"));

    assertThat(problem.violations()).extracting(Violation::pointer).containsExactly("/name");
  }

  @Test
  void something_that_is_no_object_is_refused() {
    assertThatThrownBy(() -> Contents.READER.read(Contents.parse("[1]")))
        .isInstanceOf(Problem.class)
        .extracting(p -> ((Problem) p).status())
        .isEqualTo(400);
  }

  @Test
  void content_beyond_the_bound_of_an_event_is_refused() {
    Problem problem =
        refused(
            json -> {
              for (int i = 0; i < 97; i++) {
                json.withArray("exemplars")
                    .addObject()
                    .put("ordinal", 1)
                    .put("text", "x".repeat(5500));
              }
            });

    assertThat(problem.type()).isEqualTo(PolicyProblem.CONTENT_TOO_LARGE);
  }

  @Test
  void a_patch_changes_what_it_names_and_removes_what_it_nulls() {
    var before = Contents.example();

    var after =
        Contents.READER.patched(
            before, Contents.parse("{'noticeDays': 45, 'outcomes': {'recognition': null}}"));

    assertThat(after.noticeDays()).isEqualTo(45);
    assertThat(after.outcomes().recognition()).isNull();
    assertThat(after.criteria()).isEqualTo(before.criteria());
  }

  @Test
  void a_patch_that_names_an_unknown_field_is_refused_also_to_remove_it() {
    for (String patch :
        new String[] {"{'colour': 'red'}", "{'colour': null}", "{'scale': {'x': null}}"}) {
      var problem =
          catchThrowableOfType(
              Problem.class,
              () -> Contents.READER.patched(Contents.example(), Contents.parse(patch)));

      assertThat(problem).as(patch).isNotNull();
      assertThat(problem.status()).isEqualTo(400);
    }
  }

  @Test
  void the_hash_does_not_depend_on_order_or_on_trailing_zeros() {
    var example = Contents.json();
    var turned = Contents.JSON.createObjectNode();
    java.util.List<String> names = new java.util.ArrayList<>();
    example.fieldNames().forEachRemaining(names::add);
    java.util.Collections.reverse(names);
    names.forEach(name -> turned.set(name, example.get(name)));
    turned.withObject("/calibration").put("targetAgreement", new java.math.BigDecimal("0.800"));

    assertThat(CanonicalContent.hash(Contents.READER.read(turned)))
        .isEqualTo(CanonicalContent.hash(Contents.example()))
        .matches("[0-9a-f]{64}");
  }

  @Test
  void the_hash_changes_with_every_word() {
    assertThat(CanonicalContent.hash(Contents.with(json -> json.put("name", "Fair rating"))))
        .isNotEqualTo(CanonicalContent.hash(Contents.example()));
  }

  private static com.fasterxml.jackson.databind.JsonNode ranges(String... ranges) {
    var array = Contents.JSON.createArrayNode();
    for (String range : ranges) {
      String[] parts = range.split(",");
      array
          .addObject()
          .put("ordinal", Integer.parseInt(parts[0]))
          .put("low", Integer.parseInt(parts[1]))
          .put("high", Integer.parseInt(parts[2]));
    }
    return array;
  }

  private static Problem refused(Consumer<ObjectNode> change) {
    ObjectNode json = Contents.json();
    change.accept(json);
    var problem = catchThrowableOfType(Problem.class, () -> Contents.READER.read(json));
    assertThat(problem).as("content should have been refused").isNotNull();
    return problem;
  }
}
