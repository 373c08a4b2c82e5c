package org.evenhand.review.live;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A remediation plan, moved on by its people. */
public record LiveRemediation(String id, Person whose) {

  private static final Duration SOON = Duration.ofSeconds(30);

  /** All that has to be there: seen on two days and told, and said 40 days ago. */
  public static Map<String, Object> terms(Person manager, Person whose) {
    List<String> seen =
        List.of(
            LiveObservation.told(manager, whose, observedOn(60)).id(),
            LiveObservation.told(manager, whose, observedOn(50)).id());
    Tables.execute(
        "update observation set told_at = told_at - interval '40 days' where id = '%s'"
            .formatted(seen.get(0)));
    Map<String, Object> terms = new HashMap<>();
    terms.put("criterion", "delivery");
    terms.put("ordinal", 5);
    terms.put("shortfall", "Releases come without a violet plan");
    terms.put("observations", seen);
    terms.put(
        "said",
        Map.of("kind", "OBSERVATION", "id", seen.get(0), "support", "An hour a week with Bojan"));
    terms.put("days", 60);
    terms.put("checkpoints", List.of(Map.of("day", 15), Map.of("day", 30), Map.of("day", 45)));
    terms.put("means", List.of(Map.of("kind", "MENTOR", "text", "An hour a week", "day", 7)));
    return terms;
  }

  private static Map<String, Object> observedOn(int daysAgo) {
    return Map.of("observedOn", Company.today().minusDays(daysAgo).toString());
  }

  public static Response propose(Person manager, Person whose, Map<String, Object> terms) {
    return manager
        .ask()
        .body(Map.of("employeeId", LiveAppeal.idOf(whose), "terms", terms))
        .post("/v1/remediation-plans");
  }

  public static LiveRemediation proposed(Person manager, Person whose) {
    return proposed(manager, whose, terms(manager, whose));
  }

  public static LiveRemediation proposed(Person manager, Person whose, Map<String, Object> terms) {
    anchored();
    Response proposed = propose(manager, whose, terms);
    proposed.then().statusCode(201);
    return new LiveRemediation(LiveChecklist.parsed(proposed).path("id").asText(), whose);
  }

  public static LiveRemediation reviewed(Company company, Person whose) {
    LiveRemediation plan = proposed(company.lead, whose);
    plan.post(company.hr, "review", Map.of()).then().statusCode(200);
    return plan;
  }

  /** Read by the person, and begun two days ago. */
  public static LiveRemediation active(Company company, Person whose) {
    LiveRemediation plan = reviewed(company, whose);
    plan.post(whose, "acknowledgement", Map.of("reply", "Two had no date")).then().statusCode(200);
    plan.begin(2);
    return plan;
  }

  /** A policy in force says what the levels mean. */
  public static void anchored() {
    if (Tables.count("policy_version where state = 'EFFECTIVE'") == 0) {
      Policy.inEffect();
      await()
          .atMost(SOON)
          .until(() -> Tables.count("policy_version where state = 'EFFECTIVE'") > 0);
    }
  }

  public void begin(int daysAgo) {
    Tables.execute(
        "update remediation_plan set starts_on = '%s' where id = '%s'".formatted(ago(daysAgo), id));
    tick();
    await().atMost(SOON).until(() -> state(whose).equals("ACTIVE"));
  }

  /** As if it had begun earlier, so that its time is over. */
  public void age(int daysAgo) {
    Tables.execute(
        """
        update remediation_plan set starts_on = '%1$s', led_since = '%1$s',
          course = jsonb_build_object('held', %2$s, 'given', %3$s)
        where id = '%4$s'
        """
            .formatted(ago(daysAgo), earlier("held", daysAgo), earlier("given", daysAgo), id));
    Tables.execute(
        "insert into due_work (kind, subject, due_at, try_at) values ('remediation-clock', '%s',"
                .formatted(id)
            + " now(), now()) on conflict (kind, subject) do update set try_at = now()");
    await().atMost(SOON).until(() -> !isTicking());
  }

  private static LocalDate ago(int days) {
    return Company.begun().minusDays(days);
  }

  /** What has come about on a day of the plan stays on that day of it. */
  private static String earlier(String part, int daysAgo) {
    return """
    (select coalesce(jsonb_agg(jsonb_set(one, '{on}', to_jsonb(cast(
       cast(one ->> 'on' as date) + (date '%s' - starts_on) as text)))), '[]')
     from jsonb_array_elements(course -> '%s') one)
    """
        .formatted(ago(daysAgo), part);
  }

  /** Lets come at once what comes by itself. */
  public void tick() {
    Tables.execute(
        "update due_work set try_at = now() where kind = 'remediation-clock' and subject = '%s'"
            .formatted(id));
  }

  private boolean isTicking() {
    return Tables.count(
            "due_work where kind = 'remediation-clock' and try_at <= now() and subject = '%s'"
                .formatted(id))
        > 0;
  }

  public String path() {
    return "/v1/remediation-plans/" + id;
  }

  public Response read(Person reader) {
    return reader.ask().get(path());
  }

  public JsonNode seenBy(Person reader) {
    Response read = read(reader);
    read.then().statusCode(200);
    return LiveChecklist.parsed(read);
  }

  public String state(Person reader) {
    return seenBy(reader).path("state").asText();
  }

  public Response post(Person who, String step, Object body) {
    return at(who).body(body).post(path() + "/" + step);
  }

  public Response post(Person who, String step) {
    return at(who).post(path() + "/" + step);
  }

  public Response put(Person who, String part, Object body) {
    return at(who).body(body).put(path() + "/" + part);
  }

  /** Each on its day; as if the plan had begun that long ago. */
  public void holdAll(Person who) {
    seenBy(who)
        .path("checkpoints")
        .forEach(
            day -> {
              age(day.path("day").asInt());
              hold(who, day.path("id").asText()).then().statusCode(200);
            });
  }

  public Response hold(Person who, String checkpoint) {
    return post(who, "checkpoints/" + checkpoint + "/holding", Map.of());
  }

  public void giveAll(Person who) {
    seenBy(who)
        .path("means")
        .forEach(
            each ->
                post(who, "means/" + each.path("id").asText() + "/delivery")
                    .then()
                    .statusCode(200));
  }

  public Response notMet(Person who) {
    return post(who, "failure-signatures", Map.of("reason", "Two releases came without a plan"));
  }

  private RequestSpecification at(Person who) {
    return who.ask().header("If-Match", String.valueOf(read(who).header("ETag")));
  }
}
