package org.evenhand.analytics.checkin;

import com.fasterxml.jackson.core.type.TypeReference;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.evenhand.analytics.AnalyticsConfig;
import org.evenhand.analytics.quarterly.QuarterReading;
import org.evenhand.analytics.quarterly.QuarterReading.Found;
import org.evenhand.analytics.quarterly.ShownUnits;
import org.evenhand.kit.data.quarter.Quarter;
import org.evenhand.kit.web.security.Caller;

/**
 * Answers how many check-ins of a quarter were held of those that were planned. There is one
 * publication of it, the same for every reader, hr-leads included: a check-in is for its two alone.
 */
@ApplicationScoped
class CheckInFigures {

  private static final TypeReference<List<UnitCheckIns>> UNITS = new TypeReference<>() {};

  private final QuarterReading reading;
  private final int least;

  CheckInFigures(QuarterReading reading, AnalyticsConfig config) {
    this.reading = reading;
    this.least = config.leastGroup();
  }

  Uni<CheckInFiguresView> of(Caller caller, Quarter quarter) {
    return reading.of(
        caller, CheckInsCounted.FIGURE, quarter, UNITS, found -> view(quarter, found));
  }

  private CheckInFiguresView view(Quarter quarter, Found<UnitCheckIns> found) {
    return found
        .told()
        .map(
            told ->
                CheckInFiguresView.shown(
                    quarter,
                    found.view().scope(),
                    least,
                    told.publishedAt(),
                    ShownUnits.of(found.view(), told.units(), least, found.order())))
        .orElseGet(() -> CheckInFiguresView.none(quarter, found.view().scope(), least));
  }
}
