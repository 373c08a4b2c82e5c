package org.evenhand.policy.charter.kind;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.evenhand.kit.data.duty.Responsible;
import org.junit.jupiter.api.Test;

/** Each service's own test holds it to the terms; here all of them are held to the names. */
class KnownDutiesTest {

  private static final Path SUITE = Path.of("..");

  /**
   * Nothing of these escalates: whether a view from below was written is for its author to know,
   * and neither a receipt nor an answer about peers is measured.
   */
  private static final Set<String> SILENT = Set.of("UPWARD_VIEW", "PEER_NOMINATION", "NOTICE");

  private static final Pattern KINDS =
      Pattern.compile("enum \\w+ implements DutyKind \\{(.*?);", Pattern.DOTALL);
  private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|//[^\n]*", Pattern.DOTALL);
  private static final Pattern CONSTANT =
      Pattern.compile("^\\s*([A-Z][A-Z_]*)\\b", Pattern.MULTILINE);

  private final KnownDuties known = new KnownDuties();

  @Test
  void the_kinds_known_are_those_of_the_services() throws IOException {
    Set<String> written = new TreeSet<>();
    for (String service : List.of("policy", "review", "calibration", "analytics")) {
      Path sources = SUITE.resolve(service + "-service/src/main/java");
      try (Stream<Path> files = Files.walk(sources)) {
        files
            .filter(file -> file.toString().endsWith(".java"))
            .map(KnownDutiesTest::read)
            // A comment may have a semicolon, which else ends the constants.
            .map(source -> COMMENT.matcher(source).replaceAll(""))
            .flatMap(source -> KINDS.matcher(source).results())
            .flatMap(kinds -> CONSTANT.matcher(kinds.group(1)).results())
            .forEach(constant -> written.add(service + "-service " + constant.group(1)));
      }
    }
    written.removeIf(kind -> SILENT.stream().anyMatch(kind::endsWith));

    assertThat(known.all().stream().map(duty -> duty.service() + " " + duty.kind()))
        .isNotEmpty()
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(written);
  }

  @Test
  void every_default_is_one_that_a_charter_could_have() {
    assertThat(known.all().stream().filter(duty -> !duty.tellsNobody()))
        .allSatisfy(
            duty -> {
              assertThat(duty.workingDays()).isBetween(0, KindTerms.MOST_DAYS);
              assertThat(duty.path()).hasSizeBetween(1, 4);
              assertThat(duty.path().get(duty.path().size() - 1).to())
                  .isEqualTo(Responsible.HR_LEAD);
            });
  }

  @Test
  void what_people_ask_and_promise_one_another_goes_to_nobody() {
    assertThat(known.all().stream().filter(KnownDuty::tellsNobody).map(KnownDuty::kind))
        .containsExactly(
            "FEEDBACK_REQUEST",
            "CHECK_IN",
            "CHECK_IN_ACTION",
            "MENTORING_ANSWER",
            "REMEDIATION_REVIEW",
            "REMEDIATION_ACKNOWLEDGEMENT",
            "REMEDIATION_CONSENT",
            "REMEDIATION_CHECKPOINT",
            "REMEDIATION_MEANS",
            "REMEDIATION_CONFIRMATION",
            "REMEDIATION_EXTENSION",
            "REMEDIATION_SIGNATURE",
            "REMEDIATION_CONCLUSION",
            "PRECEDENT_CHECK",
            "PRECEDENT_REDACTION",
            "PRECEDENT_OBJECTION");
  }

  @Test
  void the_nearest_names_come_first() {
    assertThat(known.nearest("REVEIW")).startsWith("REVIEW");
    assertThat(known.nearest("OPENING_COUNTERSIGNATUR")).startsWith("OPENING_COUNTERSIGNATURE");
    assertThat(known.nearest("ACKNOWLEDGMENT")).startsWith("ACKNOWLEDGEMENT").hasSize(3);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
