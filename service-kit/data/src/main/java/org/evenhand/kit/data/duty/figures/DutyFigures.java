package org.evenhand.kit.data.duty.figures;

import io.quarkus.arc.All;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.evenhand.kit.data.duty.DutyKind;
import org.evenhand.kit.data.outbox.OutboxEvent;
import org.evenhand.kit.data.quarter.QuarterFigures;
import org.evenhand.kit.data.quarter.ToldQuarter;
import org.hibernate.reactive.mutiny.Mutiny;

/** Tells of each kind that the service counts how it was done. */
@Startup
@ApplicationScoped
class DutyFigures implements QuarterFigures {

  private static final String TOPIC = "evenhand.internal.duty-figures";
  private static final String TYPE = "org.evenhand.duties.counted.v1";
  private static final String FIGURE = "duties ";

  private final List<String> kinds;
  private final DutyCounts counts;

  /**
   * @throws IllegalStateException for a kind of which nobody may learn but whoever owes it
   */
  DutyFigures(@All List<CountedKinds> counted) {
    List<DutyKind> all =
        counted.stream()
            .map(CountedKinds::kinds)
            .flatMap(Collection::stream)
            .<DutyKind>map(kind -> kind)
            .toList();
    all.forEach(DutyFigures::requireOpen);
    this.kinds = all.stream().map(DutyKind::name).toList();
    this.counts =
        new DutyCounts(
            all(counted, CountedKinds::doers),
            all(counted, CountedKinds::days),
            all(counted, CountedKinds::parts));
  }

  private static void requireOpen(DutyKind kind) {
    if (kind.isSecret() || kind.isConfidential()) {
      throw new IllegalStateException(kind.name() + " is confidential: nobody counts it");
    }
  }

  private static String all(List<CountedKinds> counted, Function<CountedKinds, String> sql) {
    return counted.stream()
        .map(sql)
        .filter(Predicate.not(String::isEmpty))
        .collect(Collectors.joining(" union all "));
  }

  @Override
  public List<String> names() {
    return kinds.stream().map(FIGURE::concat).toList();
  }

  @Override
  public Uni<List<OutboxEvent>> of(Mutiny.Session session, ToldQuarter told) {
    String kind = told.figure().substring(FIGURE.length());
    return counts
        .of(session, kind, told.quarter())
        .map(
            units ->
                told.inParts(
                    TOPIC,
                    TYPE,
                    units,
                    (part, parts, some) ->
                        new DutiesCounted(kind, told.quarter().text(), part, parts, some)));
  }
}
