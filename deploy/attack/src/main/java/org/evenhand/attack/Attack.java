package org.evenhand.attack;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.evenhand.attack.access.ConfidenceAttack;
import org.evenhand.attack.access.DoorAttack;
import org.evenhand.attack.access.GrowthAttack;
import org.evenhand.attack.access.RelationAttack;
import org.evenhand.attack.fuzz.Fuzz;
import org.evenhand.attack.linking.LinkingAttack;
import org.evenhand.attack.malformed.Malformed;
import org.evenhand.attack.slow.SlowAttack;
import org.evenhand.local.company.SampleCompany;

/**
 * Attacks the local stack; see the README beside it. The exit code is 1 when something was found.
 */
public final class Attack {

  private static final List<String> ALL =
      List.of("fuzz", "doors", "relations", "growth", "confidence", "linking", "malformed", "slow");

  private Attack() {}

  public static void main(String[] arguments) {
    Options options = Options.of(List.of(arguments));
    Path files = Path.of(System.getProperty("evenhand.checkout"), "deploy", "local");
    KeycloakTokens tokens = new KeycloakTokens(options.issuer());
    SampleCallers callers =
        new SampleCallers(
            SampleCompany.read(
                files.resolve("sample-company.csv"), files.resolve("sample-roles.csv")),
            tokens::ofPerson,
            tokens::ofClient);
    Target target = Target.of(options.gateway(), callers.callers());
    Findings findings = new Findings();
    options.attacks(ALL).forEach(attack -> run(attack, target, callers, findings, options));
    findings.tell(System.out::println);
    System.out.println(findings.all().isEmpty() ? "Nothing found." : "");
    System.exit(findings.all().isEmpty() ? 0 : 1);
  }

  private static void run(
      String attack, Target target, SampleCallers callers, Findings findings, Options options) {
    switch (attack) {
      case "fuzz" ->
          new Fuzz(target, findings, options.seed(), options.requests()).run(System.out::println);
      case "doors" -> new DoorAttack(target, findings).run(System.out::println);
      case "relations" ->
          new RelationAttack(target, findings, callers.managers(), options.pairs())
              .run(options.seed(), System.out::println);
      case "growth" ->
          new GrowthAttack(target, findings, options.pairs())
              .run(options.seed(), System.out::println);
      case "confidence" -> new ConfidenceAttack(target, findings).run(System.out::println);
      case "linking" -> new LinkingAttack(target, findings).run(System.out::println);
      case "malformed" -> new Malformed(target, findings).run(System.out::println);
      case "slow" ->
          new SlowAttack(
                  target, findings, Duration.ofSeconds(options.seconds()), Duration.ofSeconds(1))
              .run(System.out::println);
      default -> throw new IllegalArgumentException("unknown attack " + attack);
    }
  }

  /** What was asked for, with defaults. */
  private record Options(List<String> words) {

    static Options of(List<String> words) {
      return new Options(words);
    }

    List<String> attacks(List<String> all) {
      List<String> named = words.stream().filter(all::contains).toList();
      return named.isEmpty() ? all : named;
    }

    long seed() {
      return Long.parseLong(value("--seed", "1"));
    }

    int requests() {
      return Integer.parseInt(value("--requests", "5000"));
    }

    int pairs() {
      return Integer.parseInt(value("--pairs", "600"));
    }

    int seconds() {
      return Integer.parseInt(value("--seconds", "15"));
    }

    URI gateway() {
      return URI.create(value("--gateway", "http://127.0.0.1:8080"));
    }

    URI issuer() {
      return URI.create(value("--issuer", "http://127.0.0.1:8180/realms/evenhand"));
    }

    private String value(String option, String otherwise) {
      int at = words.indexOf(option);
      return at < 0 || at + 1 >= words.size() ? otherwise : words.get(at + 1);
    }
  }
}
