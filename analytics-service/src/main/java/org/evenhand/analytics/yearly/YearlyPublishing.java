package org.evenhand.analytics.yearly;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.evenhand.analytics.demographics.DemographicDimensions;
import org.evenhand.analytics.demographics.Dimension;
import org.evenhand.analytics.statistics.LevelCounts;
import org.evenhand.kit.data.json.Json;
import org.hibernate.reactive.common.AffectedEntities;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Publishes the figures of a room and year, once. The caller keeps everybody from counting
 * meanwhile, and from changing what they declared.
 */
@ApplicationScoped
public class YearlyPublishing {

  /** In a statement that counts: the number of the first figure that is published next, less 1. */
  public static final String LAST_NUMBER = "(select coalesce(max(number), 0) from yearly_figure)";

  private static final String KEEP =
      """
      insert into yearly_figure (number, room, kind, year, people)
      select * from jsonb_to_recordset(cast(cast(:rows as text) as jsonb))
        as f (number int, room text, kind text, year int, people jsonb)
      """;

  private final FigureYears years;
  private final YearlyPlaces places;
  private final YearlyDisclosure disclosure;
  private final YearlyGroups groups;
  private final DemographicDimensions dimensions;

  YearlyPublishing(
      FigureYears years,
      YearlyPlaces places,
      YearlyDisclosure disclosure,
      YearlyGroups groups,
      DemographicDimensions dimensions) {
    this.years = years;
    this.places = places;
    this.disclosure = disclosure;
    this.groups = groups;
    this.dimensions = dimensions;
  }

  private record Kept(int number, YearlyRoom room, String kind, int year, List<Long> people) {

    static Kept of(YearlyFigure figure) {
      FigureYear year = figure.year();
      return new Kept(
          figure.number(), year.room(), figure.kind(), year.year(), figure.people().toList());
    }
  }

  /** Makes these figures, of everybody in the room's table of people. */
  public Uni<Void> publish(
      Mutiny.Session session, FigureYear year, List<YearlyFigure> figures, Strata strata) {
    return session
        .createNativeQuery(KEEP, new AffectedEntities())
        .setParameter("rows", Json.write(figures.stream().map(Kept::of).toList()))
        .executeUpdate()
        .chain(() -> places.take(session, year))
        .chain(() -> dimensions.all(session))
        .onItem()
        .transformToMulti(all -> Multi.createFrom().iterable(all))
        .onItem()
        .transformToUniAndConcatenate(
            dimension -> decide(session, year, figures, dimension, strata))
        .collect()
        .last()
        .replaceWithVoid();
  }

  private Uni<Void> decide(
      Mutiny.Session session,
      FigureYear year,
      List<YearlyFigure> figures,
      Dimension dimension,
      Strata strata) {
    return disclosure
        .decide(session, year, figures, dimension)
        .chain(
            decided ->
                strata
                    .of(session, year, dimension)
                    .map(found -> stratified(figures, decided, found)))
        .chain(decided -> keep(session, figures, dimension, decided));
  }

  private static List<FigureGroups> stratified(
      List<YearlyFigure> figures, List<FigureGroups> decided, List<Stratum> strata) {
    Map<Integer, Map<String, Map<String, LevelCounts>>> byNumber = new HashMap<>();
    strata.forEach(
        each ->
            byNumber
                .computeIfAbsent(each.number(), none -> new HashMap<>())
                .computeIfAbsent(each.group(), none -> new HashMap<>())
                .put(each.name(), each.people()));
    List<FigureGroups> stratified = new ArrayList<>();
    for (int i = 0; i < figures.size(); i++) {
      stratified.add(
          decided.get(i).within(byNumber.getOrDefault(figures.get(i).number(), Map.of())));
    }
    return stratified;
  }

  private Uni<Void> keep(
      Mutiny.Session session,
      List<YearlyFigure> figures,
      Dimension dimension,
      List<FigureGroups> decided) {
    return Multi.createFrom()
        .range(0, figures.size())
        .onItem()
        .transformToUniAndConcatenate(
            i -> groups.keep(session, figures.get(i).number(), dimension.key(), decided.get(i)))
        .collect()
        .last()
        .replaceWithVoid();
  }

  /** The year is as it is from now on, and who stood where long ago is forgotten. */
  public Uni<Void> close(Mutiny.Session session, FigureYear year, Instant at) {
    return places.forgetLevels(session, year).chain(() -> years.close(session, year, at));
  }
}
