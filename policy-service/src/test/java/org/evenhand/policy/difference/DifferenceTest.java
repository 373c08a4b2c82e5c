package org.evenhand.policy.difference;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Consumer;
import org.evenhand.policy.content.Contents;
import org.junit.jupiter.api.Test;

class DifferenceTest {

  @Test
  void the_same_content_has_no_difference() {
    assertThat(changes(json -> {})).isEmpty();
  }

  @Test
  void a_changed_value_is_told_with_its_place_in_words() {
    var changes =
        changes(
            json -> {
              ((ObjectNode) json.at("/criteria/0")).put("weight", 50);
              ((ObjectNode) json.at("/criteria/1")).put("weight", 50);
              json.put("noticeDays", 60);
            });

    assertThat(changes)
        .extracting(Change::path)
        .containsExactly(
            "Criteria › delivery › weight",
            "Criteria › together › weight",
            "Days of notice for the next version");
    assertThat(changes.get(0).kind()).isEqualTo(Change.Kind.CHANGED);
    assertThat(changes.get(0).before().asInt()).isEqualTo(60);
    assertThat(changes.get(0).after().asInt()).isEqualTo(50);
  }

  @Test
  void another_time_to_appeal_is_told_in_words() {
    var changes = changes(json -> json.putObject("appeals").put("workingDays", 30));

    assertThat(changes)
        .singleElement()
        .extracting(Change::path)
        .isEqualTo("Appeals › working days from the sharing");
  }

  @Test
  void a_rhythm_of_check_ins_is_a_part_that_is_added() {
    var changes = changes(json -> json.putObject("checkIns").put("everyWeeks", 4));

    assertThat(changes).singleElement().extracting(Change::path).isEqualTo("Check ins");
  }

  @Test
  void a_criterion_is_known_by_its_key_wherever_it_stands() {
    var changes =
        changes(
            json -> {
              var criteria = json.withArray("criteria");
              criteria.add(criteria.remove(0));
            });

    assertThat(changes).singleElement().extracting(Change::path).isEqualTo("Criteria › order");
  }

  @Test
  void what_is_new_and_what_is_gone_is_shown_whole() {
    var before =
        Contents.with(
            json -> {
              json.withArray("anchors").remove(3);
              json.withObject("/outcomes").remove("rewards");
            });
    var after = Contents.with(json -> json.withArray("anchors").remove(2));

    var changes = Difference.between(before, after);

    assertThat(changes)
        .extracting(c -> c.kind() + " " + c.path())
        .containsExactlyInAnyOrder(
            "ADDED Anchors › together, level 1",
            "REMOVED Anchors › delivery, level 3",
            "ADDED Outcomes › rewards");
    assertThat(changes)
        .filteredOn(c -> c.kind() == Change.Kind.ADDED)
        .allSatisfy(c -> assertThat(c.before()).isNull());
    assertThat(changes)
        .filteredOn(c -> c.kind() == Change.Kind.REMOVED)
        .allSatisfy(c -> assertThat(c.after()).isNull());
  }

  @Test
  void a_scope_is_compared_as_a_whole_since_an_empty_one_means_everyone() {
    var changes = changes(json -> json.withObject("/scope").withArray("countries").removeAll());

    assertThat(changes).singleElement().extracting(Change::path).isEqualTo("Scope › countries");
    assertThat(changes.get(0).kind()).isEqualTo(Change.Kind.CHANGED);
  }

  @Test
  void guidance_is_compared_level_by_level() {
    var changes =
        changes(
            json -> {
              var guidance = json.withObject("/calibration").withArray("guidance");
              ((ObjectNode) guidance.get(0)).put("high", 25);
              guidance.addObject().put("ordinal", 1).put("low", 5).put("high", 5);
            });

    assertThat(changes)
        .extracting(c -> c.kind() + " " + c.path())
        .containsExactly(
            "CHANGED Calibration › guidance › level 3 › at most, in percent",
            "ADDED Calibration › guidance › level 1");
  }

  @Test
  void two_equal_exemplars_are_two() {
    var changes =
        changes(json -> json.withArray("exemplars").add(json.at("/exemplars/0").deepCopy()));

    assertThat(changes)
        .singleElement()
        .extracting(Change::path)
        .asString()
        .startsWith("Exemplars › level 1")
        .endsWith("(2)");
  }

  private static List<Change> changes(Consumer<ObjectNode> change) {
    return Difference.between(Contents.example(), Contents.with(change));
  }
}
