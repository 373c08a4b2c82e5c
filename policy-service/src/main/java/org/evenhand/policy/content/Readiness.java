package org.evenhand.policy.content;

import static org.evenhand.kit.web.problem.ViolationCode.REQUIRED;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.policy.PolicyProblem;
import org.jspecify.annotations.Nullable;

/**
 * What a version still lacks before people can be held to it. A draft may be written in any order,
 * so none of this is required of it. It is required before signatures, because signed content can't
 * be completed any more.
 */
public final class Readiness {

  private final PolicyContent content;
  private final List<MissingPart> missing = new ArrayList<>();

  private Readiness(PolicyContent content) {
    this.content = content;
  }

  /** All that is missing, each with a pointer into the content; empty when nothing is. */
  public static List<MissingPart> missing(PolicyContent content) {
    var readiness = new Readiness(content);
    readiness.anchors();
    readiness.form();
    readiness.pathways();
    readiness.outcomes();
    readiness.exemplars();
    return List.copyOf(readiness.missing);
  }

  /**
   * @throws Problem 422 with each part that is missing
   */
  public static void require(PolicyContent content) {
    List<MissingPart> missing = missing(content);
    if (!missing.isEmpty()) {
      throw Problem.of(
              PolicyProblem.POLICY_INCOMPLETE, "People could not be held to what is left open.")
          .with(missing.stream().map(m -> REQUIRED.at(m.pointer(), m.detail())).toList());
    }
  }

  private void anchors() {
    Set<List<Object>> told = new HashSet<>();
    content.anchors().forEach(anchor -> told.add(List.of(anchor.criterion(), anchor.ordinal())));
    for (Criterion criterion : content.criteria()) {
      for (RatingLevel level : content.scale().levels()) {
        if (!told.contains(List.<Object>of(criterion.key(), level.ordinal()))) {
          add(
              "/anchors",
              "lacks the behaviour that level %d (%s) means for the criterion %s"
                  .formatted(level.ordinal(), level.label(), criterion.key()));
        }
      }
    }
  }

  private void form() {
    Set<Contributor> unasked = EnumSet.allOf(Contributor.class);
    content.form().forEach(question -> unasked.remove(question.contributor()));
    unasked.forEach(
        contributor -> add("/form", "lacks a question about behaviour for " + contributor));
  }

  private void pathways() {
    if (content.pathways().isEmpty()) {
      add("/pathways", "lacks a way in which somebody can grow from here");
    }
  }

  private void outcomes() {
    outcome("rewards", content.outcomes().rewards());
    outcome("recognition", content.outcomes().recognition());
    outcome("remediation", content.outcomes().remediation());
  }

  private void outcome(String name, @Nullable String words) {
    if (words == null) {
      add("/outcomes/" + name, "lacks what follows of a result; write \"none\" if nothing does");
    }
  }

  private void exemplars() {
    Set<Integer> shown =
        content.exemplars().stream().map(Exemplar::ordinal).collect(Collectors.toSet());
    for (RatingLevel level : content.scale().levels()) {
      if (!shown.contains(level.ordinal())) {
        add(
            "/exemplars",
            "lacks a case that shows level %d (%s)".formatted(level.ordinal(), level.label()));
      }
    }
  }

  private void add(String pointer, String detail) {
    missing.add(new MissingPart(pointer, detail));
  }
}
