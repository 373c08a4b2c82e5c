package org.evenhand.policy.impact;

import static org.evenhand.kit.web.problem.ViolationCode.DUPLICATE;
import static org.evenhand.kit.web.problem.ViolationCode.INCONSISTENT;
import static org.evenhand.kit.web.problem.ViolationCode.NOT_FOUND;
import static org.evenhand.kit.web.problem.ViolationCode.RANGE;
import static org.evenhand.kit.web.problem.ViolationCode.REQUIRED;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.kit.web.problem.Violation;

/**
 * What is to be replayed, and what of the past stands for what of the draft.
 *
 * @param cycleIds cycles of this system under this policy or one that bound some of the same
 *     people, or imported ones
 * @param levels for each past level in its order the level of the draft; it never falls
 */
@Schema(
    name = "ImpactReplayRequest",
    description =
        "criteria says what each past criterion stands for in the draft, or for nothing; levels"
            + " says for each past level, the lowest first, which level of the draft it is.",
    example =
        """
        {
          "cycleIds": ["0198f2a0-0000-7000-8000-0000000000c1"],
          "criteria": [
            {"past": "delivery", "draft": "delivery"},
            {"past": "visibility"}
          ],
          "levels": [1, 1, 2, 3, 3]
        }
        """)
public record ReplayQuestion(
    @NotEmpty @Size(max = 10) List<@NotNull UUID> cycleIds,
    @NotNull @Size(max = 30) List<@NotNull @Valid MappedCriterion> criteria,
    @NotNull @Size(min = 2, max = 10) List<@NotNull @Min(1) @Max(10) Integer> levels) {

  /** What is against the rules of the draft; empty when nothing is. */
  public List<Violation> violations(ReplayRules draft) {
    List<Violation> found = new ArrayList<>();
    repeated("/cycleIds/%d", cycleIds, found);
    repeated("/criteria/%d/past", criteria.stream().map(MappedCriterion::past).toList(), found);
    repeated("/criteria/%d/draft", criteria.stream().map(MappedCriterion::draft).toList(), found);
    each(criteria)
        .filter(at -> criteria.get(at).draft() != null)
        .filter(at -> !draft.has(Objects.requireNonNull(criteria.get(at).draft())))
        .forEach(at -> found.add(NOT_FOUND.at("/criteria/" + at + "/draft", "isn't in the draft")));
    each(levels)
        .filter(at -> levels.get(at) > draft.levels())
        .forEach(at -> found.add(RANGE.at("/levels/" + at, "must be 1 to " + draft.levels())));
    each(levels)
        .filter(at -> at > 0 && levels.get(at) < levels.get(at - 1))
        .forEach(
            at ->
                found.add(
                    INCONSISTENT.at("/levels/" + at, "is lower than that of the one before")));
    return found;
  }

  /** Where nothing is said of a criterion that a past cycle and the draft both have. */
  public List<Violation> silences(ReplayRules past, ReplayRules draft) {
    List<String> named = criteria.stream().map(MappedCriterion::past).toList();
    return past.criteria().stream()
        .map(ReplayRules.Weight::key)
        .filter(key -> draft.has(key) && !named.contains(key))
        .map(
            key ->
                REQUIRED.at(
                    "/criteria", "must say what " + key + " stands for in the draft, or nothing"))
        .toList();
  }

  private static IntStream each(List<?> members) {
    return IntStream.range(0, members.size());
  }

  private static void repeated(String pointer, List<?> members, List<Violation> found) {
    each(members)
        .filter(at -> members.get(at) != null && members.indexOf(members.get(at)) < at)
        .forEach(at -> found.add(DUPLICATE.at(pointer.formatted(at), "is named before")));
  }
}
