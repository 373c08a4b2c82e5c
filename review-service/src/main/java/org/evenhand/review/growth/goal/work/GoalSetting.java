package org.evenhand.review.growth.goal.work;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.review.cycle.CycleRepository;
import org.evenhand.review.growth.goal.Post;
import org.evenhand.review.growth.goal.access.GoalContext;

/**
 * Until when goals have to be set: by the cycle that covers the unit and the day, else as the goal
 * itself says. Where neither says a day, nothing is late.
 */
@ApplicationScoped
class GoalSetting {

  private static final String COVERING =
      """
      select c.id from cycle c
      where c.state not in ('DRAFT', 'CANCELLED')
        and c.plan -> 'orgUnits' @> to_jsonb(cast(:unit as text))
        and cast(c.plan ->> 'periodStart' as date) <= :today
        and cast(c.plan ->> 'periodEnd' as date) >= :earliest
      """;

  private final CycleRepository cycles;

  GoalSetting(CycleRepository cycles) {
    this.cycles = cycles;
  }

  /** Whether what is agreed today is agreed late. Of several cycles the last day counts. */
  Uni<Boolean> isLate(GoalContext context) {
    Post post = context.post();
    return Rows.of(context.session(), COVERING)
        .bind("unit", post.orgUnit())
        .bind("today", context.today())
        .bind("earliest", context.goingOn())
        .list(row -> row.uuid("id"))
        .chain(ids -> cycles.byIds(context.session(), ids))
        .map(
            covering ->
                covering.stream()
                    .map(
                        cycle ->
                            cycle
                                .plan()
                                .milestones()
                                .in(post.orgUnit(), post.country())
                                .goalSetting())
                    .filter(Objects::nonNull)
                    .max(Comparator.naturalOrder())
                    .or(() -> Optional.ofNullable(context.goal().termsToCome().agreeBy()))
                    .filter(context::isOver)
                    .isPresent());
  }
}
