package org.evenhand.review.growth.remediation.terms;

import static org.evenhand.kit.web.problem.ViolationCode.DUPLICATE;
import static org.evenhand.kit.web.problem.ViolationCode.INCONSISTENT;
import static org.evenhand.kit.web.problem.ViolationCode.NOT_ALLOWED;
import static org.evenhand.kit.web.problem.ViolationCode.NOT_FOUND;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.evenhand.kit.web.id.Ids;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.problem.Violation;
import org.evenhand.review.growth.plan.terms.Deliverer;
import org.evenhand.review.growth.remediation.terms.RemediationTermsBody.CheckDayBody;
import org.evenhand.review.growth.remediation.terms.RemediationTermsBody.OwedMeansBody;
import org.evenhand.review.growth.remediation.terms.RemediationTermsBody.SaidBody;
import org.jspecify.annotations.Nullable;

/**
 * Reads terms as somebody sends them.
 *
 * @param there what the plan says so far; null where it says nothing
 * @param promised whether the person knows of it, so that nothing is taken away any more
 */
public record RemediationTermsReading(@Nullable RemediationTerms there, boolean promised) {

  /**
   * @throws Problem RULE_VIOLATED
   */
  public RemediationTerms read(RemediationTermsBody body) {
    List<Violation> found = new ArrayList<>();
    List<CheckDay> checkpoints = new ArrayList<>();
    Map<UUID, CheckDay> knownDays =
        byId(there == null ? List.of() : there.checkpoints(), CheckDay::id);
    Map<UUID, OwedMeans> knownMeans =
        byId(there == null ? List.of() : there.means(), OwedMeans::id);
    for (int i = 0; i < body.checkpoints().size(); i++) {
      CheckDayBody one = body.checkpoints().get(i);
      String at = "/terms/checkpoints/" + i;
      within(one.day(), body.days(), at, found);
      checkpoints.add(new CheckDay(id(one.id(), knownDays.keySet(), at, found), one.day()));
    }
    List<OwedMeans> means = new ArrayList<>();
    for (int i = 0; i < body.means().size(); i++) {
      OwedMeansBody one = body.means().get(i);
      String at = "/terms/means/" + i;
      within(one.day(), body.days(), at, found);
      found.addAll(one.kind().missing(one.amount(), one.unit(), at));
      means.add(
          new OwedMeans(
              id(one.id(), knownMeans.keySet(), at, found),
              one.kind(),
              one.amount(),
              one.unit(),
              one.text(),
              one.day(),
              Objects.requireNonNullElse(one.deliverer(), Deliverer.MANAGER)));
    }
    twice(checkpoints.stream().map(CheckDay::id).toList(), "/terms/checkpoints", found);
    twice(means.stream().map(OwedMeans::id).toList(), "/terms/means", found);
    RemediationTerms read = terms(body, checkpoints, means);
    if (promised && there != null) {
      kept(read, there, found);
    }
    if (!found.isEmpty()) {
      throw Problem.of(CommonProblem.RULE_VIOLATED, "A remediation plan can't be put so.")
          .with(found);
    }
    return read;
  }

  private static RemediationTerms terms(
      RemediationTermsBody body, List<CheckDay> checkpoints, List<OwedMeans> means) {
    SaidBody said = body.said();
    return new RemediationTerms(
        body.criterion(),
        body.ordinal(),
        body.shortfall(),
        body.observations().stream().distinct().toList(),
        said == null ? null : new Said(said.kind(), said.id(), said.support()),
        body.days(),
        checkpoints,
        means);
  }

  /** What somebody was told stays: a change gives more time and more means, and never less. */
  private static void kept(RemediationTerms read, RemediationTerms before, List<Violation> found) {
    if (!read.criterion().equals(before.criterion()) || read.ordinal() != before.ordinal()) {
      found.add(NOT_ALLOWED.at("/terms/criterion", "is another gap than the person was told of"));
    }
    if (read.days() < before.days()) {
      found.add(NOT_ALLOWED.at("/terms/days", "is less time than the person was given"));
    }
    Map<UUID, OwedMeans> means = byId(read.means(), OwedMeans::id);
    if (before.means().stream().anyMatch(each -> !keeps(each, means.get(each.id())))) {
      found.add(NOT_ALLOWED.at("/terms/means", "leaves out or puts otherwise what was promised"));
    }
    Set<UUID> days = byId(read.checkpoints(), CheckDay::id).keySet();
    if (before.checkpoints().stream().anyMatch(each -> !days.contains(each.id()))) {
      found.add(NOT_ALLOWED.at("/terms/checkpoints", "leaves out a day that was named"));
    }
  }

  private static boolean keeps(OwedMeans before, @Nullable OwedMeans now) {
    return before.equals(now);
  }

  private static void within(int day, int days, String at, List<Violation> found) {
    if (day > days) {
      found.add(INCONSISTENT.at(at + "/day", "is after the last day"));
    }
  }

  private static void twice(List<UUID> ids, String at, List<Violation> found) {
    if (ids.stream().distinct().count() < ids.size()) {
      found.add(DUPLICATE.at(at, "names one twice"));
    }
  }

  private static UUID id(@Nullable UUID id, Set<UUID> known, String at, List<Violation> found) {
    if (id == null) {
      return Ids.next();
    }
    if (!known.contains(id)) {
      found.add(NOT_FOUND.at(at + "/id", "is not in the plan; what is new has no id yet"));
    }
    return id;
  }

  private static <T> Map<UUID, T> byId(List<T> some, Function<T, UUID> idOf) {
    return some.stream().collect(Collectors.toMap(idOf, Function.identity(), (one, two) -> one));
  }
}
