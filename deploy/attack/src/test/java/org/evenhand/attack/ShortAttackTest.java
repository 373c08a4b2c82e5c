package org.evenhand.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.evenhand.attack.access.ConfidenceAttack;
import org.evenhand.attack.access.DoorAttack;
import org.evenhand.attack.fuzz.Fuzz;
import org.evenhand.attack.linking.LinkingAttack;
import org.evenhand.attack.malformed.Malformed;
import org.evenhand.attack.slow.SlowAttack;
import org.evenhand.bench.Options;
import org.evenhand.bench.Workbench;
import org.evenhand.bench.parts.Parts;
import org.evenhand.local.Layout;
import org.evenhand.local.Progress;
import org.evenhand.local.company.Person;
import org.evenhand.local.company.SampleCompany;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * The short form of each attack, on the packaged services with the sample company in them. What
 * needs a whole cycle is attacked by deploy/attack/run, on the local stack after its journey. The
 * slow clients are mostly waited for; the other attacks go on meanwhile.
 */
@Execution(ExecutionMode.CONCURRENT)
class ShortAttackTest {

  private static final Path CHECKOUT = Path.of("../..").toAbsolutePath().normalize();
  private static final long PORT_BASE = 18_400;

  @TempDir static Path home;

  private static Parts parts;
  private static Target target;

  private final Findings findings = new Findings();

  @BeforeAll
  static void start() throws Exception {
    var options = new Options(List.of(), Map.of("port-base", PORT_BASE));
    parts =
        Parts.fresh(
            new Workbench(new Layout(CHECKOUT, home), options, new Progress(System.out, false)));
    parts.startServers();
    parts.start(
        parts.service("policy", parts.ports().policy()),
        parts.service("review", parts.ports().review()),
        parts.service("calibration", parts.ports().calibration()),
        parts.service("analytics", parts.ports().analytics()),
        parts.gateway());
    Map<String, String> tokens = new ConcurrentHashMap<>();
    Path files = CHECKOUT.resolve("deploy/local");
    SampleCallers callers =
        new SampleCallers(
            SampleCompany.read(
                files.resolve("sample-company.csv"), files.resolve("sample-roles.csv")),
            person -> tokens.computeIfAbsent(person.externalId(), known -> token(person)),
            client -> tokens.computeIfAbsent(client, ShortAttackTest::token));
    URI gateway = URI.create("http://127.0.0.1:" + parts.ports().gateway());
    target = Target.of(gateway, callers.callers());
    takeIn(gateway, files.resolve("sample-company.csv"));
  }

  private static String token(Person person) {
    return parts.issuer().ofPerson(person.externalId(), person.roles().toArray(String[]::new));
  }

  private static String token(String client) {
    return parts.issuer().ofClient(client, client.replace("evenhand-", ""));
  }

  private static void takeIn(URI gateway, Path company) throws Exception {
    var answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(gateway.resolve("/v1/org-imports"))
                    .header("Authorization", target.with("hris").authorization())
                    .header("Content-Type", "text/csv")
                    .POST(BodyPublishers.ofFile(company))
                    .build(),
                BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(207);
  }

  @AfterAll
  static void stop() {
    if (parts != null) {
      parts.close();
    }
  }

  @Test
  void input_that_is_almost_right_gets_what_the_document_promises() {
    new Fuzz(target, findings, 1, 500).run(System.out::println);
    nothingFound();
  }

  @Test
  void no_door_opens_without_its_role() {
    new DoorAttack(target, findings).run(System.out::println);
    nothingFound();
  }

  @Test
  void what_is_asked_in_confidence_is_told_to_nobody() {
    new ConfidenceAttack(target, findings).run(System.out::println);
    nothingFound();
  }

  @Test
  void no_id_gives_another_away() {
    new LinkingAttack(target, findings).run(System.out::println);
    nothingFound();
  }

  @Test
  void a_request_that_two_readers_could_read_differently_is_refused() {
    new Malformed(target, findings).run(System.out::println);
    nothingFound();
  }

  @Test
  void others_do_not_notice_clients_that_take_their_time() {
    // Long enough that a busy machine isn't mistaken for clients that hold others up.
    new SlowAttack(target, findings, Duration.ofSeconds(4), Duration.ofSeconds(10))
        .run(System.out::println);
    nothingFound();
  }

  private void nothingFound() {
    findings.tell(System.out::println);
    assertThat(findings.all()).isEmpty();
  }
}
