package org.evenhand.bench.season;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.evenhand.bench.Benchmark;
import org.evenhand.bench.Workbench;
import org.evenhand.bench.imports.Sender;
import org.evenhand.bench.imports.SentFile;
import org.evenhand.bench.parts.Parts;
import org.evenhand.bench.parts.Sql;
import org.evenhand.bench.report.Row;
import org.evenhand.bench.report.Target;
import org.evenhand.local.postgres.Database;
import org.evenhand.local.process.Trouble;

/**
 * Training of a whole company: asking for it whoever leads somebody, taking in what another system
 * knows, and letting the service know that keeps the gate; each beside a company of a tenth.
 */
public final class TrainingBenchmark implements Benchmark {
  private static final int USUAL_PEOPLE = 100_000;
  private static final int TIMES = 10;
  private static final int WARM_UPS = 2;
  private static final double AT_MOST_TIMES = 12;

  private static final String FRESH =
      """
      truncate training_module, training_completion, duty, due_work, outbox, audit cascade
      """;

  /** One that rating requires, and one that nobody has to go through. */
  private static final String MODULES =
      """
      insert into training_module (id, lock_version, key, state, terms, hr_lead, manager_lead,
        agreed, offered_at, created_at, updated_at)
      select gen_random_uuid(), 1, key, 'OFFERED',
        jsonb_build_object('title', key, 'format', 'WORKSHOP', 'topics',
          jsonb_build_array('BIAS_AWARENESS'), 'validMonths', 24,
          'requiredFor', required::jsonb, 'precedents', '[]'::jsonb),
        '0000000b-0000-7000-8000-000000000000', %1$s,
        jsonb_build_array('0000000b-0000-7000-8000-000000000000', %1$s), now(), now(), now()
      from (values ('required', '["RATING"]'), ('offered', '[]')) module (key, required)
      """
          .formatted(Managers.id("900"));

  /** As the offering of the module asks. */
  private static final String ASK =
      """
      insert into due_work (kind, subject, due_at, try_at)
      select distinct 'training-required', manager_id, now(), now()
      from person where manager_id is not null
      """;

  private static final String ASKED =
      """
      select count(*) - (select count(*) from due_work where kind = 'training-required')
      from training_completion c
      where exists (select 1 from duty d where d.subject = c.id)
      """;

  @Override
  public String name() {
    return "training";
  }

  @Override
  public List<Row> run(Workbench bench) throws Exception {
    int people = Math.toIntExact(bench.options().number("employees", USUAL_PEOPLE));
    if (people < TIMES * 1_000) {
      throw new Trouble("--employees wants 10,000 at least");
    }
    try (Parts parts = Parts.fresh(bench)) {
      parts.startServers();
      parts.start(
          parts.service("review", parts.ports().review()),
          parts.service("policy", parts.ports().policy()));
      Learning learning = new Learning(bench, parts);
      for (int i = 0; i < WARM_UPS; i++) {
        Times unused = learning.take(people / TIMES);
      }
      return rows(people, learning.take(people / TIMES), learning.take(people));
    }
  }

  private static List<Row> rows(int people, Times tenth, Times whole) {
    String beside = "of a company of %,d".formatted(people / TIMES);
    return List.of(
        row(
            "%,d managers are asked".formatted(people / Managers.REPORTS),
            whole.asked(),
            beside,
            tenth.asked()),
        row(
            "%,d completions over HTTP".formatted(people),
            whole.imported(),
            beside,
            tenth.imported()),
        row("until review-service knows of all", whole.told(), beside, tenth.told()));
  }

  private static Row row(String work, double ours, String beside, double theirs) {
    return new Row(
        work,
        Row.millis(ours),
        beside,
        Row.millis(theirs),
        ours / theirs,
        Target.atMost(AT_MOST_TIMES));
  }

  /** In milliseconds. */
  private record Times(double asked, double imported, double told) {}

  private record Learning(Workbench bench, Parts parts) {

    Times take(int people) throws Exception {
      Database policy = parts.database("policy");
      Database review = parts.database("review");
      Managers company = new Managers(policy, "employee_id", people);
      Sql.run(review, "truncate held_training, required_training");
      try (Parts.Held held = parts.hold("policy-service")) {
        company.arrive();
        Sql.run(policy, FRESH, MODULES, ASK, "vacuum analyze");
        Sql.run(parts.server(), "checkpoint");
      }
      double asked = new Waiting(policy).millis(ASKED, company.leaders());
      Sql.run(policy, "vacuum analyze");
      Sender academy =
          new Sender(parts.ports().policy(), parts.issuer().ofClient("evenhand-hris", "hris"));
      long began = System.nanoTime();
      double imported = academy.millis(completions(people), people);
      double unused =
          new Waiting(review).millis("select count(*) from held_training where held", people);
      Times times = new Times(asked, imported, (System.nanoTime() - began) / 1e6);
      bench.say("  %,d people: %s".formatted(people, times));
      return times;
    }

    private static SentFile completions(int people) {
      return new SentFile(
          "completions",
          "/v1/training-imports",
          "application/x-ndjson",
          IntStream.range(0, people)
              .mapToObj(
                  n ->
                      "{\"externalId\":\"P-%d\",\"module\":\"offered\",\"completedOn\":\"2026-%02d-%02d\"}"
                          .formatted(n, 1 + n % 10, 1 + n % 28))
              .collect(Collectors.joining("\n", "", "\n")));
    }
  }
}
