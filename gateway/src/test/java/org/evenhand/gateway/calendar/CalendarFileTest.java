package org.evenhand.gateway.calendar;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.ParseWarning;
import biweekly.util.ICalDate;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is written is read back by another library. */
class CalendarFileTest {

  private static final LocalDate DAY = LocalDate.parse("2026-12-04");
  private static final Instant CHANGED = Instant.parse("2026-11-29T09:00:00.5Z");

  /** More than any zone is from UTC. */
  private static final Duration LONGEST = Duration.ofHours(15);

  private final CalendarFile file = new CalendarFile();

  @Property(tries = 200)
  void whateverIsWrittenIsReadBack(@ForAll("entries") List<FeedEntry> entries) {
    String written = file.of(entries);
    Map<String, VEvent> events =
        read(written).getEvents().stream()
            .collect(Collectors.toMap(event -> event.getUid().getValue(), Function.identity()));

    assertEquals(entries.size(), events.size());
    for (FeedEntry entry : entries) {
      VEvent event = events.get(entry.id().toString());
      assertEquals(entry.sequence(), event.getSequence().getValue());
      assertEquals(entry.state() == FeedEntry.State.CANCELLED, event.getStatus().isCancelled());
      assertEquals(CalendarFile.summary(entry), event.getSummary().getValue());
      assertEquals(
          Date.from(Instant.ofEpochSecond(entry.changedAt().getEpochSecond())),
          event.getDateTimeStamp().getValue());
      when(entry, event);
    }
  }

  private static void when(FeedEntry entry, VEvent event) {
    if (entry.first() != null) {
      assertFalse(event.getDateStart().getValue().hasTime());
      assertEquals(entry.first(), day(event.getDateStart().getValue()));
      assertEquals(entry.last().plusDays(1), day(event.getDateEnd().getValue()));
      return;
    }
    assertEquals(
        entry.start().getEpochSecond(),
        event.getDateStart().getValue().toInstant().getEpochSecond());
    if (entry.end().getEpochSecond() == entry.start().getEpochSecond()) {
      assertNull(event.getDateEnd());
    } else {
      assertEquals(
          entry.end().getEpochSecond(), event.getDateEnd().getValue().toInstant().getEpochSecond());
    }
  }

  private static LocalDate day(ICalDate date) {
    var raw = date.getRawComponents();
    return LocalDate.of(raw.getYear(), raw.getMonth(), raw.getDate());
  }

  @Property(tries = 50)
  void itKeepsTheRulesOfItsWriterToo(@ForAll("entries") List<FeedEntry> entries) throws Exception {
    var written = new CalendarBuilder().build(new StringReader(file.of(entries)));

    assertEquals(Set.of(), written.validate().getEntries());
  }

  @Property(tries = 100)
  void itsLinesAreShortAndEndAsTheyHaveTo(@ForAll("entries") List<FeedEntry> entries) {
    String written = file.of(entries);

    assertTrue(written.endsWith("\r\n"));
    assertFalse(written.replace("\r\n", "").contains("\n"));
    Stream.of(written.split("\r\n"))
        .forEach(line -> assertTrue(line.getBytes(UTF_8).length <= 75, line));
  }

  @Property(tries = 50)
  void theSameEntriesGiveTheSameBytesInWhateverOrderTheyCame(
      @ForAll("entries") List<FeedEntry> entries, @ForAll long seed) {
    List<FeedEntry> other = new ArrayList<>(entries);
    Collections.shuffle(other, new Random(seed));

    assertEquals(file.of(entries), new CalendarFile().of(other));
  }

  @Example
  void aDayIsADateAndEndsTheDayAfter() {
    String written = file.of(List.of(on(DAY, DAY, "SELF_REVIEW", 1)));

    assertTrue(written.contains("\r\nDTSTART;VALUE=DATE:20261204\r\n"), written);
    assertTrue(written.contains("\r\nDTEND;VALUE=DATE:20261205\r\n"), written);
    assertTrue(written.contains("\r\nSUMMARY:Self review\r\n"), written);
    assertTrue(written.contains("\r\nREFRESH-INTERVAL;VALUE=DURATION:PT6H\r\n"), written);
    assertFalse(written.contains("VTIMEZONE"), written);
  }

  @Example
  void whatFallsTogetherIsANumber() {
    assertEquals("Review (40)", CalendarFile.summary(on(DAY, DAY, "REVIEW", 40)));
  }

  /** The same hour of the wall before and after the clocks change is another hour of the world. */
  @Example
  void anHourHasItsZoneWithTheRulesOfSummerTime() {
    ZoneId berlin = ZoneId.of("Europe/Berlin");
    String written =
        file.of(
            List.of(
                at(Instant.parse("2026-10-24T10:00:00Z"), berlin),
                at(Instant.parse("2026-10-25T11:00:00Z"), berlin)));

    assertTrue(written.contains("DTSTART;TZID=Europe/Berlin:20261024T120000\r\n"), written);
    assertTrue(written.contains("DTSTART;TZID=Europe/Berlin:20261025T120000\r\n"), written);
    assertEquals(2, written.split("BEGIN:VTIMEZONE", -1).length);
  }

