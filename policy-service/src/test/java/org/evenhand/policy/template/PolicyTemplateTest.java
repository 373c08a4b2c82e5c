package org.evenhand.policy.template;

import static org.assertj.core.api.Assertions.assertThat;

import org.evenhand.kit.test.StarterKit;
import org.evenhand.policy.content.Contents;
import org.evenhand.policy.content.Contributor;
import org.evenhand.policy.content.Exemplar;
import org.evenhand.policy.content.PolicyContent;
import org.evenhand.policy.content.Question;
import org.evenhand.policy.content.Readiness;
import org.evenhand.policy.content.Scope;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The policy of the starter kit, read as what users write. */
class PolicyTemplateTest {

  @ParameterizedTest
  @ValueSource(strings = {"en", "de"})
  void nothing_is_missing_before_it_can_be_signed(String language) {
    assertThat(Readiness.missing(read(language))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "de"})
  void each_criterion_has_a_case_for_each_level_and_each_contributor_has_questions(
      String language) {
    PolicyContent content = read(language);

    for (var level : content.scale().levels()) {
      assertThat(content.exemplars())
          .filteredOn(exemplar -> exemplar.ordinal().equals(level.ordinal()))
          .extracting(Exemplar::text)
          .doesNotHaveDuplicates()
          .hasSameSizeAs(content.criteria());
    }
    for (Contributor contributor : Contributor.values()) {
      assertThat(content.form())
          .filteredOn(question -> question.contributor() == contributor)
          .extracting(Question::question)
          .hasSizeGreaterThanOrEqualTo(3);
    }
  }

  /** Who begins with it has thought of neither yet. */
  @ParameterizedTest
  @ValueSource(strings = {"en", "de"})
  void it_binds_everybody_and_expects_no_distribution(String language) {
    PolicyContent content = read(language);

    assertThat(content.scope()).isEqualTo(Scope.EVERYONE);
    assertThat(content.calibration().guidance()).isEmpty();
  }

  private static PolicyContent read(String language) {
    return Contents.READER.read(StarterKit.body("policy", language));
  }
}
