package org.evenhand.analytics.growth;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.evenhand.analytics.counts.CountingLock;
import org.evenhand.analytics.growth.GrowthFacts.Ended;
import org.evenhand.analytics.yearly.FigureYear;
import org.evenhand.analytics.yearly.FigureYears;
import org.evenhand.analytics.yearly.YearlyRoom;
import org.evenhand.kit.data.consume.EventHandler;
import org.evenhand.kit.data.consume.ReceivedEvent;
import org.hibernate.reactive.mutiny.Mutiny;

/** Takes in how plans go, and who gives whom feedback; of both as much as figures need. */
@ApplicationScoped
public class DevelopmentConsumer implements EventHandler {

  public static final String TOPIC = "evenhand.development";

  private final GrowthFacts facts;
  private final GrowthMembers members;
  private final FigureYears years;

  DevelopmentConsumer(GrowthFacts facts, GrowthMembers members, FigureYears years) {
    this.facts = facts;
    this.members = members;
    this.years = years;
  }

  @Override
  public String topic() {
    return TOPIC;
  }

  /** What a batch tells, by what it is. */
  private record Told(
      List<FeedbackTold> given,
      List<UUID> removed,
      List<PlanOwed> begun,
      List<PlanTold> agreed,
      List<PlanOwed> withdrawn,
      List<Ended> ended) {

    static Told of(List<ReceivedEvent> batch) {
      Told told =
          new Told(
              new ArrayList<>(),
              new ArrayList<>(),
              new ArrayList<>(),
              new ArrayList<>(),
              new ArrayList<>(),
              new ArrayList<>());
      batch.forEach(told::add);
      return told;
    }

    private void add(ReceivedEvent event) {
      switch (event.type()) {
        case FeedbackTold.GIVEN -> given.add(FeedbackTold.of(event));
        case FeedbackTold.REMOVED -> removed.add(event.subjectId());
        case PlanOwed.BEGUN -> begun.add(PlanOwed.of(event));
        case PlanOwed.WITHDRAWN -> withdrawn.add(PlanOwed.of(event));
        case PlanTold.AGREED -> agreed.add(PlanTold.of(event));
        case PlanTold.COMPLETED, PlanTold.CLOSED, PlanTold.CARRIED_OVER ->
            ended.add(Ended.of(event.type(), PlanTold.of(event)));
        default -> {
          // Goals, rounds and opportunities are on the same topic.
        }
      }
    }

    boolean isNothing() {
      return Stream.of(given, removed, begun, agreed, withdrawn, ended).allMatch(List::isEmpty);
    }

    /**
     * The years of which something is to be counted. An agreement belongs to the year in which its
     * plan began, which is known by then: it doesn't put off when that is published.
     */
    Set<FigureYear> years() {
      Set<Integer> years = new LinkedHashSet<>();
      given.forEach(each -> years.add(each.year()));
      begun.forEach(each -> years.add(each.year()));
      ended.forEach(each -> years.add(each.year()));
      Set<FigureYear> known = new LinkedHashSet<>();
      years.stream().sorted().forEach(year -> known.add(new FigureYear(YearlyRoom.GROWTH, year)));
      return known;
    }
  }

  @Override
  public Uni<Void> handle(Mutiny.Session session, List<ReceivedEvent> batch) {
    Told told = Told.of(batch);
    if (told.isNothing()) {
      return Uni.createFrom().voidItem();
    }
    Set<FigureYear> known = told.years();
    // Due work is taken before the lock of counting, and so has to be scheduled before it.
    return years
        .from(session, known)
        .chain(() -> members.expect(session, known))
        .chain(() -> CountingLock.counting(session))
        .chain(() -> facts.given(session, told.given()))
        .chain(() -> facts.removed(session, told.removed()))
        .chain(() -> facts.begun(session, told.begun()))
        .chain(() -> facts.agreed(session, told.agreed()))
        .chain(() -> facts.withdrawn(session, told.withdrawn()))
        .chain(() -> facts.ended(session, told.ended()));
  }
}
