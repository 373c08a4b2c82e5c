package org.evenhand.calibration.precedent.work;

import static org.evenhand.kit.web.problem.ViolationCode.DUPLICATE;
import static org.evenhand.kit.web.problem.ViolationCode.NOT_FOUND;
import static org.evenhand.kit.web.problem.ViolationCode.REQUIRED;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.evenhand.calibration.CalibrationProblem;
import org.evenhand.calibration.precedent.PrecedentWords;
import org.evenhand.calibration.precedent.work.PrecedentRequests.FictionPart;
import org.evenhand.calibration.precedent.work.PrecedentRequests.NewPrecedent;
import org.evenhand.calibration.session.RedactedPart;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.problem.Violation;
import org.jspecify.annotations.Nullable;

/**
 * Gives fiction the shape of a review: a part of each criterion that has words, in the policy's
 * order, the context with the first of its criteria.
 */
final class FictionWords {

  private FictionWords() {}

  /**
   * As it was written; the context stands in a part without a criterion.
   *
   * @throws Problem 400 where a part says nothing, or two are of one criterion
   */
  static PrecedentWords written(NewPrecedent wanted) {
    requireParts(wanted.parts());
    return new PrecedentWords(
        Stream.concat(
                Stream.of(new RedactedPart(null, List.of(), null, wanted.contextNote())),
                wanted.parts().stream().map(FictionPart::told))
            .toList(),
        wanted.reason(),
        wanted.dissent());
  }

  private static void requireParts(List<FictionPart> parts) {
    List<Violation> found = new ArrayList<>();
    Set<String> keys = new HashSet<>();
    for (int at = 0; at < parts.size(); at++) {
      if (!parts.get(at).told().hasWords()) {
        found.add(REQUIRED.at("/parts/%d/observations".formatted(at), "or a narrative is needed"));
      }
      if (!keys.add(parts.get(at).criterion())) {
        found.add(
            DUPLICATE.at("/parts/%d/criterion".formatted(at), "is the criterion of another part"));
      }
    }
    if (!found.isEmpty()) {
      throw Problem.of(
              CommonProblem.MALFORMED_REQUEST,
              "Each part says something on a criterion of its own.")
          .with(found);
    }
  }

  /**
   * @param criteria of which the case may speak, in the policy's order
   * @throws Problem 422 where a part is of none of them
   */
  static PrecedentWords arranged(PrecedentWords written, List<String> criteria) {
    List<Violation> unknown = new ArrayList<>();
    for (int at = 1; at < written.parts().size(); at++) {
      if (!criteria.contains(written.parts().get(at).criterion())) {
        unknown.add(
            NOT_FOUND.at(
                "/parts/%d/criterion".formatted(at - 1), "the case speaks of " + criteria));
      }
    }
    if (!unknown.isEmpty()) {
      throw Problem.of(CalibrationProblem.UNKNOWN_CRITERION, "The case has no such criterion.")
          .with(unknown);
    }
    String first = criteria.get(0);
    String context = written.parts().get(0).contextNote();
    return written.in(
        criteria.stream()
            .map(key -> part(key, written.parts(), key.equals(first) ? context : null))
            .toList());
  }

  private static RedactedPart part(
      String key, List<RedactedPart> written, @Nullable String context) {
    return written.stream()
        .filter(part -> Objects.equals(part.criterion(), key))
        .findFirst()
        .map(part -> new RedactedPart(key, part.observations(), part.narrative(), context))
        .orElseGet(() -> new RedactedPart(key, List.of(), null, context));
  }
}
