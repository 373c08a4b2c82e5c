package org.evenhand.review.growth.catalogue.matching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.test.Said;
import org.evenhand.kit.web.paging.PageRequest;
import org.evenhand.review.growth.catalogue.AccessFeature;
import org.evenhand.review.growth.catalogue.EntryKind;
import org.evenhand.review.live.Company;
import org.evenhand.review.live.Tables;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Ten thousand entries, of which each question finds its own by an index, and says why. */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LargeCatalogueTest {

  private static final int ENTRIES = 10_000;

  @Inject Mutiny.SessionFactory sessions;

  private Company company;
  private String mark;

  @BeforeEach
  void fill() {
    if (company != null) {
      return;
    }
    company = Company.of(1);
    mark = company.mark().toLowerCase(Locale.ROOT);
    Tables.execute(
        """
        insert into catalogue_entry
          (id, version, state, content, sorts_on, seats, seats_taken)
        select gen_random_uuid(), 0, 'PUBLISHED', jsonb_build_object(
            'kind', case n %% 2 when 0 then 'COURSE' else 'PROJECT' end,
            'title', 'Entry ' || n, 'description', 'One of many',
            'criteria', jsonb_build_array('%1$s-criterion-' || n %% 50),
            'tags', jsonb_build_array('%1$s', '%1$s-' || n %% 100),
            'languages', jsonb_build_array(case n %% 4 when 0 then 'nl-BE' else 'en' end),
            'ranges', case n %% 4 when 0 then '["nl", "nl-BE"]' else '["en"]' end::jsonb,
            'places', case n %% 3 when 0 then '["Utrecht"]' else '[]' end::jsonb,
            'accessibility',
              case n %% 3 when 1 then '["REMOTE", "CAPTIONS"]' else '["CAPTIONS"]' end::jsonb),
          current_date + n %% 300, case n %% 5 when 0 then 20 end, 0
        from generate_series(1, %2$d) n;
        analyze catalogue_entry
        """
            .formatted(mark, ENTRIES));
  }

  @AfterAll
  void clear() {
    Tables.execute(
        "delete from catalogue_entry where content -> 'tags' ? '%s'; analyze catalogue_entry"
            .formatted(mark));
  }

  @Test
  void whatIsAskedForIsFoundByTheIndexOfWhatEntriesSay() throws Throwable {
    for (MatchQuery asked :
        List.of(
            query(List.of(), mark + "-7", null, null, null),
            query(List.of(), mark + "-7", EntryKind.PROJECT, "en", "Utrecht"),
            query(List.of(mark + "-criterion-3"), null, null, null, null),
            query(
                List.of(mark + "-criterion-3", mark + "-criterion-4"),
                null,
                null,
                "nl",
                "Utrecht"))) {
      String plan = plan(asked);
      assertTrue(plan.contains("catalogue_entry_says"), plan);
      assertFalse(plan.contains("Seq Scan"), plan);
    }
  }

  /** Nearly all match: the first of them are found in their order. */
  @Test
  void aQuestionThatMostEntriesAnswerGoesThroughNoneButTheFirst() throws Throwable {
    String plan = plan(query(List.of(), null, null, null, null));

    assertTrue(plan.contains("catalogue_entry_starts"), plan);
    assertFalse(plan.contains("Seq Scan"), plan);
  }

  @Test
  void eachHitOfManySaysWhyItWasFound() {
    String asked =
        "/v1/catalogue-matches?limit=200&tag=%s&language=nl&place=Utrecht&accessibility=CAPTIONS"
            .formatted(mark);
    Set<String> found = new HashSet<>();
    JsonNode page = Said.by(company.staff.get(0).ask().get(asked));
    while (true) {
      for (JsonNode match : page.path("items")) {
        assertTrue(found.add(match.at("/entry/id").asText()), "found once");
        boolean there = match.at("/entry/places").toString().equals("[\"Utrecht\"]");
        assertEquals(
            List.of(
                "HAS_TAG " + mark,
                "IN_LANGUAGE nl-BE",
                there ? "AT_PLACE Utrecht" : "ANYWHERE REMOTE",
                "ACCESSIBLE CAPTIONS",
                "SEATS_LEFT " + match.at("/entry/seatsLeft").asText("ANY")),
            why(match));
      }
      if (!page.has("next")) {
        break;
      }
      page =
          Said.by(company.staff.get(0).ask().get(asked + "&cursor=" + page.path("next").asText()));
    }
    // One in four is in Dutch, and of these two in three are there or can be had from anywhere.
    assertEquals(
        Tables.count(
            """
            catalogue_entry where content -> 'tags' ? '%s' and content -> 'ranges' ? 'nl'
              and (content -> 'places' ? 'Utrecht' or content -> 'accessibility' ? 'REMOTE')
            """
                .formatted(mark)),
        found.size());
    assertTrue(found.size() > ENTRIES / 8, "many");
  }

  private static List<String> why(JsonNode match) {
    return match.path("why").findParents("code").stream()
        .map(reason -> reason.path("code").asText() + " " + reason.path("value").asText())
        .toList();
  }

  private static MatchQuery query(
      List<String> criteria, String tag, EntryKind kind, String language, String place) {
    return new MatchQuery(
        criteria, tag, kind, language, place, List.<AccessFeature>of(), "2027-02-01");
  }

  private String plan(MatchQuery query) throws Throwable {
    return VertxContextSupport.subscribeAndAwait(
        () ->
            sessions.withTransaction(
                session ->
                    Matching.bind(
                            Rows.unflushed(session, "explain " + Matching.sql(query)),
                            query,
                            LocalDate.now(),
                            new PageRequest())
                        .list(row -> row.text("QUERY PLAN"))
                        .map(lines -> String.join("\n", lines))));
  }
}
