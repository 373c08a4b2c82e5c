package org.evenhand.bench.matching;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.evenhand.bench.Benchmark;
import org.evenhand.bench.Workbench;
import org.evenhand.bench.parts.Parts;
import org.evenhand.bench.parts.Sql;
import org.evenhand.bench.report.Row;
import org.evenhand.bench.report.Target;
import org.evenhand.local.process.Trouble;

/**
 * A page of what matches in a large catalogue, each with why it was found, beside a page of as many
 * entries in the order of their ids, which is read by the primary key.
 */
public final class MatchingBenchmark implements Benchmark {
  private static final int PAGE = 50;
  private static final int WARM_UP = 500;
  private static final double AT_MOST_TIMES = 1.5;

  /** One entry in forty is of a tag; so many languages, places and days there are. */
  private static final String FILL =
      """
      insert into catalogue_entry
        (id, version, state, content, sorts_on, seats, seats_taken)
      select gen_random_uuid(), 0, 'PUBLISHED', jsonb_build_object(
          'kind', 'COURSE', 'title', 'Entry ' || n, 'description', repeat('One of many. ', 20),
          'criteria', jsonb_build_array('criterion-' || n %% 20),
          'tags', jsonb_build_array('tag-' || n %% 40),
          'languages', jsonb_build_array(case n %% 2 when 0 then 'nl-BE' else 'en' end),
          'ranges', case n %% 2 when 0 then '["nl", "nl-BE"]' else '["en"]' end::jsonb,
          'places', case n %% 3 when 0 then '["Utrecht"]' else '[]' end::jsonb,
          'accessibility', case n %% 3 when 0 then '[]' else '["REMOTE"]' end::jsonb),
        current_date + n %% 300, 20, 0
      from generate_series(1, %d) n
      """;

  /** All of one tag are in Dutch, and can be had in Utrecht. */
  private static final List<Question> QUESTIONS =
      List.of(
          new Question(
              "a tag, a language and a place",
              "/v1/catalogue-matches?tag=tag-4&language=nl&place=Utrecht"),
          new Question("a language that half of them have", "/v1/catalogue-matches?language=nl"));

  private record Question(String words, String path) {}

  @Override
  public String name() {
    return "matching";
  }

  @Override
  public List<Row> run(Workbench bench) throws Exception {
    long entries = bench.options().number("entries", 10_000);
    if (entries < 40L * PAGE) {
      throw new Trouble("--entries wants %,d at least".formatted(40 * PAGE));
    }
    long questions = bench.options().number("questions", 500);
    try (Parts parts = Parts.fresh(bench)) {
      parts.startServers();
      parts.start(parts.service("review", parts.ports().review()));
      fill(parts, entries);
      try (Learner learner = Learner.hired(parts)) {
        List<Row> rows = new ArrayList<>();
        for (Question question : QUESTIONS) {
          String work = "%s, of %,d entries".formatted(question.words(), entries);
          rows.add(measure(learner, work, question.path(), questions));
        }
        return rows;
      }
    }
  }

  private static void fill(Parts parts, long entries) throws SQLException {
    Sql.run(parts.database("review"), FILL.formatted(entries), "vacuum analyze catalogue_entry");
  }

  private static Row measure(Learner learner, String work, String path, long questions)
      throws IOException {
    for (int i = 0; i < WARM_UP; i++) {
      double unused = matches(learner, path) + list(learner);
    }
    List<Double> matches = new ArrayList<>();
    List<Double> lists = new ArrayList<>();
    for (long i = 0; i < questions; i++) {
      matches.add(matches(learner, path));
      lists.add(list(learner));
    }
    return Row.times(work, matches, "GET /v1/catalogue", lists, Target.atMost(AT_MOST_TIMES));
  }

  private static double matches(Learner learner, String path) throws IOException {
    return learner.millis(path, "\"why\":", PAGE);
  }

  private static double list(Learner learner) throws IOException {
    return learner.millis("/v1/catalogue", "\"title\":", PAGE);
  }
}