  @Example
  void anHourThatTheClocksShowTwiceIsToldInUtc() {
    String written =
        file.of(List.of(at(Instant.parse("2026-10-25T01:30:00Z"), ZoneId.of("Europe/Berlin"))));

    assertTrue(written.contains("DTSTART:20261025T013000Z\r\n"), written);
  }

  @Example
  void anHourOfUtcNeedsNoRules() {
    String written = file.of(List.of(at(Instant.parse("2026-12-04T10:00:00Z"), ZoneOffset.UTC)));

    assertTrue(written.contains("DTSTART:20261204T100000Z\r\n"), written);
    assertFalse(written.contains("VTIMEZONE"), written);
  }

  @Example
  void aCalendarWithoutDatesIsACalendarToo() {
    assertEquals(List.of(), read(file.of(List.of())).getEvents());
  }

  @Provide
  Arbitrary<List<FeedEntry>> entries() {
    return Arbitraries.oneOf(days(), hours()).list().ofMaxSize(12);
  }

  private static Arbitrary<FeedEntry> days() {
    return Combinators.combine(
            Arbitraries.integers().between(-400, 400),
            Arbitraries.integers().between(0, 60),
            kinds(),
            Arbitraries.longs().between(1, 5_000),
            Arbitraries.integers().between(0, 1_000_000),
            Arbitraries.of(FeedEntry.State.class),
            Arbitraries.create(UUID::randomUUID))
        .as(
            (from, days, kind, count, sequence, state, id) ->
                new FeedEntry(
                    id,
                    kind,
                    DAY.plusDays(from),
                    DAY.plusDays(from + days),
                    null,
                    null,
                    null,
                    count,
                    state,
                    sequence,
                    CHANGED.plusSeconds(sequence)));
  }

  private static Arbitrary<FeedEntry> hours() {
    return Combinators.combine(
            Arbitraries.longs().between(-30_000_000, 30_000_000),
            Arbitraries.longs().between(0, 100_000),
            Arbitraries.of(
                "Europe/Berlin",
                "America/New_York",
                "America/Sao_Paulo",
                "Asia/Kolkata",
                "Australia/Adelaide",
                "Pacific/Apia",
                "UTC"),
            kinds(),
            Arbitraries.of(FeedEntry.State.class),
            Arbitraries.create(UUID::randomUUID))
        .as(
            (from, seconds, zone, kind, state, id) ->
                new FeedEntry(
                    id,
                    kind,
                    null,
                    null,
                    CHANGED.plusSeconds(from),
                    CHANGED.plusSeconds(from + seconds),
                    ZoneId.of(zone),
                    1,
                    state,
                    3,
                    CHANGED))
        .filter(entry -> isQuiet(entry.start(), entry) && isQuiet(entry.end(), entry));
  }

  /** biweekly takes a change of the clocks by hours too early or too late, as many as to UTC. */
  private static boolean isQuiet(Instant moment, FeedEntry entry) {
    var rules = entry.zone().getRules();
    return rules.getOffset(moment.minus(LONGEST)).equals(rules.getOffset(moment.plus(LONGEST)));
  }

  /** As long as a kind can be. */
  private static Arbitrary<String> kinds() {
    return Arbitraries.strings()
        .withChars("ABCXYZ_")
        .ofMinLength(1)
        .ofMaxLength(49)
        .map(rest -> "K" + rest);
  }

  private static FeedEntry on(LocalDate first, LocalDate last, String kind, long count) {
    return new FeedEntry(
        new UUID(0, 1),
        kind,
        first,
        last,
        null,
        null,
        null,
        count,
        FeedEntry.State.CONFIRMED,
        0,
        CHANGED);
  }

  private static FeedEntry at(Instant moment, ZoneId zone) {
    return new FeedEntry(
        UUID.randomUUID(),
        "FIGURES_PUBLISHED",
        null,
        null,
        moment,
        moment,
        zone,
        1,
        FeedEntry.State.CONFIRMED,
        0,
        CHANGED);
  }

  private static ICalendar read(String written) {
    List<List<ParseWarning>> warnings = new ArrayList<>();
    ICalendar calendar = Biweekly.parse(written).warnings(warnings).first();
    assertEquals(List.of(List.of()), warnings);
    if (!calendar.getEvents().isEmpty()) { // a zone alone is nothing to it
      assertEquals("", calendar.validate(ICalVersion.V2_0).toString());
    }
    return calendar;
  }
}
