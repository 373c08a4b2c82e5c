package org.evenhand.review.replay.work;

import static org.evenhand.review.Hris.done;
import static org.evenhand.review.Hris.post;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.evenhand.kit.test.Events;
import org.evenhand.review.Hris;
import org.evenhand.review.live.Company;
import org.evenhand.review.live.LiveCycle;
import org.evenhand.review.live.Person;
import org.evenhand.review.live.Policy;
import org.evenhand.review.live.Tables;

/**
 * A closed year of 25 people: fifteen rated five and three, which is a four, ten rated two and two,
 * with two observations of each. Five contractors had no review.
 */
record PastYear(Company company, UUID policy, String cycle, String imported) {

  private static final int FOURS = 15;

  static PastYear closed() {
    Company company = Company.of(24);
    Policy policy = Policy.inEffect();
    List<String> contractors = new ArrayList<>();
    IntStream.range(0, 5)
        .forEach(
            one ->
                contractors.add(
                    company.hire(
                        company.person("CONTRACTOR" + one, "Udo", "Ilić", "employee"),
                        company.lead,
                        company.care(),
                        "CONTRACTOR",
                        Company.today().minusYears(2))));
    Hris.takeIn(contractors.toArray(String[]::new));
    LiveCycle cycle = LiveCycle.open(company, policy);
    rate(cycle.id());
    Tables.execute("update cycle set state = 'CLOSED' where id = '" + cycle.id() + "'");
    return new PastYear(company, policy.id(), cycle.id(), imported(company));
  }

  /** As if reviewers had written it. */
  private static void rate(String cycle) {
    Tables.execute(
        """
        with placed as (
          select id, row_number() over (order by id) <= %2$d as four from review
          where cycle_id = '%1$s'
        ), rated as (
          select id, case when four then 5 else 2 end as delivery,
            case when four then 3 else 2 end as together, case when four then 4 else 2 end as level
          from placed
        )
        update review r set phase = 'FINAL',
          work = jsonb_build_object('contributions', '[]'::jsonb,
            'observations', (
              select jsonb_agg(jsonb_build_object('id', gen_random_uuid(), 'criterion', key,
                'situation', 's', 'behaviour', 'b', 'impact', 'i', 'observedOn', r.rated_to,
                'authorId', r.employee_id, 'recordedAt', '2026-01-01T00:00:00Z'))
              from unnest(array['delivery', 'together']) key, generate_series(1, 2)),
            'ratings', jsonb_build_array(
              jsonb_build_object('criterion', 'delivery', 'ordinal', delivery, 'rationale', 'r',
                'ratedAt', '2026-01-01T00:00:00Z'),
              jsonb_build_object('criterion', 'together', 'ordinal', together, 'rationale', 'r',
                'ratedAt', '2026-01-01T00:00:00Z'))),
          submission = jsonb_build_object(
            'overall', jsonb_build_object('ordinal', level, 'rule', 'WEIGHTED'),
            'reviewerId', r.employee_id, 'confirmedBy', 'n', 'at', '2026-01-01T00:00:00Z')
        from rated where rated.id = r.id
        """
            .formatted(cycle, FOURS));
  }

  private static String imported(Company company) {
    String key = company.mark() + "-before";
    String rows =
        IntStream.range(0, 20)
            .mapToObj(
                one ->
                    "%s,%s,%s,%s,%d,%s,5"
                        .formatted(
                            company.staff.get(one).externalId(),
                            key,
                            Company.today().minusYears(2),
                            Company.today().minusYears(1),
                            one < 10 ? 3 : 5,
                            one < 10 ? "Meets" : "Far above"))
            .collect(Collectors.joining("\n"));
    done(
        post(
            "/v1/rating-imports",
            "externalId,cycle,periodStart,periodEnd,ordinal,label,scaleSize\n" + rows + "\n"));
    return Tables.text("cycle_id from cycle_key where key = '" + key + "'");
  }

  String rules(int delivery, int together, int observations, int days) {
    return """
    {"levels": 5, "favourableFrom": 4, "overall": "WEIGHTED",
     "criteria": [{"key": "delivery", "weight": %d}, {"key": "together", "weight": %d}],
     "evidence": {"observationsOffMiddle": %d},
     "eligibility": {"workerTypes": ["EMPLOYEE"], "leastDays": %d}}
    """
        .formatted(delivery, together, observations, days);
  }

  JsonNode replayed(String rules) {
    return replayed(rules, cycle);
  }

  JsonNode replayed(String rules, String of) {
    UUID replay = UUID.randomUUID();
    ask(replay, rules, of, 1);
    return expect(replay, "DONE");
  }

  JsonNode failed(String rules, String of) {
    return failed(policy, rules, of);
  }

  JsonNode failed(UUID under, String rules, String of) {
    return failed(under, rules, of, "[1, 2, 3, 4, 5]");
  }

  JsonNode failed(String rules, String of, String levels) {
    return failed(policy, rules, of, levels);
  }

  private static JsonNode failed(UUID under, String rules, String of, String levels) {
    UUID replay = UUID.randomUUID();
    ask(under, replay, rules, of, levels, 1);
    return expect(replay, "FAILED");
  }

