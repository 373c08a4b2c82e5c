package org.evenhand.analytics.duty.figures;

import com.fasterxml.jackson.core.type.TypeReference;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenhand.analytics.AnalyticsConfig;
import org.evenhand.analytics.duty.figures.DutyFiguresView.DutiesView;
import org.evenhand.analytics.duty.figures.DutyFiguresView.SideView;
import org.evenhand.analytics.quarterly.QuarterReading;
import org.evenhand.analytics.quarterly.QuarterReading.Found;
import org.evenhand.analytics.quarterly.ShownUnits;
import org.evenhand.analytics.viewer.View;
import org.evenhand.kit.data.duty.Side;
import org.evenhand.kit.data.quarter.Quarter;
import org.evenhand.kit.web.security.Caller;

/**
 * Answers how the duties of a kind were done. There is one publication of it, the same for every
 * reader, and each side is one by itself: no figure adds them up.
 */
@ApplicationScoped
class DutyFigures {

  private static final TypeReference<List<UnitDuties>> UNITS = new TypeReference<>() {};

  private final QuarterReading reading;
  private final int least;

  DutyFigures(QuarterReading reading, AnalyticsConfig config) {
    this.reading = reading;
    this.least = config.leastGroup();
  }

  Uni<DutyFiguresView> of(Caller caller, CountedKind kind, Quarter quarter) {
    return reading.of(caller, kind.figure(), quarter, UNITS, found -> view(kind, quarter, found));
  }

  private DutyFiguresView view(CountedKind kind, Quarter quarter, Found<UnitDuties> found) {
    return found
        .told()
        .map(
            told ->
                DutyFiguresView.shown(
                    kind,
                    quarter,
                    found.view().scope(),
                    least,
                    told.publishedAt(),
                    sides(found, told.units())))
        .orElseGet(() -> DutyFiguresView.none(kind, quarter, found.view().scope(), least));
  }

  private List<SideView> sides(Found<UnitDuties> found, List<UnitDuties> all) {
    return Stream.of(Side.values())
        .flatMap(
            side -> {
              List<UnitDuties> its = all.stream().filter(unit -> unit.side() == side).toList();
              return its.isEmpty() ? Stream.empty() : Stream.of(side(found, side, its));
            })
        .toList();
  }

  /** What roles owe is no unit's, and hides none and is hidden by none. */
  private SideView side(Found<UnitDuties> found, Side side, List<UnitDuties> all) {
    var byHolder = all.stream().collect(Collectors.partitioningBy(UnitDuties::areOfRoles));
    List<UnitDuties> ofPeople = Objects.requireNonNull(byHolder.get(false));
    Optional<DutiesView> ofRoles =
        Objects.requireNonNull(byHolder.get(true)).stream().findFirst().map(DutiesView::of);
    return SideView.of(
        side,
        ShownUnits.of(found.view(), ofPeople, least, found.order().within(side.name())),
        found.view() instanceof View.Whole ? ofRoles : Optional.empty());
  }
}
