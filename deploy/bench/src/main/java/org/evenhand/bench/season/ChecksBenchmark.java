package org.evenhand.bench.season;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.evenhand.bench.Benchmark;
import org.evenhand.bench.Workbench;
import org.evenhand.bench.parts.Parts;
import org.evenhand.bench.parts.Sql;
import org.evenhand.bench.report.Median;
import org.evenhand.bench.report.Row;
import org.evenhand.bench.report.Target;
import org.evenhand.local.postgres.Database;
import org.evenhand.local.process.Trouble;

/**
 * A quarter of calibration checks: what managers owe when it begins, the lists of those who may see
 * it, and the figures of it; each beside a company of a tenth.
 */
public final class ChecksBenchmark implements Benchmark {
  private static final int USUAL_PEOPLE = 100_000;
  private static final int TIMES = 10;
  private static final int WARM_UPS = 2;
  private static final double AT_MOST_TIMES = 12;
  private static final double AT_MOST_OF_A_LIST = 1.5;
  private static final String PATH = "/v1/calibration-obligations";

  private static final String FRESH =
      """
      truncate work_spell, presence_spell, leads_since, calibration_quarter, calibration_check,
        calibration_obligation, duty, due_work, told_quarter, outbox cascade
      """;

  private static final String SPELLS =
      """
      insert into work_spell (person_id, since, manager_id)
      select id, '2026-01-01', manager_id from person
      """;

  private static final String LEADING =
      """
      with leads as (select distinct manager_id from work_spell where manager_id is not null),
        present as (
          insert into presence_spell (person_id, since) select manager_id, '2026-01-01' from leads)
      insert into leads_since (manager_id, since) select manager_id, '2026-01-01' from leads
      """;

  private static final String QUARTER =
      """
      with begun as (
        insert into calibration_quarter (id, first_day)
        values (gen_random_uuid(), cast(date_trunc('quarter', now() - interval '1 day') as date))
        returning id)
      insert into due_work (kind, subject, due_at, try_at)
      select 'calibration-quarter', id, now(), now() from begun
      """;

  private static final String LOOKED_AT =
      """
      select count(*) - (select count(*) from due_work where kind = 'calibration-obligation')
      from calibration_obligation o
      where exists (select 1 from duty d where d.subject = o.id)
      """;

  private static final String FIGURES =
      """
      with told as (
        insert into told_quarter (id, figure, first_day)
        select gen_random_uuid(), 'duties CALIBRATION_CHECK', first_day from calibration_quarter
        where begun_at is not null
        returning id)
      insert into due_work (kind, subject, due_at, try_at)
      select 'quarter-figures', id, now(), now() from told
      """;

  private static final String TOLD =
      "select count(*) from told_quarter where told_at is not null"
          + " and figure = 'duties CALIBRATION_CHECK'";

  @Override
  public String name() {
    return "checks";
  }

  @Override
  public List<Row> run(Workbench bench) throws Exception {
    int people = Math.toIntExact(bench.options().number("employees", USUAL_PEOPLE));
    int questions = Math.toIntExact(bench.options().number("questions", 500));
    if (people < TIMES * 1_000) {
      throw new Trouble("--employees wants 10,000 at least");
    }
    try (Parts parts = Parts.fresh(bench)) {
      parts.startServers();
      parts.start(
          parts.service("review", parts.ports().review()),
          parts.service("calibration", parts.ports().calibration()));
      Year year = new Year(bench, parts, parts.database("calibration"), questions);
      for (int i = 0; i < WARM_UPS; i++) {
        Times unused = year.take(people / TIMES);
      }
      return rows(people, year.take(people / TIMES), year.take(people));
    }
  }

  private static List<Row> rows(int people, Times tenth, Times whole) {
    String beside = "of a company of %,d".formatted(people / TIMES);
    return List.of(
        row(
            "a quarter begins for %,d managers of %,d people"
                .formatted(people / Managers.REPORTS, people),
            whole.begun(),
            beside,
            tenth.begun(),
            AT_MOST_TIMES),
        row("its figures", whole.figures(), beside, tenth.figures(), AT_MOST_TIMES),
        row("list of HR of one unit", whole.ofHr(), beside, tenth.ofHr(), AT_MOST_OF_A_LIST),
        row("list of a manager", whole.ofManager(), beside, tenth.ofManager(), AT_MOST_OF_A_LIST),
        row("list of hr-lead", whole.ofLead(), beside, tenth.ofLead(), AT_MOST_OF_A_LIST));
  }

  private static Row row(String work, double ours, String beside, double theirs, double most) {
    return new Row(
        work, Row.millis(ours), beside, Row.millis(theirs), ours / theirs, Target.atMost(most));
  }

  /** In milliseconds; of lists the median. */
  private record Times(
      double begun, double figures, double ofHr, double ofManager, double ofLead) {}

  private record Year(Workbench bench, Parts parts, Database database, int questions) {

    Times take(int people) throws Exception {
      Managers company = new Managers(database, "id", people);
      try (Parts.Held held = parts.hold("calibration-service")) {
        company.arrive();
        Sql.run(database, FRESH, SPELLS, LEADING, "vacuum analyze", QUARTER);
        Sql.run(parts.server(), "checkpoint");
      }
      Waiting waiting = new Waiting(database);
      double begun = waiting.millis(LOOKED_AT, company.leaders());
      Sql.run(database, "vacuum analyze", FIGURES);
      double figures = waiting.millis(TOLD, 1);
      Times times =
          new Times(
              begun,
              figures,
              list(Managers.HR, "hr", Managers.OF_A_UNIT),
              list(company.manager(), "manager", 1),
              list("P-1", "hr-lead", 50));
      bench.say("  %,d people: %s".formatted(people, times));
      return times;
    }

    private double list(String who, String role, int items) throws IOException {
      String token = parts.issuer().ofPerson(who, "employee", role);
      try (Asker asker = new Asker(parts.ports().calibration(), token)) {
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < questions; i++) {
          millis.add(asker.millis(PATH + "?limit=50", "\"owed\":", items));
        }
        return Median.of(millis.subList(questions / 2, questions));
      }
    }
  }
}