  private static JsonNode expect(UUID replay, String state) {
    JsonNode last = ImpactReplayTest.last(replay);
    if (!last.path("state").asText().equals(state)) {
      throw new AssertionError(state + " expected, but was " + last);
    }
    return last;
  }

  void ask(UUID replay, String rules, String of, int sequence) {
    ask(policy, replay, rules, of, "[1, 2, 3, 4, 5]", sequence);
  }

  private static void ask(
      UUID under, UUID replay, String rules, String of, String levels, int sequence) {
    ask(under, List.of(), replay, rules, of, levels, sequence);
  }

  private static void ask(
      UUID under,
      List<UUID> alsoOf,
      UUID replay,
      String rules,
      String of,
      String levels,
      int sequence) {
    Events.ofTest()
        .publish(
            "evenhand.internal.impact-replays",
            "org.evenhand.impact-replay.requested.v1",
            "/policy-service",
            replay.toString(),
            sequence,
            """
            {"replayId": "%s", "policyId": "%s", "alsoOf": [%s], "version": 2, "cycleIds": ["%s"], "rules": %s,
             "mapping": {"criteria": [{"past": "delivery", "draft": "delivery"},
               {"past": "together", "draft": "together"}], "levels": %s}}
            """
                .formatted(
                    replay,
                    under,
                    alsoOf.stream()
                        .map(policy -> "\"" + policy + "\"")
                        .collect(Collectors.joining(", ")),
                    of,
                    rules,
                    levels));
  }

  /** Of the draft of another policy that binds some of the same people. */
  void askOf(UUID other, UUID replay, String rules) {
    ask(other, List.of(policy), replay, rules, cycle, "[1, 2, 3, 4, 5]", 1);
  }

  /** As if it had been asked for, and its cycle were at this stage. */
  void stands(UUID replay, String rules, String stage) {
    Tables.execute(
        """
        insert into impact_replay (id, policy_id, draft, told) values ('%1$s', '%2$s',
          '{"rules": %3$s, "mapping": {"levels": [1, 2, 3, 4, 5], "criteria":
            [{"past": "delivery", "draft": "delivery"}, {"past": "together", "draft": "together"}]}}',
          0);
        insert into replayed_cycle (replay_id, cycle_id, place, stage, total, done)
        values ('%1$s', '%4$s', 0, '%5$s', 25, 0)
        """
            .formatted(replay, policy, rules, cycle, stage));
  }

  /** The draft of a replay says something else now. */
  void staled(UUID replay) {
    Events.ofTest()
        .publish(
            "evenhand.internal.impact-replays",
            "org.evenhand.impact-replay.staled.v1",
            "/policy-service",
            replay.toString(),
            2,
            "{\"replayId\": \"%s\"}".formatted(replay));
  }

  /** As if drafts of another policy had used up the turns of the imported year. */
  void replayedForOthers(UUID other, int times) {
    Tables.execute(
        """
        with asked as (
          insert into impact_replay (id, policy_id, draft, told)
          select gen_random_uuid(), '%s',
            '{"rules": %s, "mapping": {"levels": [1, 2, 3, 4, 5], "criteria": []}}', 0
          from generate_series(1, %d) returning id
        )
        insert into replayed_cycle (replay_id, cycle_id, place, stage, total, done, turn, result)
        select id, '%s', 0, 'COUNTED', 0, 0, 100 + row_number() over (), '{}' from asked
        """
            .formatted(other, rules(60, 40, 2, 90), times, imported));
  }

  /** Four of the fours, and four who were imported as threes, have a second assignment. */
  void fourPeopleTwice() {
    Tables.execute(
        """
        with fours as (
          select r, row_number() over () as place from review r
          where cycle_id = '%1$s' and submission #>> '{overall,ordinal}' = '4' limit 4
        ), free as (
          select id, row_number() over () as place from assignment a where not exists (
            select 1 from review r where r.cycle_id = '%1$s' and r.assignment_id = a.id) limit 4
        )
        insert into review
        select (jsonb_populate_record(r,
          jsonb_build_object('id', gen_random_uuid(), 'assignment_id', id))).*
        from fours join free using (place);
        insert into history_rating
        select (jsonb_populate_record(h,
          jsonb_build_object('id', gen_random_uuid(), 'assignment_id', 'second'))).*
        from (select h from history_rating h where cycle_id = '%2$s' and ordinal = 3 limit 4) threes
        """
            .formatted(cycle, imported));
  }

  void eachPersonOnce() {
    Tables.execute(
        """
        delete from review r using assignment a
        where r.cycle_id = '%s' and a.id = r.assignment_id and a.employee_id <> r.employee_id;
        delete from history_rating where cycle_id = '%s' and assignment_id = 'second'
        """
            .formatted(cycle, imported));
  }

  int turn(UUID replay) {
    return Integer.parseInt(
        Tables.text("turn from replayed_cycle where replay_id = '" + replay + "'"));
  }

  Set<String> people() {
    return company.staff.stream()
        .map(Person::externalId)
        .map(one -> "id from employee where external_id = '" + one + "'")
        .map(Tables::text)
        .collect(Collectors.toSet());
  }
}
