package org.evenhand.policy.governance.agenda;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.evenhand.kit.data.idempotency.Answer;
import org.evenhand.policy.governance.Agenda;
import org.evenhand.policy.governance.AgendaItem;
import org.evenhand.policy.governance.GovernanceHappening;
import org.evenhand.policy.governance.GovernanceStep;
import org.evenhand.policy.governance.work.GovernanceContext;
import org.evenhand.policy.governance.work.GovernanceSteps;
import org.jspecify.annotations.Nullable;

/** Freezing the agenda. */
@ApplicationScoped
class Preparation {

  private static final Comparator<AgendaItem> ORDER =
      Comparator.comparing(AgendaItem::topic)
          .thenComparing(item -> String.valueOf(item.subject()))
          .thenComparing(item -> String.valueOf(item.side()))
          .thenComparing(item -> String.valueOf(item.aspect()));

  /** Two of the longest intervals of a charter: a review that is held late misses nothing. */
  private static final Duration NEWS = Duration.ofDays(2 * 366);

  private final GovernanceSteps steps;
  private final List<AgendaSource> sources;

  Preparation(GovernanceSteps steps, @All List<AgendaSource> sources) {
    this.steps = steps;
    this.sources = sources;
  }

  Uni<Answer> prepare(UUID id, @Nullable String ifMatch) {
    return steps.take(
        id,
        ifMatch,
        context -> {},
        context -> {
          context.review().require(GovernanceStep.PREPARATION);
          return items(context)
              .map(items -> Agenda.of(items, context.actor(), context.at()))
              .invoke(context.review()::prepare)
              .replaceWith(GovernanceHappening.PREPARED);
        });
  }

  private Uni<List<AgendaItem>> items(GovernanceContext context) {
    Instant since = context.at().minus(NEWS);
    return Multi.createFrom()
        .iterable(sources)
        .onItem()
        .transformToUniAndConcatenate(
            source -> source.items(context.session(), context.review(), since))
        .collect()
        .asList()
        .map(found -> found.stream().flatMap(List::stream).sorted(ORDER).toList());
  }
}
