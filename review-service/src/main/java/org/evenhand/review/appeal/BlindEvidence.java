package org.evenhand.review.appeal;

import static org.evenhand.kit.web.problem.ViolationCode.NOT_FOUND;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.UUID;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.problem.Violation;
import org.evenhand.review.ReviewProblem;
import org.evenhand.review.sample.SamplesView;
import org.jspecify.annotations.Nullable;

/**
 * What the panel scores: kept as it was redacted, so that all three score the same. What the
 * redactor can't know a person finds; before that nobody of the panel sees it.
 *
 * @param check who of HR has read it, when for the last time; null before
 */
public record BlindEvidence(List<SamplesView.Part> parts, @Nullable Check check) {

  private static final String REMOVED = "[Removed]";

  public BlindEvidence {
    parts = List.copyOf(parts);
  }

  public record Check(UUID by, Instant at) {}

  public static BlindEvidence redacted(List<SamplesView.Part> parts) {
    return new BlindEvidence(parts, null);
  }

  public boolean isChecked() {
    return check != null;
  }

  /**
   * Takes passages out wherever they stand. By hand a text can lose something, but gain nothing: it
   * stays the evidence that the reviewer wrote.
   *
   * @throws Problem 422 that points to every passage that stands nowhere
   */
  BlindEvidence checked(List<String> passages, Check by) {
    requireAll(passages);
    return new BlindEvidence(
        parts.stream().map(part -> part.map(text -> without(passages, text))).toList(), by);
  }

  /** Passages may overlap: whatever one of them covers goes. */
  private static String without(List<String> passages, String text) {
    BitSet covered = new BitSet(text.length());
    for (String passage : passages) {
      for (int at = text.indexOf(passage); at >= 0; at = text.indexOf(passage, at + 1)) {
        covered.set(at, at + passage.length());
      }
    }
    StringBuilder left = new StringBuilder();
    int from = 0;
    for (int at = covered.nextSetBit(0); at >= 0; at = covered.nextSetBit(from)) {
      left.append(text, from, at).append(REMOVED);
      from = covered.nextClearBit(at);
    }
    return left.append(text, from, text.length()).toString();
  }

  private void requireAll(List<String> passages) {
    List<Violation> missing = new ArrayList<>();
    for (int i = 0; i < passages.size(); i++) {
      String passage = passages.get(i);
      if (parts.stream().flatMap(SamplesView.Part::texts).noneMatch(it -> it.contains(passage))) {
        missing.add(
            NOT_FOUND.at("/passages/" + i, "stands in no text of the evidence, letter by letter"));
      }
    }
    if (!missing.isEmpty()) {
      throw Problem.of(
              ReviewProblem.PASSAGE_NOT_FOUND, "The evidence doesn't hold all of these passages.")
          .with(missing);
    }
  }
}
